import type { Citation } from '../../citations/citation';
import type { TextEdit, TextRange } from '../../text/range';
import type { Rule, RuleContext } from '../rule';
import { chunkScan, type Found } from './chunkScan';
import { editsFor, gatherFound } from './gather';

const id = 'C11';

/** Book-title marks: paired, 《》 outside, 〈〉 inside, the article behind them. */
export const rule: Rule = {
  id,
  name: 'title-marks',
  severity: 'information',
  scope: 'memo',
  title: { zh: '书名号', en: 'Title marks' },
  purpose: {
    zh: '法律名称用《》，成对使用；其中再有名称的用〈〉；条款序号写在书名号之后。',
    en: 'Titles of laws stand between 《 and 》, a title within a title between 〈 and 〉, and the article behind the marks.',
  },
  source: {
    zh: 'GB/T 15834—2011《标点符号用法》4.15；《法学引注手册》。',
    en: 'GB/T 15834-2011 on punctuation, 4.15; Manual of Legal Citation.',
  },
  examples: [
    {
      text: '依照<<电子商务法>>第38条。',
      finds: ['<<电子商务法>>'],
      fixed: '依照《电子商务法》第38条。',
    },
    {
      text: '依照《电子商务法第38条》处理。',
      finds: ['《电子商务法第38条》'],
      fixed: '依照《电子商务法》第38条处理。',
    },
    {
      text: '《最高人民法院关于适用《中华人民共和国民法典》侵权责任编的解释（一）》第二十四条。',
      finds: ['《最高人民法院关于适用《中华人民共和国民法典》侵权责任编的解释（一）》'],
      fixed: '《最高人民法院关于适用〈中华人民共和国民法典〉侵权责任编的解释（一）》第二十四条。',
    },
    { text: '依照《电子商务法》第38条和民法典第1198条。', finds: [] },
  ],
  check(context) {
    return gatherFound(rule, context, wrong(context), ({ shown }) => shown, { key: 'C11' });
  },
  mendsSafely: true,
  fixes(finding, context) {
    const found = finding.data as readonly Found<Wrong>[];
    const edits = editsFor(context, found, (_, value) => value.edits);
    return [{ title: { key: 'C11.fix' }, edits, safe: true, preferred: true }];
  },
};

interface Wrong {
  readonly shown: TextRange;
  readonly edits: readonly TextEdit[];
}

const wrong = chunkScan((local) =>
  local.citations.citations.flatMap((citation): Wrong[] => {
    const edits = citation.quoted ? [] : mend(local, citation);
    return edits.length > 0 ? [{ shown: shownRange(local, citation), edits }] : [];
  }),
);

const opening = /(?:<<|＜＜|[〈«<＜《])$/;
const closing = /^(?:>>|＞＞|[〉»>＞》])/;

/** The marks and what lies between. */
function shownRange({ memo }: RuleContext, { title, ...citation }: Citation) {
  const { range } = title!;
  const before = opening.exec(memo.text.slice(Math.max(0, range.start - 2), range.start))?.[0] ?? '';
  const after = closing.exec(memo.text.slice(range.end, range.end + 2))?.[0] ?? '';
  const inside = citation.forms.includes('locator-inside-marks');
  return { start: range.start - before.length, end: inside ? citation.end : range.end + after.length };
}

/** Edits that put the marks right; none where they are right, or where a human must decide. */
function mend({ memo }: RuleContext, citation: Citation): TextEdit[] {
  const { title, forms } = citation;
  if (!title || title.marks === 'none' || !/[\u4e00-\u9fff]/.test(title.text)) return [];
  const { start, end } = title.range;
  const edits: TextEdit[] = [];
  const before = opening.exec(memo.text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
  const after = closing.exec(memo.text.slice(end, end + 2))?.[0] ?? '';
  if (forms.includes('locator-inside-marks')) {
    const close = memo.text.lastIndexOf('》', citation.end);
    if (before !== '《' || close < end || close - citation.end > 2) return [];
    return [
      { start: end, end, text: '》' },
      { start: close, end: close + 1, text: '' },
    ];
  }
  if (before === '' && after === '') return [];
  if (before !== '《') edits.push({ start: start - before.length, end: start, text: '《' });
  if (after !== '》') edits.push({ start: end, end: end + after.length, text: '》' });
  // 《…《…》…》: the inner marks are single.
  const inner = memo.text.slice(start, end);
  for (const [i, c] of [...inner].entries()) {
    if (c === '《' || c === '》')
      edits.push({ start: start + i, end: start + i + 1, text: c === '《' ? '〈' : '〉' });
  }
  return edits;
}
