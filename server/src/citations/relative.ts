import type { Antecedent } from './antecedent';
import type { CitedPlace } from './context';
import { skipBlanks, type Unit } from './element';
import { simplify } from './fold';
import { agreedTails, nounsAfter } from './lexicon';
import { complete, type Point } from './points';
import { isProposed } from './previous';
import type { Reading } from './reading';
import { ownerBefore, placeBefore } from './surroundings';
import type { ReferenceToken } from './token';

/** Places that are told from others: 第二款 of the article cited, 后者第三款. */

export interface ToldPlace {
  readonly law: Antecedent;
  readonly points: readonly Point[];
}

/** 第二款, 第（一）项 alone: of the article cited last, or of the text walked through. */
export function relativePlace(reading: Reading, token: ReferenceToken, point: Point): ToldPlace | undefined {
  const unit: Unit = point.place.paragraph !== undefined ? 'paragraph' : 'item';
  const { prose } = reading;
  const tail = simplify(prose.slice(skipBlanks(prose, token.end), token.end + 10));
  if (token.weak || placeBefore(prose, token.start) || isProposed(prose, token.start)) return undefined;
  // “前款第二项……；第六项事实”: still that 款.
  const { within } = reading;
  if (within && unit === 'item' && ownerBefore(prose, token.start) === '') return told(within, token.points);
  if (ownerBefore(prose, token.start) || agreedTails.at(tail, 0) > 0 || nounsAfter[unit].at(tail, 0) > 0) {
    reading.apart = unit;
    return undefined;
  }
  // 表格第三款……，第2项: goes on with what is no article's.
  if (reading.apart && (unit === 'item' || reading.apart === unit)) return undefined;
  let from: CitedPlace | undefined;
  if (reading.lastInBlock) from = reading.last;
  else if (reading.text) from = reading.sameArticle();
  else if (unit === 'paragraph' && !reading.memo.contract) from = reading.last;
  if (!from || from.law.kind === 'document' || from.place.article === undefined) return undefined;
  const { points } = told(from, token.points);
  const place = points[0]?.place ?? {};
  const far = !reading.lastInBlock && !reading.text;
  if (far && !reading.book.has(from.law, place)) return undefined;
  if (unit === 'item' && !reading.book.mayHave(from.law, place)) return undefined;
  return { law: from.law, points };
}

/** The place with the units that the points leave out taken from another one, down to the unit that they begin with. */
function told({ law, place }: CitedPlace, points: readonly Point[]): ToldPlace {
  const { item: _, subitem: __, ...base } = place;
  return { law, points: complete(points, base) };
}

/** 前者第二款, 后者第十二条: of the one of the two laws named last; its article is the one cited of it, if none is given. */
export function placeOfPair(reading: Reading, law: Antecedent, token: ReferenceToken): ToldPlace | undefined {
  const article = reading.places.find((place) => place.law === law)?.place.article;
  const points = complete(token.points, article === undefined ? {} : { article });
  return points.every((point) => point.place.article !== undefined) ? { law, points } : undefined;
}
