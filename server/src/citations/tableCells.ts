import type { Chunk } from '../memo/memo';
import { simplify } from './fold';
import { titles, WordList } from './lexicon';
import { readNumber } from './number';
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
      const points = readNumbers(block.prose);
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

const BRACKET = /\s?[（(](\d{1,2})[）)]/y;
const UNIT = /\s?条/y;
const RANGE = /\s?[-–—~～至]\s?/y;
const SEPARATOR = /\s*(?:[、,，;；/]|和|及|\s)\s*/y;

/** 27、29、38(2), 一一六五, 42、43条; empty = the cell holds something else. */
function readNumbers(prose: string): Point[] {
  const points: Point[] = [];
  const end = prose.trimEnd().length;
  let at = end - prose.trim().length;
  if (end > longestCell) return [];
  while (at < end) {
    const start = at;
    const first = readNumber(prose, at);
    if (!first || first.decimal || first.value === 0) return [];
    at = first.end;
    const place: { article: number; paragraph?: number; item?: number } = { article: first.value };
    for (const unit of ['paragraph', 'item'] as const) {
      BRACKET.lastIndex = at;
      const part = BRACKET.exec(prose);
      if (!part) break;
      place[unit] = Number(part[1]);
      at += part[0].length;
    }
    UNIT.lastIndex = at;
    at += UNIT.exec(prose)?.[0].length ?? 0;
    RANGE.lastIndex = at;
    const range = RANGE.exec(prose)?.[0].length ?? 0;
    const last = range > 0 ? readNumber(prose, at + range) : undefined;
    if (range > 0 && (!last || last.decimal || last.value <= first.value)) return [];
    if (last) {
      UNIT.lastIndex = last.end;
      at = last.end + (UNIT.exec(prose)?.[0].length ?? 0);
    }
    points.push({
      start,
      end: at,
      place,
      ...(last ? { to: { article: last.value } } : {}),
      forms: ['missing-di'],
    });
    if (at >= end) break;
    SEPARATOR.lastIndex = at;
    const gap = SEPARATOR.exec(prose)?.[0].length ?? 0;
    if (gap === 0) return [];
    at += gap;
  }
  return points;
}
