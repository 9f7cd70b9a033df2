import type { TextRange } from '../text/range';
import type { ElementStatus, Evidence, Facets } from './analysis';
import { capOf, scorer } from './features';
import type { JudgementWeights } from './framework';
import type { Genre } from './genre';
import type { Stretch } from './stretch';
import type { Features, PlacedSentence, Unit } from './units';
import type { Waiver } from './waivers';

/** What the units that speak of an element add up to. */
export interface Judgement {
  readonly status: ElementStatus;
  readonly facets: Facets;
  readonly evidence: readonly Evidence[];
  /** Why the writer leaves the element out. */
  readonly reason?: string;
}

const nothing: Judgement = {
  status: 'missing',
  facets: { authority: false, application: false, conclusion: false },
  evidence: [],
};

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
  const scoreOf = scorer(genre, judgement);
  const scored: Scored[][] = Array.from({ length: elements }, () => []);
  for (const { facts, first } of stretches) {
    for (const unit of facts.units) {
      const { level } = capOf(unit.features, genre);
      // What names the element and treats nothing is a mention, however little it says.
      const score =
        level === 1
          ? partial
          : Math.min(scoreOf(unit.score), level === 2 ? addressed : Number.POSITIVE_INFINITY);
      if (score > mentioned) insert(scored[unit.element]!, { unit, first, score });
    }
  }
  return scored;
}

/**
 * Judges an element by its units. A unit gets the sum of its weighted features, within its limit; the best one decides
 * the status, and shows which of rule, facts and conclusion lacks.
 */
export function judge(
  scored: readonly Scored[],
  { thresholds }: JudgementWeights,
  starts: readonly number[],
): Judgement {
  if (scored.length === 0) return nothing;
  const best = scored[0]!;
  const status: ElementStatus =
    best.score > thresholds.addressed
      ? 'addressed'
      : best.score > thresholds.partial
        ? 'partial'
        : 'mentioned';
  const leftOut = status === 'mentioned' ? leftOutBy(best, starts) : undefined;
  if (leftOut) return { status: 'waived', facets: nothing.facets, evidence: [leftOut] };
  const evidence = scored.flatMap((one) => evidenceOf(one, one.score <= thresholds.partial, starts));
  return { status, facets: facetsOf(best.unit.features, status), evidence };
}

/** A unit with its score in this memo. */
export interface Scored {
  readonly unit: Unit;
  /** First chunk of its stretch. */
  readonly first: number;
  readonly score: number;
}

/** Keeps the best few, best first; of equals the earlier one first. */
function insert(scored: Scored[], one: Scored): void {
  if (scored.length === mostUnits && scored[mostUnits - 1]!.score >= one.score) return;
  let at = scored.length;
  while (at > 0 && scored[at - 1]!.score < one.score) at--;
  scored.splice(at, 0, one);
  if (scored.length > mostUnits) scored.pop();
}

/** Where the writer says that the memo leaves the matter out. */
function leftOutBy({ unit, first }: Scored, starts: readonly number[]): Evidence | undefined {
  const sentence = unit.speaking.find((one) => one.sentence.facts.outOfScope)?.sentence;
  return sentence && { ...rangeOf(sentence, first, starts), shows: 'waiver', score: 1 };
}

function rangeOf({ facts, placed }: PlacedSentence, first: number, starts: readonly number[]): TextRange {
  const offset = starts[first + placed.chunk]!;
  return { start: offset + facts.start, end: offset + facts.end };
}

/** An element that is missing but promised by an empty heading is mentioned. */
export function withPromises(judgement: Judgement, promises: readonly TextRange[]): Judgement {
  if (judgement.status !== 'missing' || promises.length === 0) return judgement;
  const evidence = promises.map(({ start, end }): Evidence => ({ start, end, shows: 'mention', score: 0 }));
  return { status: 'mentioned', facets: nothing.facets, evidence };
}

/** What the writer waives is waived, unless it is treated all the same. */
export function withWaiver(judgement: Judgement, waiver: Waiver | undefined): Judgement {
  if (!waiver || judgement.status === 'addressed') return judgement;
  const { start, end, reason } = waiver;
  return {
    ...judgement,
    status: 'waived',
    evidence: [{ start, end, shows: 'waiver', score: 1 }, ...judgement.evidence],
    reason,
  };
}

function facetsOf(f: Features, status: ElementStatus): Facets {
  if (status === 'mentioned') return nothing.facets;
  const authority = f.norm >= 2 || f.cites > 0;
  const application = f.fact >= 2;
  const conclusion = f.outcome >= 1 || f.ownConclusion >= 1 || f.conclusion >= 2;
  if (status === 'addressed') return { authority, application: true, conclusion: true };
  // Something lacks: where the signs do not say what, it is what they show least of.
  if (authority && application && conclusion)
    return f.fact <= f.conclusion + f.outcome
      ? { authority, application: false, conclusion }
      : { authority, application, conclusion: false };
  return { authority, application, conclusion };
}

function evidenceOf({ unit, first }: Scored, mention: boolean, starts: readonly number[]): Evidence[] {
  return unit.speaking.map(({ sentence, weight }) => {
    const { facts } = sentence;
    const shows = mention
      ? facts.waiver
        ? 'waiver'
        : 'mention'
      : facts.conclusion > 0 && !facts.deferral
        ? 'conclusion'
        : facts.fact > 0
          ? 'application'
          : facts.norm > 0 || sentence.cites > 0
            ? 'authority'
            : 'mention';
    return { ...rangeOf(sentence, first, starts), shows, score: Math.round(weight * 100) / 100 };
  });
}
