import { articleKey } from './articleLabel';
import type { Article } from './statute';

/**
 * The shape of a version: which articles are here and how many 款 and 项 each has, as one short string.
 * Articles are separated by spaces; each is `[article[-suffix]=]n,n,…`: one number a 款, the count of its 项. The number of
 * the article is left out where it is one more than the last.
 */
export function writeShape(articles: readonly Article[]): string {
  let last = 0;
  const parts: string[] = [];
  for (const { article, suffix, paragraphs } of articles) {
    const name =
      suffix === undefined && article === last + 1 ? '' : `${article}${suffix ? `-${suffix}` : ''}=`;
    parts.push(name + paragraphs.map((p) => p.items.length).join(','));
    last = article;
  }
  return parts.join(' ');
}

/** Counts of 项 by 款, by `articleKey`. */
export type Shape = ReadonlyMap<number, readonly number[]>;

/** Reads what `writeShape` wrote. */
export function readShape(text: string): Shape {
  const shape = new Map<number, readonly number[]>();
  if (text === '') return shape;
  let last = 0;
  for (const part of text.split(' ')) {
    const equals = part.indexOf('=');
    let suffix = 0;
    if (equals < 0) last++;
    else {
      const [article = '0', sub = '0'] = part.slice(0, equals).split('-');
      last = Number(article);
      suffix = Number(sub);
    }
    const counts = part.slice(equals + 1);
    shape.set(articleKey(last, suffix), counts === '' ? [] : counts.split(',').map(Number));
  }
  return shape;
}
