import type { Citation, Target } from '../citations/citation';
import type { Basis, Framework } from './framework';
import { type Lexicon, lexiconOf } from './lexicon';

/** Which elements a citation supports. */
export interface Support {
  /** Index into `Lexicon.elements`. */
  readonly element: number;
  readonly shared: boolean;
}

interface BasisOf extends Support {
  readonly basis: Basis;
}

const tables = new WeakMap<Framework, ReadonlyMap<string, readonly BasisOf[]>>();

function tableOf(lexicon: Lexicon): ReadonlyMap<string, readonly BasisOf[]> {
  const { framework } = lexicon;
  let table = tables.get(framework);
  if (!table) {
    const made = new Map<string, BasisOf[]>();
    lexicon.elements.forEach((element, index) => {
      for (const basis of element.bases) {
        const list = made.get(basis.law) ?? [];
        list.push({ element: index, basis, shared: basis.shared === true });
        made.set(basis.law, list);
      }
    });
    table = made;
    tables.set(framework, table);
  }
  return table;
}

/** Name of the law that a citation points to. */
export function lawOf(citation: Citation): string | undefined {
  return citation.statute?.short ?? citation.unknownTitle?.replace(/^中华人民共和国/, '');
}

const nothing: readonly Support[] = [];

/** Elements whose bases a citation names. */
export function supportOf(citation: Citation, framework: Framework): readonly Support[] {
  const law = lawOf(citation);
  const bases = law === undefined ? undefined : tableOf(lexiconOf(framework)).get(law);
  if (!bases) return nothing;
  const found: BasisOf[] = [];
  for (const base of bases) if (coversAny(base.basis, citation.targets)) found.push(base);
  return found.length > 0 ? found : nothing;
}

/**
 * Whether one of the bases is cited by the citation.
 * @param exact true = a citation of the whole article does not stand for a basis that is one paragraph of it
 */
export function citesAny(citation: Citation, bases: readonly Basis[], exact: boolean): boolean {
  const law = lawOf(citation);
  for (const basis of bases) {
    if (basis.law !== law) continue;
    for (const target of citation.targets)
      if (
        covers(basis, target) &&
        !(exact && basis.paragraph !== undefined && target.place.paragraph === undefined)
      )
        return true;
  }
  return false;
}

function coversAny(basis: Basis, targets: readonly Target[]): boolean {
  for (const target of targets) if (covers(basis, target)) return true;
  return false;
}

/** A target lies in a basis; a target without paragraph lies in every paragraph of its article. */
function covers(basis: Basis, target: Target): boolean {
  const { place, to } = target;
  const last = to?.article ?? place.article;
  if (last < basis.article || place.article > (basis.to ?? basis.article)) return false;
  if (basis.suffix !== undefined && place.suffix !== basis.suffix) return false;
  if (basis.suffix === undefined && place.suffix !== undefined && basis.to === undefined) return false;
  if (basis.paragraph === undefined) return true;
  if (place.paragraph === undefined) return true;
  const lastParagraph = to?.paragraph ?? place.paragraph;
  if (basis.paragraph < place.paragraph || basis.paragraph > lastParagraph) return false;
  return basis.item === undefined || place.item === undefined || basis.item === place.item;
}
