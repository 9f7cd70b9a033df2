// An ordinal logistic model: a weight for each feature, three thresholds; the best stretch of a memo decides an element.
import { type FeatureName, featureNames } from '../../server/src/analysis/features';
import type { Case, Unit } from './cases.mts';

export interface Model {
  readonly weights: number[];
  readonly thresholds: number[];
}

const size = featureNames.length;

/** What a feature can only speak for (1) or against (-1); without an entry either is possible. */
const signs: Partial<Record<FeatureName, 1 | -1>> = {
  relevance: 1,
  topical: 1,
  specific: 1,
  conclusion: 1,
  outcome: 1,
  inference: 1,
  applied: 1,
  storyText: 1,
  deferral: -1,
  waiver: -1,
  opponent: -1,
  question: -1,
  noise: -1,
  alien: -1,
  delay: -1,
};

function score({ weights }: Model, vector: readonly number[]): number {
  let z = 0;
  for (let k = 0; k < size; k++) z += weights[k]! * vector[k]!;
  return z;
}

/** What a stretch counts for: its sum, within its limit. */
function worth(model: Model, { vector, cap, floor }: Unit): number {
  if (cap === 0) return Number.NEGATIVE_INFINITY;
  if (cap === 1) return model.thresholds[1]!;
  const z = Math.max(score(model, vector), floor ? model.thresholds[1]! + 0.001 : Number.NEGATIVE_INFINITY);
  return cap < 3 ? Math.min(z, model.thresholds[cap]!) : z;
}

function best(model: Model, units: readonly Unit[]): Unit | undefined {
  let top: Unit | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (const unit of units) {
    const z = worth(model, unit);
    if (z > most) {
      most = z;
      top = unit;
    }
  }
  return top;
}

/** The level of a case, 0–3. */
export function predict(model: Model, { units }: Case): number {
  const top = best(model, units);
  if (!top) return 0;
  const z = worth(model, top);
  return model.thresholds.filter((threshold) => z > threshold).length;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Full-batch gradient descent with momentum; the deciding stretch is chosen anew every few rounds. */
export function train(sample: readonly Case[], penalty = 1): Model {
  const start: readonly FeatureName[] = ['relevance', 'conclusion', 'applied'];
  const model: Model = {
    weights: featureNames.map((name) => (start.includes(name) ? 0.5 : 0)),
    thresholds: [0.5, 1.5, 2.5],
  };
  const used = sample.filter(({ units }) => units.some(({ cap }) => cap > 0));
  let chosen = used.map(({ units }) => best(model, units)!);
  const speed = new Array<number>(size + 3).fill(0);
  const rate = 1 / used.length;
  for (let round = 0; round < 900; round++) {
    if (round % 60 === 59) chosen = used.map(({ units }) => best(model, units)!);
    const gradient = new Array<number>(size + 3).fill(0);
    used.forEach(({ level, weight }, at) => {
      const { vector, cap } = chosen[at]!;
      if (cap <= 1) return;
      const z = score(model, vector);
      for (let t = 0; t < cap; t++) {
        const error = (sigmoid(z - model.thresholds[t]!) - (level > t ? 1 : 0)) * weight;
        for (let k = 0; k < size; k++) gradient[k]! += error * vector[k]!;
        gradient[size + t]! -= error;
      }
    });
    for (let k = 0; k < size + 3; k++) {
      if (k < size) gradient[k]! += penalty * model.weights[k]!;
      speed[k] = 0.9 * speed[k]! - rate * gradient[k]!;
      if (k >= size) model.thresholds[k - size]! += speed[k]!;
      else if ((model.weights[k]! + speed[k]!) * (signs[featureNames[k]!] ?? 0) < 0) {
        model.weights[k] = 0;
        speed[k] = 0;
      } else model.weights[k]! += speed[k]!;
    }
    model.thresholds.sort((a, b) => a - b);
  }
  return model;
}
