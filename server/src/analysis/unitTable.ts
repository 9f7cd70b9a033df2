import { memoScore } from './features';
import type { JudgementWeights } from './framework';
import type { Genre } from './genre';
import { genreKind, limitedBy, ownCap, statesRule } from './limits';
import type { Stretch } from './stretch';
import type { Unit } from './units';

/**
 * The scores of a stretch's units in columns: every unit of the memo is looked at at every edit, since each edit moves the memo's
 * shares of facts and conclusions.
 */
export interface UnitTable {
  /** What each unit scores by itself. */
  readonly own: Float64Array;
  /** How far each unit may go: sums of `Limit`. */
  readonly limits: Uint16Array;
  /** The units of one element are neighbours, a group: its element, and where it begins (one more for the end of the last). */
  readonly elements: Uint16Array;
  readonly begins: Uint32Array;
  /** A score that no unit of the group exceeds, the memo's constant aside. */
  readonly bounds: Float64Array;
}

const Limit = {
  mentioned: 1,
  partial: 2,
  /** No limit of its own; these are added: in a text that hardly concludes, in one of norms. */
  none: 4,
  account: 8,
  /** In a text of norms it counts as the rule. */
  rule: 256,
  norms: 16,
  passing: 32,
  outspoken: 64,
  faint: 128,
} as const;

export function unitTable(units: readonly Unit[]): UnitTable {
  const own = new Float64Array(units.length);
  const limits = new Uint16Array(units.length);
  units.forEach((unit, at) => {
    const features = unit.readFeatures();
    own[at] = unit.scoreOf(features);
    const limited = limitedBy(features);
    limits[at] =
      (limited.faint ? Limit.faint : 0) |
      (statesRule(features) ? Limit.rule : 0) |
      (limited.passing ? Limit.passing : 0) |
      (ownCap(features)?.level ??
        Limit.none |
          (limited.account ? Limit.account : 0) |
          (limited.norms ? Limit.norms : 0) |
          (limited.outspoken ? Limit.outspoken : 0));
  });
  return { own, limits, ...groupsOf(units, own) };
}

/** Sums of the same numbers in another order differ by less. */
const rounding = 1e-9;

function groupsOf(
  units: readonly Unit[],
  own: Float64Array,
): Pick<UnitTable, 'elements' | 'begins' | 'bounds'> {
  const elements: number[] = [];
  const begins: number[] = [];
  const bounds: number[] = [];
  for (let from = 0; from < units.length; ) {
    const { element } = units[from]!;
    let bound = Number.NEGATIVE_INFINITY;
    let to = from;
    for (; to < units.length && units[to]!.element === element; to++)
      bound = Math.max(bound, own[to]! + rounding);
    elements.push(element);
    begins.push(from);
    bounds.push(bound);
    from = to;
  }
  begins.push(units.length);
  return {
    elements: Uint16Array.from(elements),
    begins: Uint32Array.from(begins),
    bounds: Float64Array.from(bounds),
  };
}

/** A unit with its score in this memo. */
export interface Scored {
  readonly unit: Unit;
  /** First chunk of its stretch. */
  readonly first: number;
  readonly score: number;
}

/** What is raised to a level lies this much above its threshold. */
export const leastAbove = 0.001;

/** Evidence of at most this many units, the best ones: a reader does not look at more. */
const mostUnits = 12;

/** The best units of each element (index into `Lexicon.elements`), best first. */
export function scoreUnits(
  stretches: readonly Stretch[],
  genre: Genre,
  judgement: JudgementWeights,
  elements: number,
): Scored[][] {
  const { mentioned, partial, addressed } = judgement.thresholds;
  const constant = memoScore(genre, judgement);
  const kind = genreKind(genre);
  const partly =
    Limit.partial |
    (kind.account ? Limit.account : 0) |
    (kind.norms ? Limit.norms : 0) |
    (kind.outspoken ? Limit.outspoken : 0) |
    (kind.general ? Limit.none : 0);
  const beside = kind.beside ? Limit.faint : 0;
  const stating = kind.norms ? Limit.rule : 0;
  const barely = kind.norms ? Limit.passing : 0;
  const scored: Scored[][] = Array.from({ length: elements }, () => []);
  /** What a unit has to exceed to be among the best of its element. */
  const floors = new Float64Array(elements).fill(Number.NEGATIVE_INFINITY);
  for (const { facts, first } of stretches) {
    const { units, scores } = facts;
    for (let group = 0; group < scores.elements.length; group++) {
      const element = scores.elements[group]!;
      const floor = floors[element]!;
      // None of them can be among the best.
      if (floor >= constant + scores.bounds[group]! && floor >= partial + leastAbove) continue;
      const best = scored[element]!;
      const from = scores.begins[group]!;
      const to = scores.begins[group + 1]!;
      for (let at = from; at < to; at++) {
        const limit = scores.limits[at]!;
        if ((limit & beside) !== 0) continue;
        const weighed = constant + scores.own[at]!;
        const sum = (limit & stating) !== 0 ? Math.max(weighed, partial + leastAbove) : weighed;
        // What names the element and treats nothing is a mention, however little it says.
        const score =
          (limit & (Limit.mentioned | barely)) !== 0
            ? partial
            : (limit & partly) !== 0
              ? Math.min(sum, addressed)
              : sum;
        if (score <= mentioned) continue;
        const unit = units[at]!;
        if (best.length < mostUnits || best[mostUnits - 1]!.score < score)
          insert(best, { unit, first, score });
        if (best.length === mostUnits) floors[element] = best[mostUnits - 1]!.score;
      }
    }
  }
  return scored;
}

/** Keeps the best few, best first; of equals the earlier one first. */
function insert(best: Scored[], one: Scored): void {
  let at = best.length < mostUnits ? best.length : mostUnits - 1;
  for (; at > 0 && best[at - 1]!.score < one.score; at--) best[at] = best[at - 1]!;
  best[at] = one;
}
