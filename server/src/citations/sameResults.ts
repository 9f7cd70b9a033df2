import type { Locator } from '../statutes/statute';
import type { TextRange } from '../text/range';
import type { ChunkResults, Citation, Target } from './citation';

/** Whether two results of the same chunk say the same. Those with quotations count as different: they are few. */
export function sameResults(a: ChunkResults, b: ChunkResults): boolean {
  return (
    a.quotations.length + b.quotations.length === 0 &&
    sameList(a.citations, b.citations, sameCitation) &&
    sameList(
      a.mentions,
      b.mentions,
      (x, y) => sameRange(x, y) && x.statute === y.statute && x.text === y.text,
    ) &&
    sameList(
      a.aliases,
      b.aliases,
      (x, y) => sameRange(x, y) && x.statute === y.statute && x.alias === y.alias && x.title === y.title,
    )
  );
}

function sameList<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
  return a.length === b.length && a.every((x, i) => same(x, b[i] as T));
}

function sameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}

const identical = (a: unknown, b: unknown) => a === b;

function sameCitation(a: Citation, b: Citation): boolean {
  return (
    sameRange(a, b) &&
    a.kind === b.kind &&
    a.statute === b.statute &&
    a.unknownTitle === b.unknownTitle &&
    a.year === b.year &&
    a.quoted === b.quoted &&
    a.block === b.block &&
    a.title?.text === b.title?.text &&
    a.title?.marks === b.title?.marks &&
    a.title?.range.start === b.title?.range.start &&
    a.title?.range.end === b.title?.range.end &&
    sameList(a.forms, b.forms, identical) &&
    sameList(a.candidates, b.candidates, identical) &&
    sameList(a.targets, b.targets, sameTarget)
  );
}

function sameTarget(a: Target, b: Target): boolean {
  return (
    sameRange(a, b) &&
    a.status === b.status &&
    a.version === b.version &&
    samePlace(a.place, b.place) &&
    samePlace(a.to, b.to) &&
    sameList(a.forms, b.forms, identical)
  );
}

function samePlace(a: Locator | undefined, b: Locator | undefined): boolean {
  if (a === b) return true;
  return (
    a !== undefined &&
    b !== undefined &&
    a.article === b.article &&
    a.suffix === b.suffix &&
    a.paragraph === b.paragraph &&
    a.item === b.item &&
    a.subitem === b.subitem
  );
}
