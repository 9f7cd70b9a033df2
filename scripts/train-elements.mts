// Trains the weights of the judgement (server/frameworks/judgement.yaml) on a labelled corpus and our own labelled memos, and
// cross-validates them:
//   npx tsx scripts/train-elements.mts CORPUS [--write] [--quick] [--held-out FOLDER …]
// --quick leaves the cross-validation out; --held-out reports on folders of labelled memos that are not trained on.
// CORPUS is a folder with texts/ID.md and elements.json (docs.ID.elements.ELEMENT = {status, ambiguous?}, core = ids).
// An ordinal logistic model over the features of `featureVector.ts`; the best stretch of a memo decides an element.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unitsOf } from '../server/src/analysis/analyze';
import { capOf, featureNames, featureVector, isRule } from '../server/src/analysis/features';
import type { Cues, ElementDefinition, Framework } from '../server/src/analysis/framework';
import { genreOf } from '../server/src/analysis/genre';
import { lexiconOf } from '../server/src/analysis/lexicon';
import { stretchesOf } from '../server/src/analysis/stretch';
import { createMemo } from '../server/src/memo/createMemo';
import { citationsOf, loadFramework } from './corpus-tools.mts';

const corpus = process.argv[2] ?? '../shared/corpus';
const write = process.argv.includes('--write');
const levels = ['missing', 'mentioned', 'partial', 'addressed'];

interface Label {
  status: string;
  ambiguous?: boolean;
}
const labels = JSON.parse(readFileSync(join(corpus, 'elements.json'), 'utf8')) as {
  elements: string[];
  core: string[];
  docs: Record<string, { elements: Record<string, Label> }>;
};

interface Case {
  doc: string;
  group: string;
  element: string;
  level: number;
  weight: number;
  units: { vector: number[]; cap: number; floor: boolean }[];
}

/** The same framework with a part of its cues left out, as if its author had not thought of them. */
function withoutCues(framework: Framework, share: number, random: () => number): Framework {
  const thin = (cues: Cues): Cues => ({
    zh: cues.zh.filter(() => random() >= share),
    en: cues.en.filter(() => random() >= share),
  });
  const element = (e: ElementDefinition): ElementDefinition => ({
    ...e,
    cues: {
      headings: thin(e.cues.headings),
      strong: thin(e.cues.strong),
      weak: thin(e.cues.weak),
      negative: e.cues.negative,
      outcome: thin(e.cues.outcome),
    },
  });
  const lists = Object.fromEntries(
    Object.entries(framework.lists).map(([name, words]) => {
      const kept = words.filter(() => random() >= share);
      return [name, kept.length > 0 ? kept : words.slice(0, 1)];
    }),
  );
  const { signals } = framework;
  const thinned = ['fact', 'norm', 'conclusion', 'inference', 'deferral', 'rebuttal'] as const;
  return {
    ...framework,
    lists,
    elements: framework.elements.map(element),
    signals: { ...signals, ...Object.fromEntries(thinned.map((name) => [name, thin(signals[name])])) },
  };
}

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

/** The labelled cases as a framework sees them. */
function casesOf(framework: Framework, texts = memos): Case[] {
  const lexicon = lexiconOf(framework);
  return texts.flatMap(({ doc, group, memo, citations, label }) => {
    const stretches = stretchesOf(memo, citations, framework);
    const genre = genreOf(
      stretches.map(({ facts }) => facts.sums),
      lexicon,
    );
    return labels.elements.flatMap((element) => {
      const index = lexicon.elements.findIndex(({ id }) => id === element);
      const given = label[element];
      if (!given) return [];
      return {
        doc,
        group,
        element,
        level: levels.indexOf(given.status),
        weight: (given.ambiguous ? 0.5 : 1) * (labels.core.includes(element) ? 1.5 : 1),
        units: unitsOf(stretches, index).map(({ features }) => {
          const vector = featureVector(features, genre);
          return {
            vector: featureNames.map((name) => vector[name]),
            cap: capOf(features, genre).level,
            floor: isRule(features, genre),
          };
        }),
      };
    });
  });
}

const read = (doc: string, path: string, label: Record<string, Label>) => {
  const memo = createMemo(doc, 1, readFileSync(path, 'utf8'));
  return { doc, group: path.split('/').at(-2)!, memo, citations: citationsOf(memo), label };
};
const memos = Object.entries(labels.docs).map(([doc, { elements: label }]) =>
  read(doc, join(corpus, 'texts', `${doc}.md`), label),
);
/** Memos of our own carry their labels inside (`<!-- expect: ELEMENT=STATUS … -->`, `?` behind a disputable one). */
function readMemos(folder: string) {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const expectation = /<!-- expect:([^>]*)-->/.exec(readFileSync(path, 'utf8'))?.[1] ?? '';
      const label = Object.fromEntries(
        expectation
          .trim()
          .split(/\s+/)
          .map((pair): [string, Label] => {
            const [element, status] = pair.split('=') as [string, string];
            return [element, { status: status.replace('?', ''), ambiguous: status.endsWith('?') }];
          })
          .filter(([, { status }]) => levels.includes(status)),
      );
      return read(name, path, label);
    });
}
const fixtures = join(import.meta.dirname, '../test/fixtures');
memos.push(...readMemos(join(fixtures, 'elements')));
/** Not trained on: what they show is what the next memo will show. */
const held = process.argv.indexOf('--held-out');
const heldOut = (held < 0 ? [] : process.argv.slice(held + 1)).map((folder) => ({
  folder,
  memos: readMemos(folder),
}));

