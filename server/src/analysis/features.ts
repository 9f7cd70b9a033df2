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

/** What a stretch shows by itself, each about 0 to 2. */
function ownFeatures(f: Features) {
  const fact = Math.min(1.5, log(f.fact) / 1.5);
  const conclusion = Math.min(1.5, log(f.conclusion + f.outcome) / 1.2);
  return {
    relevance: log(f.relevance),
    topical: f.topical,
    specific: Math.min(1.5, log(f.specific) / 1.5),
    norm: Math.min(f.norm, 6) / 3,
    conclusion,
    outcome: Math.min(f.outcome, 3) / 1.5,
    inference: log(f.inference),
    applied: Math.min(fact, conclusion),
    deferral: f.deferral,
    waiver: f.waiver,
    opponent: f.opponent,
    question: f.question,
    noise: f.noise,
    rule: f.rule,
    alien: f.alien,
    extent: Math.min(2, log(f.extent / 60)),
    delay: f.delay,
    brief: f.brief,
  };
}

/** What the memo adds to each of its stretches. */
function memoFeatures(genre: Genre) {
  return {
    storyText: Math.min(1, genre.story * 4),
    normText: Math.min(1, genre.norm * 2),
    concludingText: Math.min(1, genre.conclusion * 2),
  };
}

/** All features by name, for training and for the explanation. */
export function featureVector(f: Features, genre: Genre): Record<FeatureName, number> {
  return { ...ownFeatures(f), ...memoFeatures(genre) };
}

function weighed(features: Readonly<Record<string, number>>, { weights }: JudgementWeights): number {
  let sum = 0;
  for (const name in features) sum += features[name]! * (weights[name] ?? 0);
  return sum;
}

/** The part of a stretch's score that stays while the rest of the memo changes. */
export function ownScore(f: Features, judgement: JudgementWeights): number {
  return weighed(ownFeatures(f), judgement);
}

/** The part that all stretches of a memo have in common. */
export function memoScore(genre: Genre, judgement: JudgementWeights): number {
  return weighed(memoFeatures(genre), judgement);
}
