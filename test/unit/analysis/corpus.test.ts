import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createMemo } from '../../../server/src/memo/createMemo';
import { root } from '../citations/builtIn';
import { analysisOf, analyze, findingOf } from './analysis';

const corpus = join(root, '../shared/corpus');

interface Tally {
  all: number;
  right: number;
  /** Of missing and not-missing: hits, said, there. */
  missing: [number, number, number];
  present: [number, number, number];
}

const newTally = (): Tally => ({ all: 0, right: 0, missing: [0, 0, 0], present: [0, 0, 0] });

function count(tally: Tally, want: string, got: string): void {
  tally.all++;
  if (want === got) tally.right++;
  for (const [key, holds] of [
    ['missing', (s: string) => s === 'missing'],
    ['present', (s: string) => s !== 'missing'],
  ] as const) {
    if (holds(want) && holds(got)) tally[key][0]++;
    if (holds(got)) tally[key][1]++;
    if (holds(want)) tally[key][2]++;
  }
}

const accuracy = ({ all, right }: Tally) => right / all;
const f1 = ([hits, said, there]: readonly [number, number, number]) => (2 * hits) / (said + there);
const core = ['qualification', 'prevention', 'causation', 'exclusions'];
const level = (status: string) => (status === 'waived' ? 'mentioned' : status);

describe('labelled memos of our own', () => {
  const folder = join(root, 'test/fixtures/elements');

  it('are judged as labelled, but for few', () => {
    const all = newTally();
    const main = newTally();
    for (const name of readdirSync(folder)) {
      const text = readFileSync(join(folder, name), 'utf8');
      const analysis = analyze(text);
      const labels = /<!-- expect:([^>]*)-->/.exec(text)![1]!.trim().split(/\s+/);
      for (const label of labels) {
        const [element, labelled] = label.split('=') as [string, string];
        const want = labelled.replace('?', '');
        const got = findingOf(analysis, element).status;
        count(all, level(want), level(got));
        if (core.includes(element)) count(main, level(want), level(got));
      }
    }
    assert.ok(accuracy(main) >= 0.7, `four elements ${accuracy(main).toFixed(3)}`);
    assert.ok(accuracy(all) >= 0.7, `all elements ${accuracy(all).toFixed(3)}`);
    assert.ok(f1(main.missing) >= 0.75 && f1(main.present) >= 0.93);
  });
});

describe('the labelled corpus', () => {
  before(function () {
    if (existsSync(corpus)) return;
    console.log(`      skipped: no ${relative(root, corpus)}`);
    this.skip();
  });

  it('is judged as labelled, down to these floors', () => {
    const labels = JSON.parse(readFileSync(join(corpus, 'elements.json'), 'utf8')) as {
      docs: Record<string, { elements: Record<string, { status: string; evidence?: [number, number][] }> }>;
    };
    const main = newTally();
    const memos = newTally();
    const others = newTally();
    let evidence = 0;
    let touching = 0;
    for (const [id, { elements }] of Object.entries(labels.docs)) {
      const memo = createMemo(id, 1, readFileSync(join(corpus, 'texts', `${id}.md`), 'utf8'));
      const analysis = analysisOf(memo);
      for (const [element, label] of Object.entries(elements)) {
        const finding = findingOf(analysis, element);
        const got = level(finding.status);
        if (core.includes(element)) {
          count(main, label.status, got);
          if (id.startsWith('dv')) count(memos, label.status, got);
        } else count(others, label.status, got);
        if (label.status === 'addressed' && finding.evidence.length > 0) {
          evidence++;
          if (finding.evidence.some((e) => label.evidence?.some(([s, t]) => e.start < t && s < e.end)))
            touching++;
        }
      }
    }
    const figures = {
      main: accuracy(main),
      memos: accuracy(memos),
      others: accuracy(others),
      evidence: touching / evidence,
    };
    const said = JSON.stringify(figures);
    assert.ok(figures.main >= 0.84, said);
    assert.ok(figures.memos >= 0.88, said);
    assert.ok(figures.others >= 0.76, said);
    assert.ok(figures.evidence >= 0.9, said);
    assert.ok(
      f1(main.missing) >= 0.88 && f1(main.present) >= 0.91,
      `${f1(main.missing)} ${f1(main.present)}`,
    );
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
