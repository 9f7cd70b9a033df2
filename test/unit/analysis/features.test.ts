import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { featureNames, featureVector, memoScore } from '../../../server/src/analysis/features';
import { type Genre, genreOf } from '../../../server/src/analysis/genre';
import { lexiconOf } from '../../../server/src/analysis/lexicon';
import { capOf, isRule } from '../../../server/src/analysis/limits';
import { stretchesOf } from '../../../server/src/analysis/stretch';
import type { Features } from '../../../server/src/analysis/units';
import { leastAbove, scoreUnits } from '../../../server/src/analysis/unitTable';
import { indexCitations } from '../../../server/src/citations/indexCitations';
import { createMemo } from '../../../server/src/memo/createMemo';
import { builtIn, root } from '../citations/builtIn';
import { today } from '../rules/environment';
import { framework } from './analysis';

describe('the score of a unit', () => {
  it('is the weighted sum of its features, however it is added up', () => {
    const under = framework();
    const lexicon = lexiconOf(under);
    const { judgement } = under.signals;
    const folder = join(root, 'test/fixtures/elements');
    let compared = 0;
    for (const name of readdirSync(folder)) {
      const memo = createMemo(name, 1, readFileSync(join(folder, name), 'utf8'));
      const stretches = stretchesOf(memo, indexCitations(memo, builtIn(), { asOf: today, today }), under);
      const genre = genreOf(stretches.map(({ facts }) => facts.sums));
      const added = memoScore(genre, judgement);
      for (const { facts } of stretches)
        for (const { element, features, score } of facts.units) {
          const vector = featureVector(features, genre);
          let sum = 0;
          for (const feature of featureNames) sum += vector[feature] * (judgement.weights[feature] ?? 0);
          assert.ok(Math.abs(sum - (added + score)) < 1e-9, `${name} ${lexicon.elements[element]!.id}`);
          compared++;
        }
    }
    assert.ok(compared > 100);
  });

  it('takes each feature from where its name says', () => {
    const memo = createMemo('memo.md', 1, '# 备忘录\n\n## 资质审核\n\n平台未核验甲公司的许可证。\n');
    const stretches = stretchesOf(memo, indexCitations(memo, builtIn(), { asOf: today, today }), framework());
    const [unit] = stretches.flatMap(({ facts }) => facts.units);
    const nothing = Object.fromEntries(Object.keys(unit!.features).map((name) => [name, 0]));
    const of = (shown: Partial<Features>, genre: Partial<Genre> = {}) => {
      const none = { story: 0, norm: 0, conclusion: 0 };
      return featureVector({ ...nothing, ...shown } as unknown as Features, { ...none, ...genre } as Genre);
    };
    const names = (shown: Partial<Features>, genre?: Partial<Genre>) => {
      const vector = of(shown, genre);
      return featureNames.filter((name) => vector[name] > 0);
    };
    for (const name of [
      'relevance',
      'topical',
      'specific',
      'norm',
      'inference',
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
    ] as const)
      assert.deepEqual(names({ [name]: 1 }), [name]);
    assert.deepEqual(names({ conclusion: 1 }), ['conclusion']);
    assert.deepEqual(names({ outcome: 1 }), ['conclusion', 'outcome']);
    assert.deepEqual(names({ conclusion: 1, fact: 1 }), ['conclusion', 'applied']);
    assert.deepEqual(names({}, { story: 1 }), ['storyText']);
    assert.deepEqual(names({}, { norm: 1 }), ['normText']);
    assert.deepEqual(names({}, { conclusion: 1 }), ['concludingText']);
  });

  it('gives the same level by columns as by the plain rules', () => {
    const under = framework();
    const lexicon = lexiconOf(under);
    const { judgement } = under.signals;
    const { mentioned, partial, addressed } = judgement.thresholds;
    const folder = join(root, 'test/fixtures/elements');
    for (const name of readdirSync(folder)) {
      const memo = createMemo(name, 1, readFileSync(join(folder, name), 'utf8'));
      const stretches = stretchesOf(memo, indexCitations(memo, builtIn(), { asOf: today, today }), under);
      const genre = genreOf(stretches.map(({ facts }) => facts.sums));
      const added = memoScore(genre, judgement);
      const scored = scoreUnits(stretches, genre, judgement, lexicon.elements.length);
      const best = lexicon.elements.map(() => Number.NEGATIVE_INFINITY);
      for (const { facts } of stretches)
        for (const { element, features, score } of facts.units) {
          const { level } = capOf(features, genre);
          if (level === 0) continue;
          const sum = Math.max(added + score, isRule(features, genre) ? partial + leastAbove : -99);
          const limited = level === 1 ? partial : level === 2 ? Math.min(sum, addressed) : sum;
          if (limited > mentioned) best[element] = Math.max(best[element]!, limited);
        }
      scored.forEach((units, element) => {
        const score = units[0]?.score ?? Number.NEGATIVE_INFINITY;
        assert.ok(
          score === best[element] || Math.abs(score - best[element]!) < 1e-9,
          `${name} ${lexicon.elements[element]!.id} ${score} ${best[element]}`,
        );
      });
    }
  });

  it('has a weight for every feature, and no other', () => {
    assert.deepEqual(Object.keys(framework().signals.judgement.weights).sort(), [...featureNames].sort());
  });
});
