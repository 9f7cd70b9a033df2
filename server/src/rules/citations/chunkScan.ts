import type { ChunkResults, CitationIndex } from '../../citations/citation';
import { type FromChunk, fromChunks } from '../../memo/fromChunks';
import type { Memo } from '../../memo/memo';
import type { TextEdit, TextRange } from '../../text/range';
import type { RuleContext } from '../rule';

/** Something found in a chunk: ranges in `value` are relative to the chunk. */
export type Found<T> = FromChunk<T>;

/**
 * A scan over the citations of a memo that is done once a chunk: an edit costs only the chunks whose text or citations it changed. The
 * list is the same object as long as it says the same.
 * @param find looks at one chunk as if it were the whole memo (`localContext`); it may depend on nothing else but the library
 * @param dependsOn what else it depends on (a date, the profile), as a key
 */
export function chunkScan<T>(
  find: (local: RuleContext, whole: RuleContext) => Iterable<T>,
  dependsOn: (context: RuleContext) => string = () => '',
): (context: RuleContext) => readonly Found<T>[] {
  // Kept with the citations, for a chunk that moves and for memos that are checked in turn.
  let known = new WeakMap<ChunkResults, readonly T[]>();
  const read = (results: ChunkResults | undefined, chunk: number, context: RuleContext): readonly T[] => {
    if (!results) return nothing;
    let values = known.get(results);
    if (!values) {
      values = [...find(localContext(context, chunk), context)];
      known.set(results, values.length > 0 ? values : nothing);
    }
    return values;
  };
  let key: string | undefined;
  let scan = fromChunks(read);
  return (context) => {
    const now = dependsOn(context);
    if (now !== key) {
      key = now;
      known = new WeakMap();
      scan = fromChunks(read);
    }
    return scan(context.citations.byChunk, context);
  };
}

const nothing: readonly never[] = [];

/** One chunk as a memo of its own: offsets relative to the chunk, its citations only. */
export function localContext(context: RuleContext, chunk: number): RuleContext {
  const { memo, citations } = context;
  const own = memo.chunks[chunk]!;
  const results = citations.byChunk[chunk] ?? { citations: [], mentions: [], aliases: [], quotations: [] };
  const index: CitationIndex = {
    asOf: citations.asOf,
    byChunk: [results],
    inChunk: () => results,
    ...results,
  };
  const alone: Memo = {
    uri: memo.uri,
    version: memo.version,
    text: own.text,
    frontMatter: memo.frontMatter,
    chunks: [own],
    starts: [0],
    sections: [],
  };
  return { ...context, memo: alone, citations: index };
}

/** A range of a chunk as a range of the memo. */
export function inMemo(context: RuleContext, chunk: number, range: TextRange): TextRange {
  const origin = context.memo.starts[chunk]!;
  return { start: origin + range.start, end: origin + range.end };
}

/** Edits of a chunk as edits of the memo. */
export function editsInMemo(context: RuleContext, chunk: number, edits: readonly TextEdit[]): TextEdit[] {
  return edits.map((edit) => ({ ...inMemo(context, chunk, edit), text: edit.text }));
}
