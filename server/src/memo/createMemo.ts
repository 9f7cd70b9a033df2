import { applyInOrder, type TextChange } from '../text/changes';
import { lastAtMost } from '../text/lines';
import type { TextEdit } from '../text/range';
import { BodyChunk, FrontMatterChunk, type MemoChunk } from './chunk';
import { frontMatterEnd, scanCuts } from './cut';
import { replaced } from './fromChunks';
import type { Memo } from './memo';
import { Snapshot } from './snapshot';
import { lengthOf, textOf } from './textOf';

/**
 * Snapshot of a memo. One leading byte order mark is taken off the text; nothing else is changed. Chunks are parsed
 * when they are first looked at.
 */
export function createMemo(uri: string, version: number, text: string): Memo {
  return cutWhole(uri, version, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
}

/**
 * The next snapshot. Chunks that the edits did not touch are the same objects as before; work depends on the edits,
 * not on the memo's length. (A byte order mark that an edit puts at the start stays, so that the editor's places hold.)
 * @param edits applied in order, each to the result of the one before (as the language server protocol gives them);
 *   offsets in UTF-16 code units of `memo.text`, those outside the text are moved to its ends
 */
export function editMemo(memo: Memo, version: number, edits: readonly TextEdit[]): Memo {
  const before = memo instanceof Snapshot ? memo : cutWhole(memo.uri, memo.version, memo.text);
  const change = edits.length === 1 ? changeOf(before, edits[0] as TextEdit) : undefined;
  if (change) return cutChanged(before, version, change);
  const applied = applyInOrder(before.text, edits);
  if (!applied) return before.withVersion(version);
  return cutChanged(before, version, { ...applied, offset: 0, complete: true });
}

/** An edit, and the new text around it. */
interface LocalChange extends TextChange {
  /** Where `text` begins in the memo (at a cut that the edit cannot move); places of the edit are those of the memo. */
  readonly offset: number;
  /** `text` goes on to the end of the memo. */
  readonly complete: boolean;
}

/** So many chunks behind the edit are looked at before the whole rest is. */
const lookBehind = 16;

/** One edit with the text around it; undefined where the whole text has to be looked at. */
function changeOf(before: Snapshot, edit: TextEdit): LocalChange | undefined {
  const { chunks, starts, matterEnd } = before;
  if (chunks.length === 0) return undefined;
  const length = lengthOf(before);
  const start = Math.min(Math.max(0, edit.start), length);
  const oldEnd = Math.min(Math.max(start, edit.end), length);
  const from = firstCut(before, start);
  // Front matter is seen from the start of the text on, wherever it ends.
  if (matterEnd > 0 ? start < matterEnd : chunks[0]?.text.startsWith('---')) return undefined;
  const last = Math.min(chunks.length, lastAtMost(starts, oldEnd) + 1 + lookBehind);
  const offset = starts[from] as number;
  const end = last < chunks.length ? (starts[last] as number) : length;
  const text = textOf(before, offset, start) + edit.text + textOf(before, oldEnd, end);
  if (offset === 0 && text.startsWith('---')) return undefined;
  return { text, start, oldEnd, newEnd: start + edit.text.length, offset, complete: end === length };
}

/**
 * The chunk from which on an edit may cut anew. The cut before the chunk that holds the edit may depend on the edited words (they may
 * be in its first line); the cut before that does not.
 */
function firstCut({ starts, matterEnd }: Snapshot, editStart: number): number {
  return Math.max(matterEnd > 0 ? 1 : 0, lastAtMost(starts, Math.max(0, editStart - 1)) - 1);
}

function cutWhole(uri: string, version: number, text: string): Snapshot {
  const matterEnd = frontMatterEnd(text);
  const chunks: MemoChunk[] = [];
  const starts: number[] = [];
  let start = 0;
  const add = (end: number) => {
    starts.push(start);
    chunks.push(
      start < matterEnd ? new FrontMatterChunk(own(text, 0, end)) : new BodyChunk(own(text, start, end)),
    );
    start = end;
    return false;
  };
  if (matterEnd > 0) add(matterEnd);
  scanCuts(text, matterEnd, add);
  if (start < text.length) add(text.length);
  return new Snapshot(uri, version, chunks, starts, matterEnd, undefined, text);
}

/** Cuts the changed stretch anew: from the chunk before the edit until a cut falls on an old one. */
function cutChanged(before: Snapshot, version: number, change: LocalChange): Snapshot {
  const { text, start: editStart, oldEnd, newEnd, offset } = change;
  const shift = newEnd - oldEnd;
  const matterEnd = offset > 0 ? before.matterEnd : frontMatterEnd(text);
  const oldBody = before.matterEnd > 0 ? 1 : 0;

  let kept = 0; // chunks at the start that stay as they are
  let start = 0;
  if (matterEnd === before.matterEnd && editStart >= matterEnd && before.chunks.length > 0) {
    kept = firstCut(before, editStart);
    start = before.starts[kept] ?? matterEnd;
  }

  const pieces: { readonly source: string; readonly start: number }[] = [];
  let next = Math.max(kept, oldBody); // first old chunk that may follow unchanged
  const meetsOld = (): boolean => {
    const old = start - shift;
    if (start < newEnd || old < oldEnd) return false;
    while (next < before.chunks.length && (before.starts[next] as number) < old) next += 1;
    return before.starts[next] === old;
  };
  const add = (end: number): boolean => {
    pieces.push({ source: own(text, start - offset, end), start });
    start = end + offset;
    return meetsOld();
  };
  if (start < matterEnd) add(matterEnd);
  if (!meetsOld()) {
    scanCuts(text, start - offset, add);
    if (!meetsOld()) {
      // The text at hand ends before a cut falls on an old one.
      if (!change.complete) return cutChanged(before, version, wholeChange(before, change));
      if (start - offset < text.length) add(text.length);
      next = before.chunks.length;
    }
  }
  const known = bySource(before.chunks.slice(kept, next));
  const anew = pieces.map((piece): MemoChunk => {
    const matter = piece.start < matterEnd;
    const same = known.get(piece.source);
    // Once front matter, once body: the same words are not the same chunk.
    const old = same?.[0] instanceof FrontMatterChunk === matter ? same?.shift() : undefined;
    return old ?? (matter ? new FrontMatterChunk(piece.source) : new BodyChunk(piece.source));
  });
  const chunks = replaced(before.chunks, kept, next, anew);
  const newStarts = pieces.map((piece) => piece.start);
  const starts = replaced(before.starts, kept, next, newStarts);
  const changedEnd = kept + pieces.length;
  if (shift !== 0)
    for (let index = changedEnd; index < starts.length; index += 1)
      starts[index] = (starts[index] as number) + shift;
  const whole = offset === 0 && change.complete ? text : undefined;
  return new Snapshot(before.uri, version, chunks, starts, matterEnd, { before, kept, changedEnd }, whole);
}

/** The change with the whole text. */
function wholeChange(before: Snapshot, { text, start, oldEnd, newEnd, offset }: LocalChange): LocalChange {
  const words = text.slice(start - offset, newEnd - offset);
  const whole = textOf(before, 0, start) + words + textOf(before, oldEnd, lengthOf(before));
  return { text: whole, start, oldEnd, newEnd, offset: 0, complete: true };
}

function bySource(chunks: readonly MemoChunk[]): Map<string, MemoChunk[]> {
  const found = new Map<string, MemoChunk[]>();
  for (const chunk of chunks) {
    const same = found.get(chunk.text);
    if (same) same.push(chunk);
    else found.set(chunk.text, [chunk]);
  }
  return found;
}

/** A slice that does not keep the whole text alive, as slices of strings otherwise do: chunks outlive many versions. */
function own(text: string, start: number, end: number): string {
  return ` ${text.slice(start, end)}`.slice(1);
}
