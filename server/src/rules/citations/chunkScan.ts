import type { ChunkResults, CitationIndex } from '../../citations/citation';
import { type FromChunk, fromChunks } from '../../memo/fromChunks';
import type { Memo } from '../../memo/memo';
import type { TextEdit, TextRange } from '../../text/range';
import type { RuleContext } from '../rule';
import { addCitationScan } from './scans';

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
  const number = scans++;
  let none: Kept = { key: '', values: nothing };
  // Kept with the citations, for a chunk that moves and for memos that are checked in turn.
  const read = (results: ChunkResults | undefined, chunk: number, context: RuleContext): readonly T[] => {
    if (!results) return nothing;
    const kept = keptWith(results);
    const known = kept[number];
    if (known?.key === none.key) return known.values as readonly T[];
    const values = [...find(localContext(context, chunk), context)];
    if (values.length === 0) {
      kept[number] = none;
      return nothing;
    }
    kept[number] = { key: none.key, values };
    return values;
  };
  let scan = fromChunks(read);
  const turnTo = (context: RuleContext) => {
    const now = dependsOn(context);
    if (now === none.key) return;
    none = { key: now, values: nothing };
    scan = fromChunks(read);
  };
  addCitationScan((context) => {
    turnTo(context);
    return (chunk) => {
      read(context.citations.byChunk[chunk], chunk, context);
    };
  });
  return (context) => {
    turnTo(context);
    return scan(context.citations.byChunk, context);
  };
}

const nothing: readonly never[] = [];

/** What a scan found, and the key that it went by. */
interface Kept {
  readonly key: string;
  readonly values: readonly unknown[];
}

/** How many scans there are; each has a number. */
let scans = 0;
const kept = new WeakMap<ChunkResults, (Kept | undefined)[]>();

/** What the scans found in a chunk, by their number. */
function keptWith(results: ChunkResults): (Kept | undefined)[] {
  let found = kept.get(results);
  if (!found) {
    found = new Array<Kept | undefined>(scans);
    kept.set(results, found);
  }
  return found;
}

let shared: { readonly of: RuleContext; readonly chunks: (RuleContext | undefined)[] } | undefined;

/**
 * One chunk as a memo of its own: offsets relative to the chunk, its citations only. All rules of a check get the same one;
 * it is not kept beyond the check.
 */
export function localContext(context: RuleContext, chunk: number): RuleContext {
  if (shared?.of !== context) {
    if (!shared)
      queueMicrotask(() => {
        shared = undefined;
      });
    shared = { of: context, chunks: new Array<RuleContext | undefined>(context.memo.chunks.length) };
  }
  const { chunks } = shared;
  const known = chunks[chunk];
  if (known) return known;
  const made = makeLocal(context, chunk);
  chunks[chunk] = made;
  return made;
}

function makeLocal(context: RuleContext, chunk: number): RuleContext {
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
