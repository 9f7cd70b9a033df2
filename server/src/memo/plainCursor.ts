import type { TextRange } from '../text/range';
import { atxHeading, isBlankFrom, listMarker } from './lineStarts';
import { type BlockPlace, makeBlock } from './makeBlock';
import type { Block } from './memo';
import { footnoteLabel, PlainSpans, startsWords, writePlainLine } from './plainInline';
import { ProseWriter } from './proseWriter';

/** A line of a chunk: `next` is where the following one starts. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Where the short way stands in a chunk, and what it has read. */
export class PlainCursor {
  readonly blocks: Block[] = [];
  readonly comments: TextRange[] = [];
  at = 0;
  /** Block that would introduce a list: the paragraph or heading directly before. */
  before = -1;
  tables = 0;

  constructor(readonly source: string) {}

  get done(): boolean {
    return this.at >= this.source.length;
  }

  lineAt(start: number): Line {
    const { source } = this;
    let end = start;
    while (end < source.length && source.charCodeAt(end) !== LF && source.charCodeAt(end) !== CR) end += 1;
    const crlf = source.charCodeAt(end) === CR && source.charCodeAt(end + 1) === LF;
    return { start, end, next: crlf ? end + 2 : end + 1 };
  }

  /** Blank, or behind the last line. */
  isBlank(line: Line): boolean {
    return isBlankFrom(this.source, line.start, line.end);
  }

  /** @returns whether there was a blank line */
  skipBlank(): boolean {
    let skipped = false;
    while (!this.done) {
      const line = this.lineAt(this.at);
      if (!this.isBlank(line)) return skipped;
      skipped = true;
      this.at = line.next;
    }
    return skipped;
  }

  /** Whether a line certainly starts a block of its own at the outermost level, whatever paragraph is before it. */
  interrupts(line: Line): boolean {
    const { source } = this;
    const first = source.charCodeAt(line.start);
    if (first === 62) return true;
    if (first === 35) return atxHeading(source, line.start, line.end) > 0;
    if (first === 91 && source.charCodeAt(line.start + 1) === 94) {
      const label = footnoteLabel(source, line.start, line.end);
      return label !== undefined && source.charCodeAt(line.start + label.length + 2) === 58;
    }
    const marker = listMarker(source, line.start, line.end, 0);
    return marker?.interrupts === true && !marker.empty;
  }

  push(kind: Block['kind'], start: number, end: number, words: Words, place?: BlockPlace): void {
    this.blocks.push(makeBlock(kind, start, end, words.writer, place));
  }
}

/** The running text of one block, written line by line. */
export class Words {
  readonly writer: ProseWriter;
  private readonly spans: PlainSpans;

  constructor(private readonly source: string) {
    this.writer = new ProseWriter(source);
    this.spans = new PlainSpans(this.writer);
  }

  /**
   * Writes a line from `from` on; one that is not the last ends with its break.
   * @returns false if the parser has to read it
   */
  line(from: number, line: Line, last: boolean): boolean {
    const { source } = this;
    if (!startsWords(source, from, line.end)) return false;
    let end = line.end;
    while (end > from && isSpace(source.charCodeAt(end - 1))) end -= 1;
    // White space at the end of a block or behind markup: the parser knows what it belongs to.
    if (end < line.end && (last || !this.endsInWords(from, end))) return false;
    if (!this.write(from, end)) return false;
    if (!last) this.writer.lineBreak(end, line.end);
    return true;
  }

  /** Writes part of a line. */
  write(from: number, end: number): boolean {
    return writePlainLine(this.source, from, end, this.writer, this.spans);
  }

  /** At the end of the block: whether all markup found its other half. */
  close(): boolean {
    return this.spans.closed;
  }

  private endsInWords(from: number, end: number): boolean {
    return (
      !']*)`'.includes(this.source.charAt(end - 1)) && !/:\/\/|www\./i.test(this.source.slice(from, end))
    );
  }
}

const LF = 10;
const CR = 13;

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
