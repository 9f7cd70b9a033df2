import type { Chunk } from '../memo/memo';
import { simplify } from './fold';
import { titles, WordList } from './lexicon';
import { readNumberList } from './numberList';
import type { Point } from './points';
import type { ReferenceToken, Token } from './token';

const articleHeads = new WordList(titles.articleHeads);
const longestCell = 80;

/**
 * Cells that hold nothing but numbers, in a column whose head says that they are articles (条文: 27、29、38(2)): by block, the
 * reference that they are. Whose, the row or the head says.
 */
export function numberCells(
  chunk: Chunk,
  tokens: readonly (readonly Token[])[],
): ReadonlyMap<number, ReferenceToken> {
  const out = new Map<number, ReferenceToken>();
  const columns = new Set<string>();
  chunk.blocks.forEach((block, i) => {
    const place = block.table;
    if (!place) return;
    const column = `${place.table}:${place.column}`;
    if (place.row === 0) {
      if (articleHeads.has(simplify(block.prose).trim().toLowerCase())) columns.add(column);
    } else if (
      columns.has(column) &&
      (tokens[i] ?? []).every((token) => token.type !== 'reference' || token.weak)
    ) {
      const points = cellNumbers(block.prose);
      const [first, last] = [points[0], points[points.length - 1]];
      if (first && last)
        out.set(i, {
          type: 'reference',
          start: first.start,
          end: last.end,
          points,
          locator: first.start,
          clause: false,
          weak: true,
          cell: true,
          english: false,
          quoted: false,
          forms: [],
        });
    }
  });
  return out;
}

/** Empty = the cell holds something else. */
function cellNumbers(prose: string): readonly Point[] {
  const end = prose.trimEnd().length;
  if (end > longestCell) return [];
  const list = readNumberList(prose, end - prose.trim().length);
  return list?.end === end ? list.points : [];
}
