import { lastAtMost } from '../text/lines';
import type { Memo } from './memo';

/** Length of a memo's text. `Memo.text` puts the whole text together, which costs more than an edit may: ask here for less. */
export function lengthOf({ chunks, starts }: Pick<Memo, 'chunks' | 'starts'>): number {
  const last = chunks.length - 1;
  return last < 0 ? 0 : (starts[last] as number) + (chunks[last]?.text.length ?? 0);
}

/** A part of a memo's text: `memo.text.slice(start, end)` for offsets from 0 on, without the rest of the text. */
export function textOf(memo: Pick<Memo, 'chunks' | 'starts'>, start: number, end: number): string {
  const { chunks, starts } = memo;
  if (chunks.length === 0 || end <= start) return '';
  let at = lastAtMost(starts, start);
  let words = '';
  for (; at < chunks.length && (starts[at] as number) < end; at += 1) {
    const offset = starts[at] as number;
    words += chunks[at]?.text.slice(Math.max(0, start - offset), end - offset) ?? '';
  }
  return words;
}
