/** A place as editors give it: line and UTF-16 code unit within the line, both from 0. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/**
 * Where the lines of one text version stand. A line ends with LF, CRLF or a lone CR. Immutable. Places and offsets
 * outside the text are moved to its ends, a place beyond its line's end to the line's end.
 */
export interface LineIndex {
  readonly lineCount: number;
  offset(position: LinePosition): number;
  position(offset: number): LinePosition;
  /** Offset of the first unit of a line; a line beyond the text gives the text's length. */
  lineStart(line: number): number;
  /** Offset of the end of a line, its line break not included. */
  lineEnd(line: number): number;
}

/** A piece of text that begins at the start of a line. The same object always holds the same text. */
export interface TextPiece {
  readonly text: string;
}

/** A text cut into pieces at line starts, such as a `Memo`: the pieces of the text, and where each stands. */
export interface TextInPieces {
  readonly chunks: readonly TextPiece[];
  readonly starts: readonly number[];
}

/**
 * Line index of a text. For a text in pieces the lines of each piece are counted once and remembered with the piece,
 * so that the index of the next version costs one addition a piece.
 */
export function createLineIndex(source: string | TextInPieces): LineIndex {
  return new Lines(typeof source === 'string' ? { chunks: [{ text: source }], starts: [0] } : source);
}

/** Starts of the lines of each piece, relative to the piece; the first is 0. */
const linesOfPiece = new WeakMap<TextPiece, readonly number[]>();

class Lines implements LineIndex {
  private readonly length: number;
  private readonly pieces: readonly TextPiece[];
  private readonly starts: readonly number[];
  /** Number of the first line of each piece. */
  private readonly firstLines: number[];
  readonly lineCount: number;

  constructor(source: TextInPieces) {
    this.pieces = source.chunks;
    this.starts = source.starts;
    const last = this.pieces.length - 1;
    this.length = last < 0 ? 0 : (this.starts[last] as number) + (this.pieces[last] as TextPiece).text.length;
    this.firstLines = new Array<number>(this.pieces.length);
    let line = 0;
    for (let index = 0; index < this.pieces.length; index += 1) {
      this.firstLines[index] = line;
      // A piece's last "line" after its last line break is the first line of the next piece.
      line += lineStarts(this.pieces[index] as TextPiece).length - 1;
    }
    this.lineCount = line + 1;
  }

  lineStart(line: number): number {
    if (line <= 0) return 0;
    if (line >= this.lineCount) return this.length;
    const index = lastAtMost(this.firstLines, line);
    const starts = lineStarts(this.pieces[index] as TextPiece);
    return (this.starts[index] as number) + (starts[line - (this.firstLines[index] as number)] as number);
  }

  lineEnd(line: number): number {
    if (line < 0) return 0;
    if (line >= this.lineCount - 1) return this.length;
    const next = this.lineStart(line + 1);
    // The break belongs to the piece in which the line stands.
    const index = lastAtMost(this.starts, next - 1);
    const { text } = this.pieces[index] as TextPiece;
    const end = next - (this.starts[index] as number);
    const crlf = text.charCodeAt(end - 1) === LF && text.charCodeAt(end - 2) === CR;
    return crlf ? next - 2 : next - 1;
  }

  offset(position: LinePosition): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.length;
    return Math.min(
      this.lineStart(position.line) + Math.max(0, position.character),
      this.lineEnd(position.line),
    );
  }

  position(offset: number): LinePosition {
    const inside = Math.min(Math.max(0, offset), this.length);
    if (this.pieces.length === 0) return { line: 0, character: 0 };
    const index = lastAtMost(this.starts, inside);
    const starts = lineStarts(this.pieces[index] as TextPiece);
    const within = inside - (this.starts[index] as number);
    const line = lastAtMost(starts, within);
    return { line: (this.firstLines[index] as number) + line, character: within - (starts[line] as number) };
  }
}

function lineStarts(piece: TextPiece): readonly number[] {
  let starts = linesOfPiece.get(piece);
  if (!starts) {
    starts = findLineStarts(piece.text);
    linesOfPiece.set(piece, starts);
  }
  return starts;
}

const LF = 10;
const CR = 13;

function findLineStarts(text: string): number[] {
  const starts = [0];
  let cr = text.indexOf('\r');
  let lf = text.indexOf('\n');
  while (cr >= 0 || lf >= 0) {
    let next: number;
    if (cr >= 0 && (lf < 0 || cr < lf)) {
      next = lf === cr + 1 ? cr + 2 : cr + 1;
      cr = text.indexOf('\r', next);
    } else next = lf + 1;
    if (lf >= 0 && lf < next) lf = text.indexOf('\n', next);
    starts.push(next);
  }
  return starts;
}

/** Index of the last value that is at most `value`; the first value must be. */
export function lastAtMost(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
