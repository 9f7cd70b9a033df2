import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createMemo } from '../../../server/src/memo/createMemo';
import { root } from '../citations/builtIn';
import { analysisOf, findingOf } from './analysis';
import { corpusMemos, folders, type Judged, judged, labelledMemos } from './labelled';

const corpus = join(root, '../shared/corpus');

interface Floors {
  readonly core: number;
  readonly supporting: number;
  readonly missing: number;
  readonly present: number;
}

function above({ core, supporting }: Judged, floors: Floors): void {
  const reached: Floors = {
    core: core.accuracy,
    supporting: supporting.accuracy,
    missing: core.missing,
    present: core.present,
  };
  for (const [name, floor] of Object.entries(floors) as [keyof Floors, number][])
    assert.ok(reached[name] >= floor, `${name} ${reached[name].toFixed(3)}, floor ${floor}`);
}

describe('labelled memos of our own', () => {
  it('are judged as labelled, but for few', () => {
    above(judged(labelledMemos(folders.trained)), {
      core: 0.78,
      supporting: 0.77,
      missing: 0.88,
      present: 0.96,
    });
  });

  it('are judged so even where they were never seen', () => {
    above(judged(labelledMemos(folders.heldOut)), {
      core: 0.64,
      supporting: 0.66,
      missing: 0.75,
      present: 0.95,
    });
  });
});

describe('the labelled corpus', () => {
  before(function () {
    if (existsSync(corpus)) return;
    console.log(`      skipped: no ${relative(root, corpus)}`);
    this.skip();
  });

  it('is judged as labelled, down to these floors', () => {
    const texts = corpusMemos(corpus);
    const all = judged(texts);
    above(all, { core: 0.85, supporting: 0.76, missing: 0.88, present: 0.91 });
    assert.ok(all.evidence >= 0.9, `evidence ${all.evidence}`);
    const memos = judged(texts.filter(({ name }) => name.startsWith('dv')));
    assert.ok(memos.core.accuracy >= 0.88, `memos ${memos.core.accuracy}`);
  });

  it('holds the verdict on the journal paper', () => {
    const analysis = analysisOf(createMemo('seed', 1, readFileSync(join(corpus, 'texts/seed.md'), 'utf8')));
    const status = (id: string) => findingOf(analysis, id).status;
    assert.equal(status('qualification'), 'addressed');
    assert.equal(status('prevention.damage-prevention'), 'addressed');
    assert.equal(status('prevention.rescue'), 'partial');
    assert.equal(status('exclusions'), 'addressed');
    assert.equal(status('causation'), 'mentioned');
    assert.equal(status('burden-of-proof'), 'mentioned');
    assert.equal(status('platform-status'), 'partial');
    const rules = analysis.consistency.map(({ id }) => id);
    for (const rule of ['form-drifts', 'assumption-of-risk-outside-sport', 'platform-imposes-penalty'])
      assert.ok(rules.includes(rule), rule);
  });
});
