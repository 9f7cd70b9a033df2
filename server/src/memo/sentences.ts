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

const terminators = '。！？；!?.．\n';
const chineseTerminators = '。！？；';
const terminatorRun = `${chineseTerminators}!?`;
const closers = '”’」』）)】〕》〉]"\'';
const spaces = ' \t\n\u00A0\u3000';
/** What goes on with the sentence after a quotation that ends in 。: “……。”的规定 */
const continuers = '，、：；,;:的之等';

/** End of the sentence if one ends with the unit at `at`; else minus the place to go on from (0 = the next unit). */
function sentenceEnd(prose: string, at: number, start: number): number {
  const unit = prose.charAt(at);
  if (!terminators.includes(unit)) return 0;
  if (unit === '\n') return enumerator(prose, at + 1) ? at + 1 : 0;
  if (unit === '.' && !fullStop(prose, at, start)) return 0;
  let end = at + 1;
  while (end < prose.length && terminatorRun.includes(prose.charAt(end))) end += 1;
  const afterMarks = end;
  while (end < prose.length && closers.includes(prose.charAt(end))) end += 1;
  const next = prose.charAt(end);
  if (end > afterMarks && next !== '' && continuers.includes(next)) return -end;
  if ((unit === '!' || unit === '?') && isAsciiWord(next)) return -end;
  // “Why?” she asked.
  if (end > afterMarks && !chineseTerminators.includes(unit) && isLowerCase(afterSpaces(prose, end)))
    return -end;
  return end;
}

/** Whether a full stop ends a sentence. */
function fullStop(prose: string, at: number, start: number): boolean {
  let after = at + 1;
  while (after < prose.length && after < at + 4 && closers.includes(prose.charAt(after))) after += 1;
  if (after < prose.length && !spaces.includes(prose.charAt(after))) return false;
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
  while (from < to && spaces.includes(prose.charAt(from))) from += 1;
  while (to > from && spaces.includes(prose.charAt(to - 1))) to -= 1;
  if (to > from) sentences.push({ start: from, end: to });
}

/** The next unit that is not white space; '' at the end. Looks at a bounded stretch. */
function afterSpaces(prose: string, from: number): string {
  const limit = Math.min(prose.length, from + 64);
  let at = from;
  while (at < limit && spaces.includes(prose.charAt(at))) at += 1;
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
