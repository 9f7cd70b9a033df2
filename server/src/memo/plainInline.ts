import { listMarker } from './lineStarts';
import { OBJECT, type ProseWriter } from './proseWriter';

const STAR = 42;
const BANG = 33;
const BACKSLASH = 92;
const UNDERSCORE = 95;

/** Emphasis and bold type within one block: runs of one or two stars that open and close by turns. */
export class PlainSpans {
  private from = -1;
  private stars = 0;

  constructor(private readonly writer: ProseWriter) {}

  /** Whether every run found its other half. */
  get closed(): boolean {
    return this.from < 0;
  }

  /**
   * A run of `stars` stars at `at`, in a line that starts at `from`.
   * @returns false if the parser has to say what it means
   */
  mark(source: string, at: number, stars: number, from: number, end: number): boolean {
    const before = at > from ? classOf(source.charCodeAt(at - 1)) : SPACE;
    const after = at + stars < end ? classOf(source.charCodeAt(at + stars)) : SPACE;
    if (this.from < 0) {
      if (!(after === LETTER || (after === PUNCTUATION && before !== LETTER))) return false;
      this.from = this.writer.text.length;
      this.stars = stars;
      return true;
    }
    if (stars !== this.stars) return false;
    if (!(before === LETTER || (before === PUNCTUATION && after !== LETTER))) return false;
    if (this.writer.text.length > this.from) {
      this.writer.strong.push({ start: this.from, end: this.writer.text.length });
    }
    this.from = -1;
    return true;
  }
}

/**
 * Writes the words of one line with what memos mark up most: bold type, emphasis, footnote calls, links, images, code,
 * escapes, web addresses.
 * @returns false if there is more to it
 */
export function writePlainLine(
  source: string,
  from: number,
  end: number,
  writer: ProseWriter,
  spans: PlainSpans,
): boolean {
  let run = from;
  let at = from;
  while (at < end) {
    const unit = source.charCodeAt(at);
    if (unit > 127 || isInert[unit]) {
      at += 1;
      continue;
    }
    if (unit === STAR) {
      let stars = 1;
      while (at + stars < end && source.charCodeAt(at + stars) === STAR) stars += 1;
      writer.run(run, at);
      if (stars > 2 || !spans.mark(source, at, stars, from, end)) return false;
      at += stars;
      run = at;
    } else if (unit === BACKSLASH) {
      if (at + 1 >= end) return false;
      if (isAsciiPunctuation(source.charCodeAt(at + 1))) {
        writer.run(run, at);
        writer.piece(source.charAt(at + 1), at, at + 2);
        at += 2;
        run = at;
      } else at += 1;
    } else if (unit === UNDERSCORE) {
      let last = at;
      while (last < end && source.charCodeAt(last) === UNDERSCORE) last += 1;
      const before = at > from ? classOf(source.charCodeAt(at - 1)) : SPACE;
      const after = last < end ? classOf(source.charCodeAt(last)) : SPACE;
      // Within a word, or on its own between spaces, it means nothing.
      if (before !== after || before === PUNCTUATION) return false;
      at = last;
    } else {
      const span = unit === BRACKET || unit === BANG ? bracket(source, at, end) : other(source, at, end);
      if (!span) return false;
      if (span.words !== undefined) {
        writer.run(run, at);
        if (span.words !== '') writer.piece(span.words, at, span.end);
        else if (span.textEnd > span.text) writer.run(span.text, span.textEnd);
        run = span.end;
      }
      at = span.end;
    }
  }
  writer.run(run, end);
  return true;
}

/** A stretch of markup: `words` undefined = it stands as it is; else these words, or the text `[text, textEnd)`. */
interface Span {
  readonly end: number;
  readonly words?: string;
  readonly text: number;
  readonly textEnd: number;
}

