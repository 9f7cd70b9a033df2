import type { Position, Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/lines';
import type { TextRange } from '../text/range';

/** Document offsets to protocol positions (UTF-16): the only place where the two meet. */
export function toRange(lines: LineIndex, range: TextRange): Range {
  return { start: lines.position(range.start), end: lines.position(range.end) };
}

/** Protocol position to document offset; positions beyond the text are clamped. */
export function toOffset(lines: LineIndex, position: Position): number {
  return lines.offset(position);
}
