import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { contentOf, editSeed, markdown, toEdit } from './fuzz';

const runs = Number(process.env.MEMO_FUZZ_RUNS ?? 30);

/** The memo as from scratch; a BOM that an edit left at the start is part of the text. */
function fromScratch(text: string): Memo {
  return createMemo('m', 1, text.startsWith('\uFEFF') ? `\uFEFF${text}` : text);
}

describe('editing a memo', () => {
  it('gives what the new text gives', () => {
    const batches = fc.array(fc.array(editSeed, { minLength: 1, maxLength: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(markdown(20), batches, (text, edits) => {
        let memo = createMemo('m', 1, text);
        for (const batch of edits) {
          let expected = memo.text;
          const changes = batch.map((seed) => {
            const edit = toEdit(seed, expected.length);
            expected = expected.slice(0, edit.start) + edit.text + expected.slice(edit.end);
            return edit;
          });
          memo = editMemo(memo, memo.version + 1, changes);
          assert.equal(memo.text, expected);
          assert.deepEqual(contentOf(memo), contentOf(fromScratch(expected)));
        }
      }),
      { numRuns: runs },
    );
  });

  it('keeps untouched chunks', () => {
    const before = createMemo('m', 1, '# 一\n\n甲。\n\n乙。\n\n# 二\n\n丙。\n\n丁。\n');
    const at = before.text.indexOf('乙');
    const after = editMemo(before, 2, [{ start: at, end: at + 1, text: '戊己' }]);
    const kept = after.chunks.filter((chunk) => before.chunks.includes(chunk));
    assert.deepEqual(
      after.chunks.filter((chunk) => !kept.includes(chunk)).map((chunk) => chunk.text),
      ['戊己。\n\n'],
    );
    assert.equal(after.version, 2);
  });

  it('keeps all but the edited chunks when several places change at once', () => {
    const paragraphs = Array.from({ length: 40 }, (_, index) => `第${index}段。\n\n`);
    const before = createMemo('m', 1, paragraphs.join(''));
    const places = [30, 20, 10].map((index) => before.text.indexOf(`第${index}段`));
    const after = editMemo(
      before,
      2,
      places.map((start) => ({ start, end: start, text: '新' })),
    );
    const fresh = after.chunks.filter((chunk) => !before.chunks.includes(chunk));
    assert.deepEqual(
      fresh.map((chunk) => chunk.text),
      ['新第10段。\n\n', '新第20段。\n\n', '新第30段。\n\n'],
    );
  });

  it('moves offsets outside the text to its ends', () => {
    const memo = editMemo(createMemo('m', 1, '甲'), 2, [
      { start: -5, end: -1, text: '乙' },
      { start: 90, end: 99, text: '丙' },
    ]);
    assert.equal(memo.text, '乙甲丙');
  });

  it('sees a link definition come and go', () => {
    const text = '见[甲][a]，又见[b]。\n\n# 附\n\n';
    const proseOf = (memo: Memo) => memo.chunks[0]?.blocks[0]?.prose;
    const before = createMemo('m', 1, text);
    assert.equal(proseOf(before), '见[甲][a]，又见[b]。');
    const withA = editMemo(before, 2, [{ start: text.length, end: text.length, text: '[A]: /u\n' }]);
    assert.equal(proseOf(withA), '见甲，又见[b]。');
    const renamed = editMemo(withA, 3, [{ start: text.length + 1, end: text.length + 2, text: 'B' }]);
    assert.equal(proseOf(renamed), '见[甲][a]，又见b。');
    const without = editMemo(renamed, 4, [{ start: text.length, end: renamed.text.length, text: '' }]);
    assert.deepEqual(contentOf(without), contentOf(before));
  });
});
