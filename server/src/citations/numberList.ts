import { readNumber } from './number';
import type { Point } from './points';

const BRACKET = /\s?[（(](\d{1,2})[）)]/y;
const UNIT = /\s?条/y;
const RANGE = /\s?[-–—~～至]\s?/y;
const SEPARATOR = /\s*(?:[、,，;；/]|和|及|\s)\s*/y;
/** The number of something else: a year, a decimal, a count of things. */
const OTHER = /^(?:[\s\u00a0]?[年月日号元个章节编页期卷版周万亿%％倍讲问款项目第]|[.．\d])/;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A list of articles by their bare numbers, as far as it goes: 27、29、38(2), 一一六五, 42、43条, 1165—1179. */
export function readNumberList(text: string, from: number): { points: Point[]; end: number } | undefined {
  const points: Point[] = [];
  let at = from;
  while (at < text.length) {
    const start = at;
    const first = readNumber(text, at);
    if (!first || first.decimal || first.value === 0) break;
    at = first.end;
    const place: { article: number; paragraph?: number; item?: number } = { article: first.value };
    for (const unit of ['paragraph', 'item'] as const) {
      BRACKET.lastIndex = at;
      const part = BRACKET.exec(text);
      if (!part) break;
      place[unit] = Number(part[1]);
      at += part[0].length;
    }
    at += lengthAt(UNIT, text, at);
    const range = lengthAt(RANGE, text, at);
    const last = range > 0 ? readNumber(text, at + range) : undefined;
    if (range > 0 && (!last || last.decimal || last.value <= first.value)) break;
    if (last) at = last.end + lengthAt(UNIT, text, last.end);
    if (OTHER.test(text.slice(at, at + 2))) break;
    const to = last && { to: { article: last.value } };
    points.push({ start, end: at, place, ...to, forms: ['missing-di'] });
    const gap = lengthAt(SEPARATOR, text, at);
    if (gap === 0) break;
    at += gap;
  }
  const end = points[points.length - 1]?.end;
  return end === undefined ? undefined : { points, end };
}

const highestArticle = 1300;

/** The same behind the name of a law (民法典509、577、584): all there is up to a mark that ends it, and no years. */
export function numbersAfterName(text: string, at: number): { points: Point[]; end: number } | undefined {
  const list = readNumberList(text, at);
  if (!list || !/^\s*(?:[。；;，,、）)】\]|\n]|$)/.test(text.slice(list.end, list.end + 3))) return undefined;
  return list.points.every(({ place, to }) => (to ?? place).article! <= highestArticle) ? list : undefined;
}
