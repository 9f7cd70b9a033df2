import type { TextRange } from '../text/range';

/** Stands in prose for what is not running text: inline code, an image, struck-out text. */
export const OBJECT = '\uFFFC';

/** Writes the prose of one block together with the places it comes from (see `Block.map`). */
export class ProseWriter {
  /** Prose ranges in bold or emphasis. */
  readonly strong: TextRange[] = [];
  text = '';
  private readonly pairs: number[] = [];
  /** Source offset where the last piece ended; the next piece continues it in step if it starts there. */
  private sourceAt = -1;

  constructor(private readonly source: string) {}

  /** The finished map; `start` is the block's own start, for a block without prose. */
  map(start: number): readonly number[] {
    if (this.pairs.length === 0) return [0, start];
    if (this.pairs[this.pairs.length - 2] !== this.text.length)
      this.pairs.push(this.text.length, this.sourceAt);
    // A copy: an array that grew holds room for more, and the map stays.
    return this.pairs.slice();
  }

  /** Source that stands in the prose as it is. */
  run(start: number, end: number): void {
    if (end <= start) return;
    const words = this.source.slice(start, end);
    this.place(start);
    this.text += words.includes('\0') ? words.replaceAll('\0', '\uFFFD') : words;
    this.sourceAt = end;
  }

  /** Words that stand for a stretch of source of perhaps another length. */
  piece(words: string, start: number, end: number): void {
    if (words.length === 0) return;
    this.place(start);
    this.text += words;
    if (end - start !== words.length) this.pairs.push(this.text.length, end);
    this.sourceAt = end;
  }

  /**
   * The line break at `at` with the spaces before it, back to `from`.
   * @returns where the next line starts
   */
  lineBreak(from: number, at: number): number {
    let spaces = at;
    while (spaces > from && isSpace(this.source.charCodeAt(spaces - 1))) spaces -= 1;
    this.run(from, spaces);
    const next = this.source.charCodeAt(at) === CR && this.source.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
    this.piece('\n', spaces, next);
    return next;
  }

  /** Where the writer stands, to go back to. */
  mark(): readonly [length: number, pairs: number, sourceAt: number] {
    return [this.text.length, this.pairs.length, this.sourceAt];
  }

  /** Takes back what was written since the mark. */
  rewind([length, pairs, sourceAt]: readonly [number, number, number]): void {
    this.text = this.text.slice(0, length);
    this.pairs.length = pairs;
    this.sourceAt = sourceAt;
  }

  /** Notes where the next unit of prose comes from, unless it continues in step. */
  private place(start: number): void {
    if (start === this.sourceAt) return;
    const offset = this.text.length;
    const last = this.pairs.length - 2;
    // Close the stretch before, so that ranges that end here leave out the markup between.
    if (last >= 0 && !(this.pairs[last] === offset && this.pairs[last + 1] === this.sourceAt)) {
      this.pairs.push(offset, this.sourceAt);
    }
    this.pairs.push(offset, start);
  }
}

const LF = 10;
const CR = 13;

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
