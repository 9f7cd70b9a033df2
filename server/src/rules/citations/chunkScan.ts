import type { ChunkResults, CitationIndex } from '../../citations/citation';
import type { Memo } from '../../memo/memo';
import type { TextEdit, TextRange } from '../../text/range';
import type { RuleContext } from '../rule';

/** Something found in a chunk: ranges in `value` are relative to the chunk. */
export interface Found<T> {
  readonly value: T;
  /** Index of the chunk in the memo. */
  readonly chunk: number;
}

interface Slot {
  readonly key: string;
  readonly values: readonly unknown[];
  /** The values at the place where the chunk stood last. */
  found: readonly Found<unknown>[];
}

/** What was found in one chunk's citations, by scan; kept as long as the citations are the same object. */
const kept = new WeakMap<ChunkResults, (Slot | undefined)[]>();

interface CitedChunk {
  readonly chunk: number;
  readonly slots: (Slot | undefined)[];
}

/** The chunks of one memo version that cite anything. */
const cited = new WeakMap<CitationIndex, readonly CitedChunk[]>();

let scans = 0;
const nothing: readonly never[] = [];

/**
 * A scan over the citations of a memo that is done once a chunk: an edit costs only the chunks whose text or citations it changed.
 * @param find looks at one chunk as if it were the whole memo (`localContext`); it may depend on nothing else but the library
 * @param dependsOn what else it depends on (a date, the profile), as a key
 */
export function chunkScan<T>(
  find: (local: RuleContext, whole: RuleContext) => Iterable<T>,
  dependsOn: (context: RuleContext) => string = () => '',
): (context: RuleContext) => Found<T>[] {
  const slot = scans++;
  return (context) => {
    const key = dependsOn(context);
    const all: Found<T>[] = [];
    for (const { chunk, slots } of citedChunks(context.citations)) {
      let known = slots[slot];
      if (known?.key !== key) {
        const values = [...find(localContext(context, chunk), context)];
        known = values.length > 0 ? { key, values, found: [] } : { key, values: nothing, found: nothing };
        slots[slot] = known;
      }
      if (known.values.length === 0) continue;
      if (known.found[0]?.chunk !== chunk) known.found = known.values.map((value) => ({ value, chunk }));
      for (const found of known.found as readonly Found<T>[]) all.push(found);
    }
    return all;
  };
}

function citedChunks(index: CitationIndex): readonly CitedChunk[] {
  let list = cited.get(index);
  if (!list) {
    const found: CitedChunk[] = [];
    const { byChunk } = index;
    for (let chunk = 0; chunk < byChunk.length; chunk++) {
      const results = byChunk[chunk];
      if (!results) continue;
      let slots = kept.get(results);
      if (!slots) {
        slots = [];
        kept.set(results, slots);
      }
      found.push({ chunk, slots });
    }
    list = found;
    cited.set(index, list);
  }
  return list;
}

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
