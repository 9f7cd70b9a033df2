import type { Citation, CitationIndex } from '../citations/citation';
import type { Locator, Statute } from '../statutes/statute';

/** A provision that is looked for: an article of a law, or the law as a whole. */
export interface Wanted {
  readonly statute: Statute;
  readonly place?: Locator;
}

/** The citations of an index that mean the provision: the article itself, a 款 or 项 of it, or a range over it. */
export function citationsOf(index: CitationIndex, wanted: Wanted): Citation[] {
  return index.citations.filter(
    (citation) =>
      citation.statute?.short === wanted.statute.short &&
      (!wanted.place || citation.targets.some(({ place, to }) => covers(place, to, wanted.place as Locator))),
  );
}

function covers(place: Locator, to: Locator | undefined, wanted: Locator): boolean {
  if (to && to.article !== place.article)
    return wanted.article >= place.article && wanted.article <= to.article;
  return place.article === wanted.article && place.suffix === wanted.suffix;
}
