import type { Quotation, QuotationDifference } from '../../citations/citation';
import type { TextEdit } from '../../text/range';
import type { Fix } from '../rule';
import { chunkRule } from './chunkRule';
import { lawWords, placeWords } from './wording';
import { placeFix } from './written';

const id = 'C19';

/** Quoted words that are not those of the law. */
export const rule = chunkRule({
  id,
  name: 'quotation-differs',
  severity: 'warning',
  scope: 'citation',
  title: { zh: '引文与法条不一致', en: 'Quotation differs from the law' },
  purpose: {
    zh: '引号或引用块中的法条文字与所引条款逐字比对（空白、标点全半角、省略号除外）。应当/可以、连带/相应、数字、否定词等关键字不同的，为错误；其他不同为警告；文字出自别的条款或版本的，指出出处。',
    en: 'Quoted words are compared with the cited provision character by character (white space, width of punctuation and marked omissions aside). A difference in an operative word (shall/may, joint/corresponding, a number, a negation) is an error, any other a warning; words that come from another provision or version are traced to it.',
  },
  source: {
    zh: '裁判文书引用规定第一条：引用法律条文应当整条（款、项）引用，准确完整。',
    en: 'SPC citation provisions, Article 1: provisions are quoted whole and accurately.',
  },
  examples: [
    {
      text: '《电子商务法》第三十八条第一款规定：“未采取必要措施的，依法可以与该平台内经营者承担连带责任”。',
      finds: ['未采取必要措施的，依法可以与该平台内经营者承担连带责任'],
      fixed: '《电子商务法》第三十八条第一款规定：“未采取必要措施的，依法与该平台内经营者承担连带责任”。',
    },
    {
      text: '《电子商务法》第三十八条第一款规定：“未采取必要措施的，依法与该平台内经营者承担连带责任”。',
      finds: [],
    },
  ],
  *check(context) {
    for (const quotation of context.citations.quotations) {
      if (quotation.status !== 'differs' || isTerm(quotation)) continue;
      const { citation, target, differences, elsewhere } = quotation;
      if (
        !citation.statute ||
        !/[\u4e00-\u9fff]{2}/.test(context.memo.text.slice(quotation.start, quotation.end))
      )
        continue;
      const args = { ...lawWords(citation.statute), ...placeWords(target.place, target.to) };
      const range = { start: quotation.start, end: quotation.end };
      if (elsewhere) {
        const words = placeWords(elsewhere.place);
        yield {
          rule: id,
          severity: 'warning',
          ...range,
          message: {
            key: elsewhere.version.id === target.version?.id ? 'C19.elsewhere' : 'C19.version',
            args: {
              ...args,
              from: words.place!,
              fromEn: words.placeEn!,
              version: elsewhere.version.effective ?? '?',
              now: target.version?.effective ?? '?',
            },
          },
          data: quotation,
        };
        continue;
      }
      const operative = differences.some((d) => d.operative);
      const whole = isWhole(quotation);
      yield {
        rule: id,
        severity: operative && !whole ? 'error' : 'warning',
        ...range,
        message: {
          key: whole ? 'C19.not-there' : operative ? 'C19.operative' : 'C19',
          args: { ...args, differences: shown(differences), count: differences.length },
        },
        data: quotation,
      };
    }
  },
  fixes(finding, context) {
    const quotation = finding.data as Quotation;
    const { citation, target, differences, elsewhere } = quotation;
    const fixes: Fix[] = [];
    if (elsewhere)
      return elsewhere.version.id === target.version?.id
        ? placeFix(context, { citation, target }, elsewhere.place)
        : [];
    if (isWhole(quotation)) return [];
    fixes.push({
      title: { key: 'C19.fix.official' },
      edits: differences.map(({ start, end, official }) => ({ start, end, text: wide(official) })),
      safe: false,
      preferred: true,
    });
    const omissions = differences.filter((d) => d.written === '');
    if (omissions.length > 0) {
      const edits: TextEdit[] = omissions.map(({ start, end }) => ({ start, end, text: '……' }));
      fixes.push({ title: { key: 'C19.fix.omission' }, edits, safe: false });
    }
    return fixes;
  },
});

/** The one difference is the whole quotation: the words are not those of the provision at all. */
function isWhole({ start, end, differences }: Quotation): boolean {
  const [only] = differences;
  return differences.length === 1 && only!.official === '' && only!.start === start && only!.end === end;
}

/** Longer words that are not there are a quotation gone wrong, shorter ones a term (rule C27). */
const longestTerm = 12;

/** A short term that the provision does not contain: the business of C27. */
export function isTerm(quotation: Quotation): boolean {
  return isWhole(quotation) && quotation.end - quotation.start <= longestTerm;
}

/** 【应当→可以】【→并】: what is written and what the law says. */
function shown(differences: readonly QuotationDifference[]): string {
  const most = 5;
  const list = differences
    .slice(0, most)
    .map(({ written, official }) => `【${short(written)}→${short(wide(official))}】`);
  return list.join('') + (differences.length > most ? '……' : '');
}

function short(text: string): string {
  return text.length <= 24 ? text : `${text.slice(0, 12)}……${text.slice(-8)}`;
}

const widths: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '.': '。',
};

/** The comparison works on narrow punctuation; the law is printed with wide. */
function wide(text: string): string {
  return text.replace(/[,;:().]/g, (c) => widths[c] ?? c);
}
