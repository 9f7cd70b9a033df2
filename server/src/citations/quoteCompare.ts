import { quotations, WordList } from './lexicon';

/** A stretch of the quotation and what the law has in its place; offsets are those of the plain quotation. */
export interface TextDifference {
  readonly start: number;
  readonly end: number;
  readonly official: string;
  readonly operative: boolean;
}

export type Comparison =
  /** Every part stands in the law, in this order. */
  | { readonly state: 'same' }
  | { readonly state: 'differs'; readonly differences: readonly TextDifference[] }
  /** Too unlike to be a quotation of this text. */
  | { readonly state: 'unlike' };

/** Beyond this many cells of the alignment table only the ends are compared. */
const mostCells = 600_000;
/** A quotation may differ in this share of its characters and still be one. */
const mostDifferent = 0.4;

const OMISSION = /…+|⋯+|\.{3,}|—{2,}|\[[^[\]]{0,60}\]|\([^()]{0,8}略[^()]{0,8}\)/g;

/**
 * Compares a quotation with the official text, both in plain form. Marks of omission (…… and words in square brackets) may stand for
 * anything.
 */
export function compareQuotation(quote: string, official: string): Comparison {
  const parts: { text: string; start: number }[] = [];
  let from = 0;
  OMISSION.lastIndex = 0;
  for (let mark = OMISSION.exec(quote); mark; mark = OMISSION.exec(quote)) {
    if (mark.index > from) parts.push({ text: quote.slice(from, mark.index), start: from });
    from = mark.index + mark[0].length;
  }
  if (from < quote.length) parts.push({ text: quote.slice(from), start: from });

  let at = 0;
  const differences: TextDifference[] = [];
  const pieces = parts
    .flatMap(splitAtItems)
    .flatMap((part) => (part.text.length * official.length > mostCells ? splitAtSentences(part) : [part]));
  for (const part of pieces) {
    const { text, start } = trimPunctuation(part);
    if (text === '') continue;
    const found = official.indexOf(text, at);
    if (found >= 0) {
      at = found + text.length;
      continue;
    }
    const earlier = official.indexOf(text);
    if (earlier >= 0) continue;
    const left = leftOut(text, official);
    if (left) {
      differences.push({ ...left, start: start + left.start, end: start + left.end });
      continue;
    }
    const aligned = align(text, official);
    if (!aligned) return { state: 'unlike' };
    for (const d of aligned) {
      differences.push({
        start: start + d.start,
        end: start + d.end,
        official: d.official,
        operative: isOperative(text, d.start, d.end, d.official, d.before, d.after),
      });
    }
  }
  return differences.length === 0 ? { state: 'same' } : { state: 'differs', differences };
}

/** The pieces on both sides of words left out must be as long as that. */
const shortestPiece = 4;
/** Fewer characters may be a single word that decides. */
const longestWord = 5;

/** A quotation that is word for word the law's but for one stretch left out without a mark. */
function leftOut(text: string, official: string): TextDifference | undefined {
  let low = shortestPiece;
  let high = text.length - shortestPiece;
  if (high < low || !official.includes(text.slice(0, low))) return undefined;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (official.includes(text.slice(0, middle))) low = middle;
    else high = middle - 1;
  }
  const at = official.indexOf(text.slice(0, low)) + low;
  const rest = official.indexOf(text.slice(low), at);
  if (rest < 0 || rest - at < longestWord) return undefined;
  return { start: low, end: low, official: official.slice(at, rest), operative: false };
}

/** Before an item (（十）…) others may be left out without a mark, as is the custom. */
function splitAtItems(part: { text: string; start: number }): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [];
  let from = 0;
  for (const label of part.text.matchAll(/\([一二三四五六七八九十]{1,3}\)/g)) {
    if (label.index > from) out.push({ text: part.text.slice(from, label.index), start: part.start + from });
    from = label.index;
  }
  out.push({ text: part.text.slice(from), start: part.start + from });
  return out;
}

/** A quotation too long to be aligned whole is compared sentence by sentence. */
function splitAtSentences(part: { text: string; start: number }): { text: string; start: number }[] {
  const out: { text: string; start: number }[] = [];
  let from = 0;
  for (const mark of part.text.matchAll(/[.;]/g)) {
    out.push({ text: part.text.slice(from, mark.index + 1), start: part.start + from });
    from = mark.index + 1;
  }
  out.push({ text: part.text.slice(from), start: part.start + from });
  return out;
}

/** The punctuation at the ends of a quotation is the memo's. */
function trimPunctuation(part: { text: string; start: number }): { text: string; start: number } {
  let { text, start } = part;
  while (text !== '' && /[,;:.!?、]/.test(text[0] as string)) {
    text = text.slice(1);
    start += 1;
  }
  while (text !== '' && /[,;:.!?、]/.test(text[text.length - 1] as string)) text = text.slice(0, -1);
  return { text, start };
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly official: string;
  /** Words of the law around the place, for the test of operative words. */
  readonly before: string;
  readonly after: string;
}

/**
 * What a character costs that is left out of the law's words, put in, or another: who quotes leaves out rather than adds, so that a
 * stretch left out is not told as many words replaced, nor the end of the quotation as words too many.
 */
const costs = { leftOut: 2, putIn: 4, other: 4 } as const;

