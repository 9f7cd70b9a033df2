import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemo } from '../../../server/src/memo/createMemo';
import { parseChunk } from '../../../server/src/memo/parse';
import { blocksAt, markdown } from './fuzz';

const runs = Number(process.env.MEMO_FUZZ_RUNS ?? 400);

describe('chunks', () => {
  it('give the same blocks as the whole text', () => {
    fc.assert(
      fc.property(markdown(), (text) => {
        const memo = createMemo('m', 1, `字\n\n${text}`);
        const whole = parseChunk(memo.text, []);
        const blocks = memo.chunks.flatMap((chunk, index) =>
          blocksAt(chunk.blocks, memo.starts[index] as number),
        );
        assert.deepEqual(blocks, blocksAt(whole.blocks, 0));
        const comments = memo.chunks.flatMap((chunk, index) =>
          chunk.comments.map(({ start, end }) => [
            start + (memo.starts[index] as number),
            end + (memo.starts[index] as number),
          ]),
        );
        assert.deepEqual(
          comments,
          whole.comments.map(({ start, end }) => [start, end]),
        );
        assert.equal(memo.chunks.map((chunk) => chunk.text).join(''), memo.text);
      }),
      { numRuns: runs },
    );
  });
});
