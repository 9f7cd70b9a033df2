// Trains the weights of the judgement (server/frameworks/judgement.yaml) on a labelled corpus and our own labelled memos, and
// cross-validates them:
//   npx tsx scripts/train-elements.mts CORPUS [--write] [--quick]
// --quick leaves the cross-validation out.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureNames } from '../server/src/analysis/features';
import { coreElements, corpusMemos, folders, labelledMemos, Tally } from '../test/unit/analysis/labelled';
import { loadFramework } from './corpus-tools.mts';
import { type Case, casesOf, examplesOf, withoutCues } from './training/cases.mts';
import { type Model, predict, train } from './training/model.mts';

const corpus = process.argv[2] ?? '../shared/corpus';
const examples = [
  ...examplesOf('corpus', corpusMemos(corpus)),
  ...examplesOf('own memos', labelledMemos(folders.trained)),
];
const framework = loadFramework('security-guarantee');
const cases = casesOf(examples, framework);
/**
 * The words of these texts are better known to the cues than those of the next memo: training also sees the texts through frameworks
 * that lack cues.
 */
const thinned = [0.3, 0.3, 0.45, 0.45, 0.6].map((share, i) =>
  casesOf(examples, withoutCues(framework, share, randomFrom(100 + i))),
);

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

function report(title: string, sample: readonly Case[], guesses: readonly number[]): void {
  const line = (name: string, keep: (c: Case) => boolean) => {
    const tally = new Tally();
    sample.forEach((one, i) => {
      if (keep(one)) tally.add(one.level, guesses[i]!);
    });
    const percent = (share: number) => (100 * share).toFixed(1);
    console.log(
      `  ${name.padEnd(22)} n ${String(tally.all).padStart(4)}  accuracy ${percent(tally.accuracy)}  kappa ${tally.kappa.toFixed(2)}  missing F1 ${percent(tally.missing)}  not-missing F1 ${percent(tally.present)}`,
    );
  };
  console.log(title);
  for (const group of new Set(sample.map((one) => one.group))) {
    line(`core, ${group}`, (c) => c.core && c.group === group);
    line(`supporting, ${group}`, (c) => !c.core && c.group === group);
  }
  line('core', ({ core }) => core);
  for (const id of coreElements) line(id, ({ element }) => element === id);
}

/** Deals the memos of each group into so many parts. */
function dealt(parts: number, seed: number): Map<string, number> {
  const random = randomFrom(seed);
  const order = examples
    .map(({ name, group }) => ({ name, group, key: random() }))
    .sort((a, b) => a.group.localeCompare(b.group) || a.key - b.key);
  return new Map(order.map(({ name }, i) => [name, i % parts]));
}

function crossValidate(parts: number, seeds: readonly number[]): void {
  const all: Case[] = [];
  const guesses: number[] = [];
  for (const seed of seeds) {
    const part = dealt(parts, seed);
    for (let out = 0; out < parts; out++) {
      const within = (c: Case) => part.get(c.memo) !== out;
      const model = train([cases, ...thinned].flatMap((sample) => sample.filter(within)));
      for (const one of cases)
        if (!within(one)) {
          all.push(one);
          guesses.push(predict(model, one));
        }
    }
  }
  report(`held out, ${parts} parts, ${seeds.length} divisions`, all, guesses);
}

function pageOf({ thresholds, weights }: Model): string {
  const [mentioned, partial, addressed] = thresholds.map((threshold) => threshold.toFixed(3));
  return [
    '# Weights of the judgement, made by scripts/train-elements.mts. A stretch of the memo gets the sum of its features',
    '# (server/src/analysis/features.ts), each times its weight; the thresholds divide missing, mentioned, partial, addressed.',
    'thresholds:',
    `  mentioned: ${mentioned}`,
    `  partial: ${partial}`,
    `  addressed: ${addressed}`,
    'weights:',
    ...featureNames.map((name, k) => `  ${name}: ${weights[k]!.toFixed(3)}`),
    '',
  ].join('\n');
}

const model = train([cases, ...thinned].flat());
report(
  'on the training texts',
  cases,
  cases.map((one) => predict(model, one)),
);
if (!process.argv.includes('--quick')) crossValidate(4, [1, 2]);
console.log(pageOf(model));
if (process.argv.includes('--write'))
  writeFileSync(join(import.meta.dirname, '../server/frameworks/judgement.yaml'), pageOf(model));
