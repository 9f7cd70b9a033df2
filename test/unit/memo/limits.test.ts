import assert from 'node:assert/strict';
import { createMemo } from '../../../server/src/memo/createMemo';
import { beyondLimits } from '../../../server/src/memo/limits';
import { sourceRange } from '../../../server/src/memo/prose';
import { adversarial } from './adversarial';

describe('the limits of the parser', () => {
  it('are far beyond what people write', () => {
    for (const text of [
      '> > > 三层引用\n',
      '- 甲\n  - 乙\n    - 丙\n      - 丁\n',
      '- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n',
      '见[甲](u)、**乙**、`丙`、<b>丁</b>。'.repeat(70),
      '| [甲](u) | **乙** |\n'.repeat(2000),
    ])
      assert.equal(beyondLimits(text), false, text.slice(0, 40));
    for (const text of [
      '>'.repeat(50),
      '1. '.repeat(50),
      '[a]'.repeat(1001),
      '<'.repeat(301),
      '*a_ '.repeat(600),
    ])
      assert.equal(beyondLimits(`甲\n${text}`), true, text.slice(0, 40));
  });

  it('turn what is beyond them into paragraphs of text', () => {
    const memo = createMemo(
      'm',
      1,
      `${'> '.repeat(60)}《电子商务法》\r\n${'> '.repeat(60)}第三十八条  \r\n\r\n`,
    );
    const blocks = memo.chunks.flatMap((chunk) => chunk.blocks);
    assert.deepEqual(
      blocks.map(({ kind, prose }) => [kind, prose]),
      [['paragraph', '《电子商务法》\n第三十八条']],
    );
    const block = blocks[0] as (typeof blocks)[number];
    const range = sourceRange(block, { start: 8, end: 13 });
    assert.equal(memo.text.slice(range.start, range.end), '第三十八条');
    assert.equal(memo.text.slice(block.start, block.end).endsWith('第三十八条'), true);
  });

  it('let every text be read', () => {
    for (const [name, make] of adversarial) {
      const memo = createMemo('m', 1, make(600));
      let last = 0;
      memo.chunks.forEach((chunk, index) => {
        assert.equal(memo.starts[index], last, name);
        last += chunk.text.length;
        for (const block of chunk.blocks)
          assert.ok(block.start <= block.end && block.end <= chunk.text.length, name);
      });
      assert.equal(last, memo.text.length, name);
    }
  });
});
