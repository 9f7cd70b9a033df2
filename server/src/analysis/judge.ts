import type { TextRange } from '../text/range';
import type { ElementStatus, Evidence, Facets } from './analysis';
import { capOf, featureNames, featureVector, type Genre } from './featureVector';
import type { JudgementWeights } from './framework';
import type { Features, Speaking, Unit } from './units';
import type { Waiver } from './waivers';

/** What the stretches that speak of an element add up to. */
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
 * Judges an element by its stretches. A stretch gets the sum of its weighted features; the best one decides the
 * status, and shows which of rule, facts and conclusion lacks.
 */
export function judge(
  units: readonly Unit[],
  genre: Genre,
  brief: boolean,
  { thresholds, weights }: JudgementWeights,
): Judgement {
  let best: Scored | undefined;
  const limits = [thresholds.mentioned, thresholds.partial, thresholds.addressed];
  const scored = units.map((unit): Scored => {
    const vector = featureVector(unit.features, genre, brief);
    let score = 0;
    for (const name of featureNames) score += vector[name] * (weights[name] ?? 0);
    const { level } = capOf(unit.features, genre);
    if (level < 3) score = Math.min(score, limits[level]!);
    // What names the element and treats nothing is a mention, however little it says.
    if (level === 1) score = limits[1]!;
    const one = { unit, score };
    if (!best || score > best.score) best = one;
    return one;
  });
  if (!best || best.score <= thresholds.mentioned) return nothing;
  const status: ElementStatus =
    best.score > thresholds.addressed
      ? 'addressed'
      : best.score > thresholds.partial
        ? 'partial'
        : 'mentioned';
  const evidence = scored
    .filter(({ score }) => score > thresholds.mentioned)
    .sort((a, b) => b.score - a.score)
    .flatMap(({ unit, score }) => evidenceOf(unit, score <= thresholds.partial));
  const leftOut = status === 'mentioned' ? leftOutBy(best.unit) : undefined;
  if (leftOut) {
    const { start, end } = evidenceOf(leftOut, true)[0]!;
    return {
      status: 'waived',
      facets: nothing.facets,
      evidence: [{ start, end, shows: 'waiver', score: 1 }],
    };
  }
  return { status, facets: facetsOf(best.unit.features, status), evidence };
}

/** The part of a stretch in which the writer says that the memo leaves the matter out. */
function leftOutBy(unit: Unit): Unit | undefined {
  const speaking = unit.speaking.filter(({ sentence }) => sentence.facts.outOfScope);
  return speaking.length > 0 ? { ...unit, speaking } : undefined;
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

interface Scored {
  readonly unit: Unit;
  readonly score: number;
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

function evidenceOf(unit: Unit, mention: boolean): Evidence[] {
  return unit.speaking.map(({ sentence, weight }: Speaking) => {
    const { facts, placed } = sentence;
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
    return { start: placed.offset + facts.start, end: placed.offset + facts.end, shows, score: weight };
  });
}