const full = loadFramework('security-guarantee');
const cases = casesOf(full);
/**
 * The words of these texts are better known to the cues than those of the next memo: training also sees the texts
 * through frameworks that lack cues, and the figures are given for such frameworks too.
 */
const thinned = [0.3, 0.3, 0.45, 0.45, 0.6].map((share, i) =>
  casesOf(withoutCues(full, share, randomFrom(100 + i))),
);
const unseen = [0.4, 0.4, 0.4].map((share, i) => casesOf(withoutCues(full, share, randomFrom(900 + i))));

interface Model {
  weights: number[];
  thresholds: number[];
}

const size = featureNames.length;

function score(model: Model, vector: readonly number[]): number {
  let z = 0;
  for (let k = 0; k < size; k++) z += model.weights[k]! * vector[k]!;
  return z;
}

type Stretch = Case['units'][number];

/** What a stretch counts for: its sum, within its limit. */
function worth(model: Model, { vector, cap, floor }: Stretch): number {
  if (cap === 0) return Number.NEGATIVE_INFINITY;
  if (cap === 1) return model.thresholds[1]!;
  const z = Math.max(score(model, vector), floor ? model.thresholds[1]! + 0.001 : Number.NEGATIVE_INFINITY);
  return cap < 3 ? Math.min(z, model.thresholds[cap]!) : z;
}

