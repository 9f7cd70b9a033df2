import { simplify } from './fold';
import { documents, owners, ownPlaces } from './lexicon';

/** What stands directly before a locator and says that it is no provision's. */

/** The end of what stands before a place, blanks left out (at most five). */
export function skipBack(text: string, at: number): number {
  let end = at;
  while (end > 0 && at - end < 5 && /[\s　]/.test(text[end - 1] as string)) end -= 1;
  return end;
}

/** 附件一, 附件2. */
const NUMBERED_ANNEX = /(附件|附录|附表)[\d一二三四五六七八九十]{1,2}$/;

/** The noun of a thing with clauses that stands before a locator (合同第九条, 协议书中第五条, “须知”第7条); '' = none. */
export function ownerBefore(prose: string, at: number): string {
  let end = skipBack(prose, at);
  const window = simplify(prose.slice(Math.max(0, end - 14), end));
  let text = window.replace(/[”"’'》」』]$/, '');
  if (/约定的$/.test(text)) return '约定';
  for (let n = 0; n < 2; n += 1)
    text = text.replace(/(?:的|之|中|里|内|其中|所附|约定的|规定的|关于)$/, '').trimEnd();
  text = text.replace(/[”"’'》」』）)]$/, '').replace(NUMBERED_ANNEX, '$1');
  const length = owners.before(text, text.length);
  end = length;
  return length > 0 ? text.slice(text.length - length) : '';
}

const nouns = documents.ownersEnglish
  .map((word) => word.replace(/\b[a-z]/g, (c) => `[${c}${c.toUpperCase()}]`))
  .join('|');
const NUMBER = "(?:\\s(?:No\\.\\s?)?[\\dA-Z]{1,4})?(?:\\s\\((?:19|20)\\d\\d\\))?(?:['’]s?)?";
const DIVISION = '(?:Section|Schedule|Annex|Appendix|Exhibit|Enclosure)\\s[IVX\\d.A-Z]{1,6}';
/** The contract's Art. 9, Annex 1 Art. 3; with a comma or bracket between only what has a capital: Bulletin 7, Art. 1. */
const ENGLISH_OWNER = new RegExp(
  `(?:^|[^A-Za-z])(?:(${nouns})${NUMBER}\\s|((?=[A-Z])(?:${nouns})${NUMBER}(?:,\\s|\\s\\()|${DIVISION},?\\s))$`,
);
/** The letter (para. 14), the contract, item 3. */
const OWNER_OF_PART = new RegExp(`(?:^|[^A-Za-z])(${nouns})${NUMBER}(?:,?\\s\\(?)$`);

/** The thing with articles of its own that stands before an English locator (`part`: of a paragraph or item alone); '' = none. */
export function englishOwnerBefore(prose: string, at: number, part = false): string {
  const match = (part ? OWNER_OF_PART : ENGLISH_OWNER).exec(prose.slice(Math.max(0, at - 48), at));
  return match?.[1] ?? match?.[2] ?? '';
}

/** CRA 第13条, `notes.md` 第2条: an abbreviation that no list knows, or code, before a Chinese locator. */
export function latinBefore(prose: string, at: number): string {
  const end = skipBack(prose, at);
  const before = prose.slice(Math.max(0, end - 8), end);
  return /(?:^|[^A-Za-z])([A-Z]{2,}|\ufffc)$/.exec(before)?.[1] ?? '';
}

/** Whether 第三部分, 第二章 or the like stands directly before: then the locator is the memo's own. */
export function placeBefore(prose: string, at: number): boolean {
  const end = skipBack(prose, at);
  const before = prose.slice(Math.max(0, end - 12), end);
  const length = ownPlaces.before(before, before.length);
  if (length === 0) return false;
  return /第\s?[\d一二三四五六七八九十百]{1,4}\s?$/.test(before.slice(0, before.length - length));
}
