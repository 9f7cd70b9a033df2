import type { TextEdit } from './range';

/** What edits did to a text: `[start, oldEnd)` of the old text became `[start, newEnd)` of the new one. */
export interface TextChange {
  readonly text: string;
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * Applies edits in order, each to the result of the one before, as the language server protocol gives them. Offsets
 * outside the text are moved to its ends.
 * @returns the new text and the smallest stretch that holds all edits; undefined if there is no edit
 */
export function applyInOrder(text: string, edits: readonly TextEdit[]): TextChange | undefined {
  if (edits.length === 0) return undefined;
  const descending = applyDescending(text, edits);
  if (descending) return descending;
  let current = text;
  let start = Number.POSITIVE_INFINITY;
  // Length of the untouched end, the same in the old and the new text.
  let tail = Number.POSITIVE_INFINITY;
  for (const edit of edits) {
    const from = clamp(edit.start, current.length);
    const to = Math.max(from, clamp(edit.end, current.length));
    start = Math.min(start, from);
    tail = Math.min(tail, current.length - to);
    current = current.slice(0, from) + edit.text + current.slice(to);
  }
  return { text: current, start, oldEnd: text.length - tail, newEnd: current.length - tail };
}

/** Edits from the end of the text to its start do not move each other: the new text is put together once. */
function applyDescending(text: string, edits: readonly TextEdit[]): TextChange | undefined {
  const parts: string[] = [];
  let at = text.length;
  let added = 0;
  for (const edit of edits) {
    if (edit.end > at || edit.start > edit.end || edit.start < 0) return undefined;
    parts.push(text.slice(edit.end, at), edit.text);
    added += edit.text.length - (edit.end - edit.start);
    at = edit.start;
  }
  parts.push(text.slice(0, at));
  const { end } = edits[0] as TextEdit;
  return { text: parts.reverse().join(''), start: at, oldEnd: end, newEnd: end + added };
}

function clamp(offset: number, length: number): number {
  return Math.min(Math.max(0, offset), length);
}
