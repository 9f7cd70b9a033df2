import type { TextRange } from '../text/range';
import type { Block } from './memo';

/**
 * The sentences of a block: ranges of its prose in order, without the white space around them.
 *
 * Chinese: 。！？； end a sentence; English: . ! ? before white space, but not after an abbreviation (Art. No. v.), an initial or
 * within a number. Closing quotation marks and brackets stay with their sentence. A line break ends one only before an
 * enumerator (（一）, 1., 二、, ①), since lines are wrapped anywhere.
 */
export function sentencesOf(block: Block): readonly TextRange[] {
  if (last?.block !== block) last = { block, sentences: splitSentences(block.prose) };
  return last.sentences;
}

/** The sentence that holds a prose offset (or ends there); undefined between sentences. */
export function sentenceAt(block: Block, proseOffset: number): TextRange | undefined {
  const sentences = sentencesOf(block);
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as TextRange).end < proseOffset) low = middle + 1;
    else high = middle;
  }
  // Of two that touch, the later one holds the offset.
  const next = sentences[low + 1];
  if (next && next.start <= proseOffset) return next;
  const found = sentences[low];
  return found && found.start <= proseOffset ? found : undefined;
}

/** Who asks for the sentences of a block asks again at once; those of all blocks would take more room than the text. */
let last: { readonly block: Block; readonly sentences: readonly TextRange[] } | undefined;

/** Sentences of running text (see `sentencesOf`). */
export function splitSentences(prose: string): TextRange[] {
  const sentences: TextRange[] = [];
  let start = 0;
  let at = 0;
  while (at < prose.length) {
    const end = sentenceEnd(prose, at, start);
    if (end > 0) {
      push(sentences, prose, start, end);
      start = end;
    }
    at = Math.max(Math.abs(end), at + 1);
  }
  push(sentences, prose, start, prose.length);
  return sentences;
}

/** What a unit may do at the end of a sentence: bits of a table, so that a text is not taken apart into strings. */
const Mark = {
  terminator: 1,
  chineseTerminator: 2,
  /** May follow another terminator. */
  run: 4,
  closer: 8,
  space: 16,
  /** What goes on with the sentence after a quotation that ends in 。: “……。”的规定 */
  continuer: 32,
} as const;

const marks = new Uint8Array(0x10000);
for (const [units, mark] of [
  ['。！？；!?.．\n', Mark.terminator],
  ['。！？；', Mark.chineseTerminator],
  ['。！？；!?', Mark.run],
  ['”’」』）)】〕》〉]"\'', Mark.closer],
  [' \t\n\u00A0\u3000', Mark.space],
  ['，、：；,;:的之等', Mark.continuer],
] as const)
  for (const unit of units) marks[unit.charCodeAt(0)]! |= mark;

/** Whether the unit at a place is such a mark; false behind the end. */
function is(prose: string, at: number, mark: number): boolean {
  return at < prose.length && (marks[prose.charCodeAt(at)]! & mark) !== 0;
}

const lineBreak = 10;
const exclamation = 33;
const fullStopUnit = 46;
const questionMark = 63;

/** End of the sentence if one ends with the unit at `at`; else minus the place to go on from (0 = the next unit). */
function sentenceEnd(prose: string, at: number, start: number): number {
  const unit = prose.charCodeAt(at);
  const kind = marks[unit]!;
  if ((kind & Mark.terminator) === 0) return 0;
  if (unit === lineBreak) return enumerator(prose, at + 1) ? at + 1 : 0;
  if (unit === fullStopUnit && !fullStop(prose, at, start)) return 0;
  let end = at + 1;
  while (is(prose, end, Mark.run)) end += 1;
  const afterMarks = end;
  while (is(prose, end, Mark.closer)) end += 1;
  if (end > afterMarks && is(prose, end, Mark.continuer)) return -end;
  if ((unit === exclamation || unit === questionMark) && isAsciiWord(prose.charAt(end))) return -end;
  // “Why?” she asked.
  if (end > afterMarks && (kind & Mark.chineseTerminator) === 0 && isLowerCase(afterSpaces(prose, end)))
    return -end;
  return end;
}

/** Whether a full stop ends a sentence. */
function fullStop(prose: string, at: number, start: number): boolean {
  let after = at + 1;
  while (after < at + 4 && is(prose, after, Mark.closer)) after += 1;
  if (after < prose.length && !is(prose, after, Mark.space)) return false;
  const following = afterSpaces(prose, after);
  if (following === '') return true;
  if (isLowerCase(following)) return false;
  let wordStart = at;
  while (wordStart > start && wordStart > at - 12 && isWordOrDot(prose.charAt(wordStart - 1))) wordStart -= 1;
  const word = prose.slice(wordStart, at).toLowerCase();
  // `1. …` at the start is an enumerator; `A.` and `P.R.C.` are initials.
  if (/^\d{1,3}$/.test(word) && prose.slice(start, wordStart).trim() === '') return false;
  if (/^(?:[a-z]\.){0,5}[a-z]$/.test(word)) return false;
  return !abbreviations.has(word);
}

/** Words that keep their full stop within a sentence; those that often end one (etc., Inc.) are not here. */
const abbreviations = new Set(
  (
    'art arts no nos v vs sec secs para paras cl cls ch chs sch reg regs ord r rr p pp vol fn n nn cf eg ie e.g i.e viz op cit ' +
    'id ibid supra infra mr mrs ms dr prof hon st messrs co corp jan feb mar apr jun jul aug sep sept oct nov dec ed eds al app'
  ).split(' '),
);

/** Whether a list-like line starts at `from`: （一）, 1., 1）, 二、, ①. */
function enumerator(prose: string, from: number): boolean {
  enumerators.lastIndex = from;
  return enumerators.test(prose);
}

const enumerators =
  /[ \t\u3000]{0,8}(?:[（(][0-9一二三四五六七八九十百]{1,4}[）)]|[0-9]{1,3}[.．、）)]|[一二三四五六七八九十百]{1,4}、|[①-⑳])/y;

function push(sentences: TextRange[], prose: string, start: number, end: number): void {
  let from = start;
  let to = end;
  while (from < to && is(prose, from, Mark.space)) from += 1;
  while (to > from && is(prose, to - 1, Mark.space)) to -= 1;
  if (to > from) sentences.push({ start: from, end: to });
}

/** The next unit that is not white space; '' at the end. Looks at a bounded stretch. */
function afterSpaces(prose: string, from: number): string {
  const limit = Math.min(prose.length, from + 64);
  let at = from;
  while (at < limit && is(prose, at, Mark.space)) at += 1;
  return prose.charAt(at);
}

function isLowerCase(unit: string): boolean {
  return unit >= 'a' && unit <= 'z';
}

function isAsciiWord(unit: string): boolean {
  return /[A-Za-z0-9]/.test(unit);
}

function isWordOrDot(unit: string): boolean {
  return /[A-Za-z0-9.]/.test(unit);
}
