import assert from 'node:assert/strict';
import { Hits, mostKept } from '../../../server/src/analysis/hits';
import type { Meaning } from '../../../server/src/analysis/lexicon';

const meaning: Meaning = { kind: 'subject' };

describe('cues of a sentence', () => {
  it('are those of the last one, also after a huge one', () => {
    const hits = new Hits();
    for (const many of [3, mostKept + 5, 2]) {
      hits.clear();
      for (let at = 0; at < many; at++) hits.add(at, at + 2, meaning, at, `${many} ${at}`);
      assert.equal(hits.count, many);
      assert.deepEqual(hits.at(many - 1), {
        start: many - 1,
        end: many + 1,
        meaning,
        pattern: many - 1,
        words: `${many} ${many - 1}`,
      });
    }
    assert.ok(!hits.some(({ pattern }) => pattern > 1));
  });
});
