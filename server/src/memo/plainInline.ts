import { listMarker } from './lineStarts';
import type { ProseWriter } from './proseWriter';

const STAR = 42;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** Bold type within one block: `**` runs that open and close by turns. */
export class PlainStrong {
  private from = -1;

  constructor(private readonly writer: ProseWriter) {}

  /**
   * A run of exactly two stars at `at`.
   * @returns false if the parser has to say what it means
   */
  mark(source: string, at: number, lineStart: number, lineEnd: number): boolean {
    const before = at > lineStart ? classOf(source.charCodeAt(at - 1)) : SPACE;
    const after = at + 2 < lineEnd ? classOf(source.charCodeAt(at + 2)) : SPACE;
    if (this.from < 0) {
      if (!(after === LETTER || (after === PUNCTUATION && before !== LETTER))) return false;
      this.from = this.writer.text.length;
      return true;
    }
    if (!(before === LETTER || (before === PUNCTUATION && after !== LETTER))) return false;
    if (this.writer.text.length > this.from) {
      this.writer.strong.push({ start: this.from, end: this.writer.text.length });
    }
    this.from = -1;
    return true;
  }

  /** At the end of the block: whether every run found its other half. */
  close(): boolean {
    return this.from < 0;
  }
}

/**
 * Writes the words of one line, with bold type and footnote calls.
 * @returns false if there is more to it
 */
export function writePlainLine(
  source: string,
  from: number,
  end: number,
  writer: ProseWriter,
  strong: PlainStrong,
): boolean {
  let run = from;
  let at = from;
  while (at < end) {
    const unit = source.charCodeAt(at);
    if (unit === STAR) {
      if (source.charCodeAt(at + 1) !== STAR || source.charCodeAt(at + 2) === STAR) return false;
      writer.run(run, at);
      if (!strong.mark(source, at, from, end)) return false;
      at += 2;
      run = at;
    } else if (unit === OPEN_BRACKET) {
      const label = footnoteLabel(source, at, end);
      if (label === undefined || (at > from && source.charCodeAt(at - 1) === 33)) return false;
      writer.run(run, at);
      at += label.length + 2;
      run = at;
    } else if (unit === CLOSE_BRACKET) return false;
    else at += 1;
  }
  writer.run(run, end);
  return true;
}

const label = /\[(\^[^\s[\]]{1,99})\]/y;

/** `^label` of the footnote mark `[^label]` at `at`. */
export function footnoteLabel(source: string, at: number, end: number): string | undefined {
  label.lastIndex = at;
  const match = label.exec(source);
  return match && at + match[0].length <= end ? match[1] : undefined;
}

/** Whether the words at `at` are running text and cannot start, underline or close another block. */
export function startsWords(source: string, at: number, end: number): boolean {
  if (at >= end) return false;
  const first = source.charCodeAt(at);
  // Spaces and tabs, and the marks of headings, quotations, lists, tables, definitions.
  if (first === 32 || first === 9) return false;
  if (first === STAR) return source.charCodeAt(at + 1) === STAR;
  if ('#>-+=|:'.includes(source.charAt(at))) return false;
  return !(first >= 48 && first <= 57 && listMarker(source, at, end, 0));
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
