import type { TextRange } from '../text/range';
import type { ElementStatus, Evidence, Facets } from './analysis';
import type { JudgementWeights } from './framework';
import type { Features, PlacedSentence } from './units';
import type { Scored } from './unitTable';
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
  let evidence: readonly Evidence[] | undefined;
  return {
    status,
    facets: facetsOf(best.unit.features, status),
    // Few ask for it, and an edit moves all of it.
    get evidence() {
      evidence ??= scored.flatMap((one) => evidenceOf(one, one.score <= thresholds.partial, starts));
      return evidence;
    },
  };
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
  const own: Evidence = { start, end, shows: 'waiver', score: 1 };
  return { status: 'waived', facets: judgement.facets, evidence: [own, ...judgement.evidence], reason };
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
    const { start, end } = rangeOf(sentence, first, starts);
    return { start, end, shows, score: Math.round(weight * 100) / 100 };
  });
}
