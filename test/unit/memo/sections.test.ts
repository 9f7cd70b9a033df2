import assert from 'node:assert/strict';
import { createMemo } from '../../../server/src/memo/createMemo';

describe('sections', () => {
  it('form a tree by heading level', () => {
    const memo = createMemo(
      'm',
      1,
      '---\ntitle: 题\n---\n前言。\n\n# 一\n\n甲。\n\n### 一之一\n## 一之二\n\n二\n==\n乙。\n\n> # 引用里的不算\n\n- # 列表里的也不算\n',
    );
    assert.deepEqual(
      memo.sections.map(({ level, title, parent }) => [level, title, parent]),
      [
        [0, '', -1],
        [1, '一', -1],
        [3, '一之一', 1],
        [2, '一之二', 1],
        [1, '二', -1],
      ],
    );
    for (const [index, section] of memo.sections.entries()) {
      const next = memo.sections[index + 1];
      assert.equal(section.end, next ? next.start : memo.text.length);
      const block = memo.chunks[section.chunk]?.blocks[section.block];
      if (index > 0) assert.equal(block?.prose, section.title);
    }
    const last = memo.sections[4];
    assert.equal(memo.text.slice(last?.heading.start, last?.heading.end), '二\n==');
  });

  it('are one empty preamble in an empty memo', () => {
    const { sections, chunks } = createMemo('m', 1, '');
    assert.equal(chunks.length, 0);
    assert.deepEqual(
      sections.map(({ start, end, level }) => [start, end, level]),
      [[0, 0, 0]],
    );
  });
});