function best(model: Model, units: readonly Stretch[]): Stretch | undefined {
  let top: Stretch | undefined;
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

function predict(model: Model, { units }: Case): number {
  const top = best(model, units);
  if (!top) return 0;
  const z = worth(model, top);
  return model.thresholds.filter((threshold) => z > threshold).length;
}

/** What a feature can only speak for (1) or against (-1); without an entry either is possible. */
const signs: Partial<Record<(typeof featureNames)[number], 1 | -1>> = {
  strongest: 1,
  relevance: 1,
  specific: 1,
  storyText: 1,
  caseText: 1,
  topical: 1,
  ownFact: 1,
  fact: 1,
  cites: 1,
  ownConclusion: 1,
  conclusion: 1,
  outcome: 1,
  inference: 1,
  applied: 1,
  briefDecided: 1,
  argument: 1,
  length: 1,
  deferral: -1,
  waiver: -1,
  opponent: -1,
  question: -1,
  noise: -1,
  delay: -1,
  inconclusive: -1,
};

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Full-batch gradient descent with momentum; the deciding stretch is chosen anew every few rounds. */
function train(sample: readonly Case[], penalty = 1.0): Model {
  const model: Model = { weights: new Array(size).fill(0), thresholds: [0.5, 1.5, 2.5] };
  featureNames.forEach((name, k) => {
    if (['relevance', 'conclusion', 'fact', 'applied'].includes(name)) model.weights[k] = 0.5;
  });
  const used = sample.filter(({ units }) => units.some(({ cap }) => cap > 0));
  let chosen = used.map(({ units }) => best(model, units)!);
  const speed = new Array(size + 3).fill(0);
  const rate = 2 / used.length;
  for (let round = 0; round < 900; round++) {
    if (round % 60 === 59) chosen = used.map(({ units }) => best(model, units)!);
    const gradient = new Array(size + 3).fill(0);
    used.forEach(({ level, weight }, at) => {
      const { vector, cap } = chosen[at]!;
      if (cap <= 1) return;
      const z = score(model, vector);
      for (let t = 0; t < cap; t++) {
        const error = (sigmoid(z - model.thresholds[t]!) - (level > t ? 1 : 0)) * weight;
        for (let k = 0; k < size; k++) gradient[k] += error * vector[k]!;
        gradient[size + t] -= error;
      }
    });
    for (let k = 0; k < size; k++) gradient[k] += penalty * model.weights[k]!;
    for (let k = 0; k < size + 3; k++) {
      speed[k] = 0.9 * speed[k] - rate * 0.5 * gradient[k];
      if (k < size) {
        model.weights[k]! += speed[k];
        const sign = signs[featureNames[k]!];
        if (sign && model.weights[k]! * sign < 0) {
          model.weights[k] = 0;
          speed[k] = 0;
        }
      } else model.thresholds[k - size]! += speed[k];
    }
    model.thresholds.sort((a, b) => a - b);
  }
  return model;
}

function report(title: string, sample: readonly Case[], guesses: readonly number[]): void {
  const line = (name: string, keep: (c: Case) => boolean) => {
    const at = sample.map((_, i) => i).filter((i) => keep(sample[i]!));
    const right = at.filter((i) => guesses[i] === sample[i]!.level).length;
    const f1 = (positive: (level: number) => boolean) => {
      const tp = at.filter((i) => positive(guesses[i]!) && positive(sample[i]!.level)).length;
      const all =
        at.filter((i) => positive(guesses[i]!)).length + at.filter((i) => positive(sample[i]!.level)).length;
      return all === 0 ? 1 : (2 * tp) / all;
    };
    let expected = 0;
    for (let level = 0; level < 4; level++)
      expected +=
        (at.filter((i) => guesses[i] === level).length *
          at.filter((i) => sample[i]!.level === level).length) /
        at.length ** 2;
    const accuracy = right / at.length;
    const percent = (x: number) => (100 * x).toFixed(1);
    console.log(
      `  ${name.padEnd(22)} n ${String(at.length).padStart(4)}  accuracy ${percent(accuracy)}  kappa ${((accuracy - expected) / (1 - expected)).toFixed(2)}  missing F1 ${percent(f1((l) => l === 0))}  not-missing F1 ${percent(f1((l) => l > 0))}`,
    );
  };
  console.log(title);
  const core = (c: Case) => labels.core.includes(c.element);
  line('core', core);
  line('supporting', (c) => !core(c));
  for (const group of new Set(sample.map((c) => c.group))) {
    line(`core, ${group}`, (c) => core(c) && c.group === group);
    line(`supporting, ${group}`, (c) => !core(c) && c.group === group);
  }
  for (const id of labels.core) line(id, (c) => c.element === id);
}

const isMemo = (doc: string) => doc.startsWith('dv') || doc.endsWith('.md');

const docs = memos.map(({ doc }) => doc);
function folds(count: number, seed: number): Map<string, number> {
  const random = randomFrom(seed);
  const shuffled = docs.map((doc) => ({ doc, key: random() })).sort((a, b) => a.key - b.key);
  // Memos and other texts are dealt out separately, so that every part has both.
  const order = [...shuffled].sort((a, b) => Number(isMemo(b.doc)) - Number(isMemo(a.doc)));
  return new Map(order.map(({ doc }, i) => [doc, i % count]));
}

function crossValidate(count: number, seeds: readonly number[]): void {
  const all: Case[] = [];
  const guesses: number[] = [];
  const thin: Case[] = [];
  const thinGuesses: number[] = [];
  for (const seed of seeds) {
    const fold = folds(count, seed);
    for (let part = 0; part < count; part++) {
      const outside = (c: Case) => fold.get(c.doc) !== part;
      const model = train([cases, ...thinned].flatMap((sample) => sample.filter(outside)));
      for (const c of cases.filter((c) => !outside(c))) {
        all.push(c);
        guesses.push(predict(model, c));
      }
      for (const c of unseen.flat().filter((c) => !outside(c))) {
        thin.push(c);
        thinGuesses.push(predict(model, c));
      }
    }
  }
  report(`held out, ${count} parts, ${seeds.length} divisions`, all, guesses);
  report('the same, by frameworks without 40 % of their cues', thin, thinGuesses);
}

const model = train([cases, ...thinned].flat());
report(
  'on the training texts',
  cases,
  cases.map((c) => predict(model, c)),
);
for (const { folder, memos } of heldOut) {
  const cases = casesOf(full, memos);
  report(
    `not trained on: ${folder}`,
    cases,
    cases.map((c) => predict(model, c)),
  );
}
if (!process.argv.includes('--quick')) crossValidate(4, [1]);
for (const [k, name] of featureNames.entries())
  console.log(`    ${name.padEnd(16)} ${model.weights[k]!.toFixed(2)}`);
console.log(`    thresholds ${model.thresholds.map((t) => t.toFixed(2)).join(' ')}`);
if (write) {
  const out = join(import.meta.dirname, '../server/frameworks/judgement.yaml');
  const lines = [
    '# Weights of the judgement, made by scripts/train-elements.mts. A stretch of the memo gets the sum of its features',
    '# (server/src/analysis/featureVector.ts), each times its weight; the thresholds divide missing, mentioned, partial, addressed.',
    'thresholds:',
    `  mentioned: ${model.thresholds[0]!.toFixed(3)}`,
    `  partial: ${model.thresholds[1]!.toFixed(3)}`,
    `  addressed: ${model.thresholds[2]!.toFixed(3)}`,
    'weights:',
    ...featureNames.map((name, k) => `  ${name}: ${model.weights[k]!.toFixed(3)}`),
  ];
  writeFileSync(out, `${lines.join('\n')}\n`);
}
