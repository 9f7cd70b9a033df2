import type { Citation, Target } from '../citations/citation';
import type { Locator } from '../statutes/statute';
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
const supports = new WeakMap<Framework, WeakMap<Locator, Remembered>>();

interface Remembered {
  readonly law: string;
  readonly targets: number;
  readonly support: readonly Support[];
}

/**
 * Elements whose bases a citation names. A citation that only moved gives the same object: its place in the law is the
 * key.
 */
export function supportOf(citation: Citation, framework: Framework): readonly Support[] {
  const law = lawOf(citation);
  const place = citation.targets[0]?.place;
  if (law === undefined || !place) return nothing;
  let known = supports.get(framework);
  if (!known) {
    known = new WeakMap();
    supports.set(framework, known);
  }
  const remembered = known.get(place);
  if (remembered?.law === law && remembered.targets === citation.targets.length) return remembered.support;
  const bases = tableOf(lexiconOf(framework)).get(law) ?? [];
  const found = bases.filter(({ basis }) => citation.targets.some((target) => covers(basis, target)));
  const support = found.length > 0 ? found : nothing;
  known.set(place, { law, targets: citation.targets.length, support });
  return support;
}

/**
 * Whether one of the bases is cited by the citation.
 * @param exact true = a citation of the whole article does not stand for a basis that is one paragraph of it
 */
export function citesAny(citation: Citation, bases: readonly Basis[], exact: boolean): boolean {
  const law = lawOf(citation);
  return bases.some(
    (basis) =>
      basis.law === law &&
      citation.targets.some(
        (target) =>
          covers(basis, target) &&
          !(exact && basis.paragraph !== undefined && target.place.paragraph === undefined),
      ),
  );
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
