import assert from 'node:assert/strict';
import type { Meaning } from '../../../server/src/analysis/lexicon';
import { Counts, DistinctWords, Seen } from '../../../server/src/analysis/tallies';

describe('tallies of a sentence', () => {
  it('count by element in the order of the first cue, and know nothing of the sentence before', () => {
    const counts = new Counts();
    counts.of(7).strong++;
    counts.of(2).weak++;
    counts.of(7).strong++;
    const first = counts.found();
    counts.clear();
    counts.of(2).outcome++;
    const none = { strong: 0, weak: 0, outcome: 0, headings: 0 };
    assert.deepEqual(
      [...first],
      [
        [7, { ...none, strong: 2 }],
        [2, { ...none, weak: 1 }],
      ],
    );
    assert.deepEqual([...counts.found()], [[2, { ...none, outcome: 1 }]]);
    counts.clear();
    assert.equal(counts.found().size, 0);
  });

  it('give one object for equal counts, and keep large ones apart', () => {
    const counts = new Counts();
    counts.of(1).weak = 3;
    counts.of(2).weak = 3;
    counts.of(3).weak = 300;
    const found = counts.found();
    assert.equal(found.get(1), found.get(2));
    assert.equal(found.get(3)?.weak, 300);
  });

  it('count a word once, and a cue once a meaning', () => {
    const words = new DistinctWords();
    for (const word of ['因此', '故', '因此']) words.add(word);
    assert.equal(words.count, 2);
    words.clear();
    words.add('故');
    assert.equal(words.count, 1);
    const seen = new Seen();
    const [strong, weak]: Meaning[] = [
      { kind: 'strong', element: 0 },
      { kind: 'weak', element: 0 },
    ];
    assert.deepEqual(
      [seen.add(strong!, '审核'), seen.add(weak!, '审核'), seen.add(strong!, '审核')],
      [true, true, false],
    );
    seen.clear();
    assert.ok(seen.add(strong!, '审核'));
  });
});
