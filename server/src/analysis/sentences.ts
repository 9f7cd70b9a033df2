import type { TextRange } from '../text/range';

/** A sentence without a full stop is cut at a comma once it is longer than this (code units). */
const long = 160;

const enders = '。！？；!?;';
const closers = '”’」』）)】》"';
const abbreviations = new Set([
  'art',
  'arts',
  'no',
  'nos',
  'mr',
  'mrs',
  'ms',
  'dr',
  'v',
  'vs',
  'cl',
  'para',
  'paras',
  's',
  'ss',
  'sec',
  'p',
  'pp',
  'e.g',
  'i.e',
  'etc',
  'cf',
  'co',
  'ltd',
  'inc',
  'st',
  'op',
  'cit',
]);

/**
 * The sentences of a prose text: ranges that cover it without gap. Chinese and English stops end a sentence together
 * with the closing marks behind them; text without stops is cut at commas.
 */
export function sentencesOf(prose: string): TextRange[] {
  const ranges: TextRange[] = [];
  let start = 0;
  let comma = -1;
  const cut = (end: number) => {
    if (end > start) ranges.push({ start, end });
    start = end;
    comma = -1;
  };
  for (let at = 0; at < prose.length; at++) {
    const unit = prose[at]!;
    if (unit === '，' || unit === ',' || unit === '、') {
      if (unit !== '、') comma = at + 1;
    } else if (enders.includes(unit) || (unit === '.' && endsEnglish(prose, start, at))) {
      let end = at + 1;
      while (end < prose.length && (closers.includes(prose[end]!) || enders.includes(prose[end]!))) end++;
      cut(end);
      at = end - 1;
      continue;
    }
    if (at - start >= long && comma > start) {
      const end = comma;
      cut(end);
    } else if (at - start >= 4 * long) cut(at + 1);
  }
  cut(prose.length);
  return ranges;
}

/** A full stop that ends an English sentence: space and a capital, digit or quotation follow, no abbreviation before. */
function endsEnglish(prose: string, start: number, at: number): boolean {
  const next = prose[at + 1];
  if (next === undefined) return true;
  if (next !== ' ' && next !== '\n' && !closers.includes(next)) return false;
  const after = prose.slice(at + 1, at + 5).trimStart()[0];
  if (after !== undefined && after >= 'a' && after <= 'z') return false;
  let from = at;
  while (from > start && at - from < 12 && /[A-Za-z.]/.test(prose[from - 1]!)) from--;
  const word = prose.slice(from, at).toLowerCase();
  return word.length > 0
    ? !abbreviations.has(word)
    : !/\d/.test(prose[at - 1] ?? '') || after === undefined || at - start > 4;
}
