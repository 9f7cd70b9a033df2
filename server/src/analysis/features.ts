import type { JudgementWeights } from './framework';
import type { Genre } from './genre';
import type { Features } from './units';

/** The quantities that the judgement weighs (`server/frameworks/judgement.yaml`): those of a stretch, then those of its memo. */
export const featureNames = [
  'relevance',
  'topical',
  'specific',
  'norm',
  'conclusion',
  'outcome',
  'inference',
  'applied',
  'deferral',
  'waiver',
  'opponent',
  'question',
  'noise',
  'rule',
  'alien',
  'extent',
  'delay',
  'brief',
  'storyText',
  'normText',
  'concludingText',
] as const;

export type FeatureName = (typeof featureNames)[number];

const log = Math.log1p;

/** How many of the names are those of a stretch; they come first. */
const own = featureNames.indexOf('storyText');
const values = new Float64Array(featureNames.length);

/** What a stretch shows by itself, each about 0 to 2, in the order of the names. The list is used again. */
function ownFeatures(f: Features): Float64Array {
  const fact = Math.min(1.5, log(f.fact) / 1.5);
  const conclusion = Math.min(1.5, log(f.conclusion + f.outcome) / 1.2);
  values[0] = log(f.relevance);
  values[1] = f.topical;
  values[2] = Math.min(1.5, log(f.specific) / 1.5);
  values[3] = Math.min(f.norm, 6) / 3;
  values[4] = conclusion;
  values[5] = Math.min(f.outcome, 3) / 1.5;
  values[6] = log(f.inference);
  values[7] = Math.min(fact, conclusion);
  values[8] = f.deferral;
  values[9] = f.waiver;
  values[10] = f.opponent;
  values[11] = f.question;
  values[12] = f.noise;
  values[13] = f.rule;
  values[14] = f.alien;
  values[15] = Math.min(2, log(f.extent / 60));
  values[16] = f.delay;
  values[17] = f.brief;
  return values;
}

/** What the memo adds to each of its stretches, behind that. */
function memoFeatures(genre: Genre): Float64Array {
  values[own] = Math.min(1, genre.story * 4);
  values[own + 1] = Math.min(1, genre.norm * 2);
  values[own + 2] = Math.min(1, genre.conclusion * 2);
  return values;
}

/** All features by name, for training and for the explanation. */
export function featureVector(f: Features, genre: Genre): Record<FeatureName, number> {
  ownFeatures(f);
  const all = memoFeatures(genre);
  return Object.fromEntries(featureNames.map((name, at) => [name, all[at]])) as Record<FeatureName, number>;
}

const weights = new WeakMap<JudgementWeights, Float64Array>();

function weighed(
  features: Float64Array,
  judgement: JudgementWeights,
  from: number,
  to: number = features.length,
): number {
  let known = weights.get(judgement);
  if (!known) {
    known = Float64Array.from(featureNames, (name) => judgement.weights[name] ?? 0);
    weights.set(judgement, known);
  }
  let sum = 0;
  for (let at = from; at < to; at++) sum += features[at]! * known[at]!;
  return sum;
}

/** The part of a stretch's score that stays while the rest of the memo changes. */
export function ownScore(f: Features, judgement: JudgementWeights): number {
  return weighed(ownFeatures(f), judgement, 0, own);
}

/** The part that all stretches of a memo have in common. */
export function memoScore(genre: Genre, judgement: JudgementWeights): number {
  return weighed(memoFeatures(genre), judgement, own);
}
