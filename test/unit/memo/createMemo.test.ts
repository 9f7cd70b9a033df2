import assert from 'node:assert/strict';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';

describe('a memo', () => {
  it('loses one leading byte order mark and nothing else', () => {
    for (const [text, expected] of [
      ['\uFEFF# 一\r\n', '# 一\r\n'],
      ['\uFEFF\uFEFF甲', '\uFEFF甲'],
      ['甲\uFEFF\0\uD800\r乙\r\n', '甲\uFEFF\0\uD800\r乙\r\n'],
      ['', ''],
    ] as const) {
      const memo = createMemo('m', 1, text);
      assert.equal(memo.text, expected);
      assert.equal(memo.chunks.map((chunk) => chunk.text).join(''), expected);
    }
    assert.equal(createMemo('m', 1, '\uFEFF---\ntitle: 题\n---\n').frontMatter.title, '题');
  });

  it('stays the same without edits, but for its version', () => {
    const memo = createMemo('m', 1, '# 一\n\n见[甲][a]。\n\n[a]: /u\n');
    const next = editMemo(memo, 2, []);
    assert.equal(next.version, 2);
    assert.deepEqual(
      next.chunks.map((chunk, index) => chunk === memo.chunks[index]),
      memo.chunks.map(() => true),
    );
  });

  it('takes a memo that it did not make', () => {
    const memo = createMemo('m', 1, '甲\n\n乙\n');
    const { uri, version, text, frontMatter, chunks, starts, sections } = memo;
    const plain = { uri, version, text, frontMatter, chunks, starts, sections };
    assert.equal(editMemo(plain, 2, [{ start: 0, end: 1, text: '丙' }]).text, '丙\n\n乙\n');
  });

  it('gives list items their places', () => {
    const memo = createMemo(
      'm',
      1,
      '应当审核：\n\n1. 资质；\n   - 许可\n   - 标志\n\n2. 信息。\n\n   二段。\n',
    );
    const { blocks } = memo.chunks[0] as (typeof memo.chunks)[number];
    assert.deepEqual(
      blocks.map(({ prose, list }) => [
        prose,
        list && [list.depth, list.ordered, list.item, list.parent, list.lead],
      ]),
      [
        ['应当审核：', undefined],
        ['资质；', [1, true, 1, 0, 1]],
        ['许可', [2, false, 1, 1, 2]],
        ['标志', [2, false, 2, 1, 3]],
        ['信息。', [1, true, 2, 0, 4]],
        ['二段。', [1, true, 2, 0, 4]],
      ],
    );
  });

  it('keeps a list with the paragraph that introduces it, and a quotation with the words before it', () => {
    const memo = createMemo('m', 1, '甲。\n\n应当：\n\n- 一\n- 二\n\n规定：\n\n> 引文\n\n丙。\n');
    assert.deepEqual(
      memo.chunks.map((chunk) => chunk.blocks.map(({ prose }) => prose)),
      [['甲。'], ['应当：', '一', '二'], ['规定：', '引文'], ['丙。']],
    );
  });

  it('knows its comments', () => {
    const memo = createMemo(
      'm',
      1,
      '<!-- legal-memo: disable C02 -->\n甲 <!-- 乙 --> 丙\n\n<div>\n<!-- 丁\n戊 -->\n</div>\n',
    );
    const comments = memo.chunks.flatMap((chunk) =>
      chunk.comments.map(({ start, end }) => chunk.text.slice(start, end)),
    );
    assert.deepEqual(comments, ['<!-- legal-memo: disable C02 -->', '<!-- 乙 -->', '<!-- 丁\n戊 -->']);
  });
});
