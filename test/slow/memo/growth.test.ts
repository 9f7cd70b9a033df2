import assert from 'node:assert/strict';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { sentencesOf } from '../../../server/src/memo/sentences';
import { assertGrowth, collectGarbage } from '../../growth';
import { adversarial } from '../../unit/memo/adversarial';
import { memoText } from '../../unit/memo/memoText';

const read = (text: string) => {
  const memo = createMemo('m', 1, text);
  readAll(memo);
  return memo;
};

/** Everything that a memo says, read: the number of sentences. */
function readAll(memo: Memo): number {
  let sentences = memo.sections.length + memo.frontMatter.problems.length;
  for (const chunk of memo.chunks) for (const block of chunk.blocks) sentences += sentencesOf(block).length;
  return sentences;
}

describe('growth of the memo model', () => {
  it('is at most 12 from 100 KB to 1 MB', () => {
    const [small, large] = [memoText(100_000), memoText(1_000_000)];
    // Ten small ones that live at the same time, so that both give the garbage collector the same work.
    const ten = () => Array.from({ length: 10 }, () => read(small));
    assertGrowth({ small: ten, large: () => read(large), ratio: 12 / 10 });
  });

  for (const [name, make] of adversarial) {
    it(`is at most 20 µs a byte, and in proportion: ${name}`, () => {
      const [small, large] = [make(10_000), make(80_000)];
      // 8 = in proportion, 64 = with the square.
      assertGrowth({
        small: () => read(small),
        large: () => read(large),
        ratio: 20,
        most: (Buffer.byteLength(large) * 20) / 1000,
      });
    });
  }

  it('reads 10 MB and one line of 1 MB', () => {
    assert.ok(readAll(createMemo('m', 1, memoText(10_000_000))) > 10_000);
    assert.equal(readAll(createMemo('m', 1, '字。'.repeat(350_000))), 350_001);
  });

  it('does not keep old versions alive', () => {
    let memo = createMemo('m', 1, memoText(500_000));
    readAll(memo);
    const edit = (version: number) => {
      const start = (version * 7919) % memo.text.length;
      memo = editMemo(memo, version, [{ start, end: start + 1, text: '字' }]);
      memo.sections.length;
    };
    for (let version = 0; version < 500; version += 1) edit(version);
    collectGarbage();
    const before = process.memoryUsage().heapUsed;
    for (let version = 500; version < 5000; version += 1) edit(version);
    collectGarbage();
    const grown = (process.memoryUsage().heapUsed - before) / 1e6;
    assert.ok(grown < 15, `${grown.toFixed(1)} MB more after 4,500 edits`);
  });
});