const BRACKET = 91;
// [^label] · [text](target) · ![text](target) · [text], without anything in them that needs a second look
const footnoteCall = /\[(\^[^\s[\]]{1,99})\]/y;
const link = /(!?)\[([^[\]`*\\<&_~@!\r\n]{1,400})\]\([^\s()<>[\]\\`]{1,800}\)/y;
const literal = /\[[^[\]`*\\<&_~@!\r\n]{0,400}\](?![[(:])/y;
const code = /`([^`\r\n]{1,400})`(?!`)/y;
const address = /[^\s*[\]`~\\<@]{1,2000}/y;
const reference = /&(?:#[0-9a-zA-Z]{1,8}|[A-Za-z][A-Za-z0-9]{0,30});/y;

function bracket(source: string, at: number, end: number): Span | undefined {
  if (source.charCodeAt(at) === BANG && source.charCodeAt(at + 1) !== BRACKET) return asItIs(at + 1);
  const call = matchAt(footnoteCall, source, at, end);
  if (call) return { end: at + call[0].length, words: '', text: at, textEnd: at };
  const found = matchAt(link, source, at, end);
  if (!found && unitIsOpen(source, at)) {
    const words = matchAt(literal, source, at, end);
    return words && !/:\/\/|www\./i.test(words[0]) ? asItIs(at + words[0].length) : undefined;
  }
  if (!found || /:\/\/|www\./i.test(found[2] as string)) return undefined;
  const words = found[2] as string;
  if (/^[\s^]|\s$/.test(words)) return undefined;
  const linkEnd = at + found[0].length;
  if (found[1] === '!') return { end: linkEnd, words: OBJECT, text: at, textEnd: at };
  return { end: linkEnd, words: '', text: at + 1, textEnd: at + 1 + words.length };
}

function unitIsOpen(source: string, at: number): boolean {
  return source.charCodeAt(at) === BRACKET;
}

function other(source: string, at: number, end: number): Span | undefined {
  const unit = source.charAt(at);
  if (unit === '`') {
    const found = matchAt(code, source, at, end);
    return found && { end: at + found[0].length, words: OBJECT, text: at, textEnd: at };
  }
  if (unit === '&') return matchAt(reference, source, at, end) ? undefined : asItIs(at + 1);
  // A web address may run on to the next space: markup in it would be none.
  if (unit === ':' && source.startsWith('//', at + 1)) return wholeAddress(source, at, end);
  if (unit === ':') return asItIs(at + 1);
  if ((unit === 'w' || unit === 'W') && /^ww\.$/i.test(source.slice(at + 1, at + 4))) {
    return wholeAddress(source, at, end);
  }
  return unit === 'w' || unit === 'W' ? asItIs(at + 1) : undefined;
}

function wholeAddress(source: string, at: number, end: number): Span | undefined {
  address.lastIndex = at;
  const found = address.exec(source);
  const stop = Math.min(end, at + (found?.[0].length ?? 0));
  const words = source.slice(at, stop);
  const bounded = stop === end || isSpaceUnit(source.charCodeAt(stop));
  return bounded && !/&[#A-Za-z][0-9A-Za-z]{0,31};|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_/.test(words)
    ? asItIs(stop)
    : undefined;
}

function asItIs(end: number): Span {
  return { end, text: 0, textEnd: 0 };
}

function matchAt(pattern: RegExp, source: string, at: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(source);
  return match && at + match[0].length <= end ? match : undefined;
}

/** `^label` of the footnote mark `[^label]` at `at`. */
export function footnoteLabel(source: string, at: number, end: number): string | undefined {
  return matchAt(footnoteCall, source, at, end)?.[1];
}

/** Whether the words at `at` are running text and cannot start, underline or close another block. */
export function startsWords(source: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const first = source.charCodeAt(at);
  // Spaces and tabs, and the marks of headings, quotations, lists, tables, definitions, fences.
  if (first === 32 || first === 9) return false;
  if (first === STAR)
    return source.charCodeAt(at + 1) !== 32 && source.charCodeAt(at + 1) !== 9 && at + 1 < end;
  if ('#>-+=|:~<_'.includes(source.charAt(at))) return false;
  if (first === 96) return source.charCodeAt(at + 1) !== 96;
  if (first === BRACKET) {
    // A definition starts with its label.
    const close = source.indexOf(']', at);
    return close >= 0 && close < end && source.charCodeAt(close + 1) !== 58;
  }
  return !(first >= 48 && first <= 57 && listMarker(source, at, end, 0));
}

/** Whether a list, a footnote or a task starts within a container's line. */
export function nestsBlock(source: string, content: number, end: number): boolean {
  if (listMarker(source, content, end, 0)) return true;
  if (source.charCodeAt(content) !== BRACKET) return false;
  return source.charCodeAt(content + 2) === 93 || footnoteLabel(source, content, end) !== undefined;
}

const SPACE = 1;
const PUNCTUATION = 2;
const LETTER = 0;

const classes = new Map<number, number>();

/** How CommonMark sorts a unit that stands beside a run of stars. */
function classOf(unit: number): number {
  let known = classes.get(unit);
  if (known === undefined) {
    const character = String.fromCharCode(unit);
    known = /\s/.test(character) ? SPACE : /\p{P}|\p{S}/u.test(character) ? PUNCTUATION : LETTER;
    classes.set(unit, known);
  }
  return known;
}

/** ASCII units that are words wherever they stand. */
const isInert = Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  return unit !== 0 && !'*\\_[]!`&:wW~<@'.includes(character);
});

function isSpaceUnit(unit: number): boolean {
  return unit === 32 || unit === 9;
}

function isAsciiPunctuation(unit: number): boolean {
  return (
    (unit >= 33 && unit <= 47) ||
    (unit >= 58 && unit <= 64) ||
    (unit >= 91 && unit <= 96) ||
    (unit >= 123 && unit <= 126)
  );
}
