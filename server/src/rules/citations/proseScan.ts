import { ByChunk } from '../../memo/byChunk';
import { fromChunks } from '../../memo/fromChunks';
import type { Block, Chunk, Memo } from '../../memo/memo';
import { sourceRange } from '../../memo/prose';
import type { TextRange } from '../../text/range';
import { addProseScan } from './scans';

/** Runs over the prose of every block of a memo; answers have absolute source ranges and the index of their chunk. */
export type ProseScan<T extends TextRange> = (memo: Memo) => (T & { readonly chunk: number })[];

/**
 * A scan over running text that is done once a chunk: an edit costs only the chunks it touched.
 * @param scan finds in the prose of one block; offsets are those of the prose
 */
export function proseScan<T extends TextRange>(scan: (block: Block) => Iterable<T>): ProseScan<T> {
  const known = new ByChunk<readonly T[]>();
  const none: readonly T[] = [];
  const ofChunk = (chunk: Chunk): readonly T[] => {
    let found: T[] | undefined;
    for (const block of chunk.blocks) {
      if (block.prose === '') continue;
      for (const hit of scan(block)) {
        found ??= [];
        found.push({ ...hit, ...sourceRange(block, hit) });
      }
    }
    return found ?? none;
  };
  const read = (chunk: Chunk): readonly T[] => {
    let hits = known.get(chunk);
    if (!hits) {
      hits = ofChunk(chunk);
      known.set(chunk, hits);
    }
    return hits;
  };
  addProseScan(({ memo }) => (chunk) => {
    read(memo.chunks[chunk]!);
  });
  const inChunks = fromChunks(read);
  return (memo) =>
    inChunks(memo.chunks, undefined).map(({ value, chunk }) => {
      const origin = memo.starts[chunk]!;
      return { ...value, start: origin + value.start, end: origin + value.end, chunk };
    });
}
