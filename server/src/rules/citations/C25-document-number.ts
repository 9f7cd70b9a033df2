import checks from '../../../citations/checks.json';
import type { TextRange } from '../../text/range';
import type { Rule } from '../rule';
import { gather } from './gather';
import { proseScan } from './proseScan';

const id = 'C25';
const { endings, whole } = checks.documentNumbers;
const year = /[[［(（【]\s?\d{4}\s?[\]］)）】](?=\s?第?\s?\d{1,5}\s?号)/g;
const longestSign = 12;

interface Brackets extends TextRange {
  /** Length of the bracketed year. */
  readonly year: string;
}

const numbers = proseScan<Brackets>((block) => {
  const { prose } = block;
  if (!prose.includes('号')) return [];
  const found: Brackets[] = [];
  for (const match of prose.matchAll(year)) {
    const sign = /[\u4e00-\u9fff]*$/.exec(
      prose.slice(Math.max(0, match.index - longestSign), match.index),
    )![0];
    if (!endings.some((word) => sign.endsWith(word)) && !whole.includes(sign)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, year: match[0] });
  }
  return found;
});

/** The year of a document number stands in 〔〕. */
export const rule: Rule = {
  id,
  name: 'document-number',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '发文字号的括号', en: 'Brackets of document numbers' },
  purpose: {
    zh: '发文字号的年份用六角括号〔〕：法释〔2022〕8号。',
    en: 'The year of a document number stands in 〔 〕: 法释〔2022〕8号.',
  },
  source: {
    zh: 'GB/T 9704—2012《党政机关公文格式》7.2.5；《法学引注手册》第74条。',
    en: 'GB/T 9704-2012 on official documents, 7.2.5; Manual of Legal Citation, rule 74.',
  },
  examples: [
    {
      text: '参见法释[2022]8号、国发（2015）36号。',
      finds: ['[2022]'],
      fixed: '参见法释〔2022〕8号、国发〔2015〕36号。',
    },
    { text: '法释〔2022〕8号；（2022）沪01民终1532号；国务院令第778号。', finds: [] },
  ],
  check(context) {
    const found = numbers(context.memo);
    return gather(rule, found, { key: 'C25' }, found);
  },
  mendsSafely: true,
  fixes(finding, context) {
    const edits = (finding.data as readonly Brackets[]).flatMap(({ start, end }) => {
      const text = context.memo.text.slice(start, end);
      // Brackets may be escaped in Markdown: only what is plainly there is replaced.
      return /^[[［(（【]\s?\d{4}\s?[\]］)）】]$/.test(text)
        ? [{ start, end, text: `〔${text.replace(/\D/g, '')}〕` }]
        : [];
    });
    return edits.length > 0 ? [{ title: { key: 'C25.fix' }, edits, safe: true, preferred: true }] : [];
  },
};
