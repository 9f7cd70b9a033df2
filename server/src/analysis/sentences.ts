import type { Block } from '../memo/memo';
import { sentencesOf } from '../memo/sentences';
import type { TextRange } from '../text/range';

/** A sentence longer than this (code units) is cut at a comma: records without full stops would be one sentence. */
const long = 160;

/** The pieces of a block that are judged one by one: its sentences, overlong ones cut at commas. */
export function piecesOf(block: Block): readonly TextRange[] {
  const sentences = sentencesOf(block);
  if (sentences.every(({ start, end }) => end - start <= long * 1.5)) return sentences;
  const pieces: TextRange[] = [];
  for (const { start, end } of sentences) {
    let from = start;
    while (end - from > long * 1.5) {
      const cut = cutAt(block.prose, from + long, Math.min(end, from + 3 * long));
      pieces.push({ start: from, end: cut });
      from = cut;
    }
    pieces.push({ start: from, end });
  }
  return pieces;
}

/** Behind the first comma or space in a stretch, else its end. */
function cutAt(prose: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if ('，,、 '.includes(prose.charAt(at))) return at + 1;
  return to;
}
