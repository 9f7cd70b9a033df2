import { applyInOrder, type TextChange } from '../text/changes';
import { lastAtMost } from '../text/lines';
import type { TextEdit } from '../text/range';
import { BodyChunk, FrontMatterChunk, type MemoChunk } from './chunk';
import { frontMatterEnd, scanCuts } from './cut';
import type { Memo } from './memo';
import { Snapshot } from './snapshot';

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
  const change = applyInOrder(before.text, edits);
  return change ? cutChanged(before, version, change) : before.withVersion(version);
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
  return new Snapshot(uri, version, text, chunks, starts, matterEnd, undefined);
}

/** Cuts the changed stretch anew: from the chunk before the edit until a cut falls on an old one. */
function cutChanged(before: Snapshot, version: number, change: TextChange): Snapshot {
  const { text, start: editStart, oldEnd, newEnd } = change;
  const shift = newEnd - oldEnd;
  const matterEnd = frontMatterEnd(text);
  const oldBody = before.matterEnd > 0 ? 1 : 0;

  let kept = 0; // chunks at the start that stay as they are
  let start = 0;
  if (matterEnd === before.matterEnd && editStart >= matterEnd && before.chunks.length > 0) {
    // The cut before the chunk that holds the edit may depend on the edited words (they may be in its first line);
    // the cut before that does not.
    kept = Math.max(oldBody, lastAtMost(before.starts, Math.max(0, editStart - 1)) - 1);
    start = before.starts[kept] ?? matterEnd;
  }
  const starts = before.starts.slice(0, kept);
  const chunks = before.chunks.slice(0, kept);

  const pieces: { readonly source: string; readonly start: number }[] = [];
  let next = Math.max(kept, oldBody); // first old chunk that may follow unchanged
  const meetsOld = (): boolean => {
    const old = start - shift;
    if (start < newEnd || old < oldEnd) return false;
    while (next < before.chunks.length && (before.starts[next] as number) < old) next += 1;
    return before.starts[next] === old;
  };
  const add = (end: number): boolean => {
    pieces.push({ source: own(text, start, end), start });
    start = end;
    return meetsOld();
  };
  if (start < matterEnd) add(matterEnd);
  if (!meetsOld()) {
    scanCuts(text, start, add);
    if (!meetsOld()) {
      if (start < text.length) add(text.length);
      next = before.chunks.length;
    }
  }

  const replaced = bySource(before.chunks.slice(kept, next));
  for (const piece of pieces) {
    starts.push(piece.start);
    const matter = piece.start < matterEnd;
    const same = replaced.get(piece.source);
    // Once front matter, once body: the same words are not the same chunk.
    const old = same?.[0] instanceof FrontMatterChunk === matter ? same?.shift() : undefined;
    chunks.push(old ?? (matter ? new FrontMatterChunk(piece.source) : new BodyChunk(piece.source)));
  }
  const changedEnd = chunks.length;
  for (let index = next; index < before.chunks.length; index += 1) {
    starts.push((before.starts[index] as number) + shift);
    chunks.push(before.chunks[index] as MemoChunk);
  }
  return new Snapshot(before.uri, version, text, chunks, starts, matterEnd, { before, kept, changedEnd });
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
