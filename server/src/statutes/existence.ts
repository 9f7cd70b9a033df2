import { articleKey } from './articleLabel';
import type { Shape } from './shape';
import type { Existence, Locator, StatuteVersion } from './statute';

/**
 * Whether a place exists in a version, from the shape of the articles that are here and the number of articles.
 * Only what is certain is denied: a number beyond the (certain) count, an inserted article of a complete text,
 * a 款 or 项 of an article whose text is here.
 */
export function existence(version: StatuteVersion, shape: Shape, place: Locator): Existence {
  const counts = shape.get(articleKey(place.article, place.suffix));
  if (!counts) return withoutText(version, shape, place);
  const { paragraph, item } = place;
  if (paragraph !== undefined && (paragraph < 1 || paragraph > counts.length)) {
    return { state: 'no-paragraph', paragraphs: counts.length };
  }
  if (item === undefined) return { state: 'exists' };
  // An item without 款 is one of the 款 that has items.
  const items = paragraph === undefined ? Math.max(0, ...counts) : counts[paragraph - 1]!;
  return item < 1 || item > items ? { state: 'no-item', items } : { state: 'exists' };
}

function withoutText(version: StatuteVersion, shape: Shape, place: Locator): Existence {
  const complete = version.coverage === 'complete';
  const count = version.articles ?? (complete ? lastArticle(shape) : undefined);
  const certain = count !== undefined && !version.uncertain.includes('articles');
  if (certain && (complete || place.article > count || place.article < 1)) {
    return { state: 'no-article', articles: count };
  }
  return { state: 'unknown' };
}

function lastArticle(shape: Shape): number {
  let last = 0;
  for (const key of shape.keys()) last = Math.max(last, Math.floor(key / articleKey(1)));
  return last;
}
