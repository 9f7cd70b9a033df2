import type { TextRange } from '../text/range';
import type { Block } from './memo';

/**
 * Source offset (relative to the chunk) of a prose offset. Where markup stands between two units of prose the place
 * after the markup is meant: use it for the start of a range, `sourceEnd` for its end.
 */
export function sourceOffset(block: Block, proseOffset: number): number {
  const pair = lastPair(block.map, 0, proseOffset);
  if (pair < 0) return block.start;
  return (block.map[pair + 1] as number) + (proseOffset - (block.map[pair] as number));
}

/** Source offset of the end of a stretch of prose that ends (exclusively) at `proseOffset`: markup after it is left out. */
export function sourceEnd(block: Block, proseOffset: number): number {
  const { map } = block;
  const pair = lastPair(map, 0, proseOffset - 1);
  if (pair < 0) return sourceOffset(block, proseOffset);
  // The pair that closes this stretch, if the stretch ends exactly here.
  if (map[pair + 2] === proseOffset) return map[pair + 3] as number;
  return (map[pair + 1] as number) + (proseOffset - (map[pair] as number));
}

/** Source range (relative to the chunk) of a range of the block's prose. */
export function sourceRange(block: Block, range: TextRange): TextRange {
  const start = sourceOffset(block, range.start);
  return { start, end: range.end > range.start ? sourceEnd(block, range.end) : start };
}

/** Prose offset of a source offset (relative to the chunk); inside markup: the nearest prose before it. */
export function proseOffset(block: Block, source: number): number {
  const { map } = block;
  const pair = lastPair(map, 1, source);
  if (pair < 0) return 0;
  const offset = (map[pair] as number) + (source - (map[pair + 1] as number));
  const limit = map[pair + 2] ?? block.prose.length;
  return Math.min(offset, limit);
}

/** Index of the last pair whose prose (part 0) or source (part 1) offset is at most `value`; -1 = none. */
function lastPair(map: readonly number[], part: 0 | 1, value: number): number {
  let low = -1;
  let high = map.length / 2 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((map[middle * 2 + part] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low < 0 ? -1 : low * 2;
}