/** The least edits that turn the quotation into a stretch of the official text; undefined when too unlike. */
function align(quote: string, official: string): readonly Edit[] | undefined {
  const n = quote.length;
  const m = official.length;
  if (n === 0 || m === 0 || (n + 1) * (m + 1) > mostCells) return undefined;
  const width = m + 1;
  const cost = new Uint16Array((n + 1) * width);
  for (let i = 1; i <= n; i += 1) cost[i * width] = i * costs.putIn;
  for (let i = 1; i <= n; i += 1) {
    const unit = quote.charCodeAt(i - 1);
    for (let j = 1; j <= m; j += 1) {
      const here = i * width + j;
      const up = cost[here - width] as number;
      const left = cost[here - 1] as number;
      const diagonal = cost[here - width - 1] as number;
      cost[here] =
        unit === official.charCodeAt(j - 1)
          ? diagonal
          : Math.min(diagonal + costs.other, up + costs.putIn, left + costs.leftOut);
    }
  }
  let end = 0;
  for (let j = 1; j <= m; j += 1)
    // Of equals the later end: a word replaced at the end is not a word left over.
    if ((cost[n * width + j] as number) <= (cost[n * width + end] as number)) end = j;
  const edits: Edit[] = [];
  let i = n;
  let j = end;
  let open: { iEnd: number; jEnd: number } | undefined;
  const close = () => {
    if (!open) return;
    edits.push({
      start: i,
      end: open.iEnd,
      official: official.slice(j, open.jEnd),
      before: official.slice(Math.max(0, j - 3), j),
      after: official.slice(open.jEnd, open.jEnd + 3),
    });
    open = undefined;
  };
  // Of equally short ways one with few separate places: a stretch that is left out or put in goes on as long as it may.
  let gap: 'memo' | 'law' | undefined;
  while (i > 0) {
    const here = i * width + j;
    const value = cost[here] as number;
    const diagonal = j > 0 ? (cost[here - width - 1] as number) : Infinity;
    const inLaw = j > 0 && value === (cost[here - 1] as number) + costs.leftOut;
    const inMemo = value === (cost[here - width] as number) + costs.putIn;
    const same = value === diagonal && quote.charCodeAt(i - 1) === official.charCodeAt(j - 1);
    if (same && !(gap === 'law' && inLaw) && !(gap === 'memo' && inMemo)) {
      close();
      gap = undefined;
      i -= 1;
      j -= 1;
      continue;
    }
    open ??= { iEnd: i, jEnd: j };
    if (gap === undefined && value === diagonal + costs.other) {
      i -= 1;
      j -= 1;
    } else if (inLaw && (gap === 'law' || !inMemo)) {
      gap = 'law';
      j -= 1;
    } else if (inMemo) {
      gap = 'memo';
      i -= 1;
    } else {
      i -= 1;
      j -= 1;
    }
  }
  close();
  const different = edits.reduce(
    (sum, edit) => sum + Math.max(edit.end - edit.start, edit.official.length),
    0,
  );
  if (different > mostDifferent * n) return undefined;
  return edits
    .reverse()
    .map((edit, k) => fromClause(edit, quote, edits[k - 1]?.end ?? 0, edits[k + 1]?.start ?? n))
    .filter(
      (edit) => !onlyPunctuation(quote.slice(edit.start, edit.end) + edit.official) || edit.official !== '',
    );
}

/** A stretch left out may often be told in several ways: where one of them begins with a clause, that one. */
function fromClause(edit: Edit, quote: string, from: number, to: number): Edit {
  if (edit.start !== edit.end) return edit;
  let { start, official } = edit;
  // The last way first.
  while (start < to && quote[start] === official[0]) {
    official = official.slice(1) + official[0];
    start += 1;
  }
  while (!/^[,;:.]/.test(official)) {
    const last = official[official.length - 1];
    if (start <= from || last === undefined || quote[start - 1] !== last) return edit;
    start -= 1;
    official = last + official.slice(0, -1);
  }
  return {
    start,
    end: start,
    official,
    before: quote.slice(Math.max(0, start - 3), start),
    after: quote.slice(start, start + 3),
  };
}

function onlyPunctuation(text: string): boolean {
  return /^[,;:.!?、()[\]-]*$/.test(text);
}

const groups = quotations.operative.map((group) => new WordList(group));
const NUMERAL = /[\d一二三四五六七八九十百千万零两]/;

/** Whether the difference touches a word that decides (应当/可以, 连带/相应, a number, a negation). */
function isOperative(
  quote: string,
  start: number,
  end: number,
  official: string,
  before: string,
  after: string,
): boolean {
  const written = quote.slice(start, end);
  if (onlyPunctuation(written) && onlyPunctuation(official)) return false;
  if (NUMERAL.test(written) || NUMERAL.test(official)) return true;
  const saysWritten = wordsAcross(
    quote.slice(Math.max(0, start - 3), start),
    written,
    quote.slice(end, end + 3),
  );
  const saysOfficial = wordsAcross(before, official, after);
  return (
    saysWritten.some((word) => !saysOfficial.includes(word)) ||
    saysOfficial.some((word) => !saysWritten.includes(word))
  );
}

/** Operative words that overlap the middle of three stretches, or stand across its ends. */
function wordsAcross(before: string, middle: string, after: string): string[] {
  const text = before + middle + after;
  const from = before.length;
  const to = from + middle.length;
  const found: string[] = [];
  for (const group of groups) {
    for (let i = 0; i < text.length; i += 1) {
      const length = group.at(text, i);
      if (length > 0 && i < to && i + length > from) found.push(text.substr(i, length));
    }
  }
  return found;
}
