import assert from 'node:assert/strict';
import { labelText, readLabel, readSiblings } from '../../../../server/src/rules/elements/numbering';

/** Heading → its label and the label of the next section; – = no number. */
const headings: readonly (readonly [string, string])[] = [
  ['一、事实', '二、'],
  ['十、事实', '十一、'],
  ['（九）损害', '（十）'],
  ['(三) 损害', '(四) '],
  ['1. 事实', '2. '],
  ['1.事实', '2.'],
  ['1．事实', '2．'],
  ['3、事实', '4、'],
  ['3 逐项评估', '4 '],
  ['1.9 损害', '1.10 '],
  ['4.2.1 Damage', '4.2.2 '],
  ['（1）事实', '（2）'],
  ['1）事实', '2）'],
  ['第一部分 事实', '第二部分 '],
  ['第三章　分析', '第四章　'],
  ['第一、因果关系', '第二、'],
  ['I. Facts', 'II. '],
  ['IV. Analysis', 'V. '],
  ['iii) Facts', 'iv) '],
  ['B. Facts', 'C. '],
  ['(a) Facts', '(b) '],
  ['Part 1: Facts', 'Part 2: '],
  ['Section 2. Facts', 'Section 3. '],
  ['§ 3 Facts', '§ 4 '],
  ['２、事实', '３、'],
  ['因果关系', '–'],
  ['第三人介入', '–'],
  ['第三十八条的适用', '–'],
  ['一般规定', '–'],
  ['一是因果关系', '–'],
  ['三个问题', '–'],
  ['Causation', '–'],
  ['I think so', '–'],
  ['A memo', '–'],
  ['Civil Code', '–'],
  ['2026年的事实', '–'],
  ['12小时内的处置', '–'],
  ['', '–'],
];

describe('numbers of headings', () => {
  for (const [title, next] of headings)
    it(`${title || '(nothing)'} → ${next}`, () => {
      const label = readLabel(title)[0];
      assert.equal(label ? labelText(label, label.value + 1) : '–', next);
      if (label) assert.ok(title.startsWith(labelText(label, label.value)));
      assert.equal(label?.length ?? 0, label ? labelText(label, label.value).length : 0);
    });

  it('reads siblings together: letters', () => {
    const labels = readSiblings(['H. Damage', 'I. Causation', 'J. Defences']);
    assert.deepEqual(
      labels.map((label) => label?.value),
      [8, 9, 10],
    );
  });

  it('reads siblings together: Roman numbers', () => {
    const labels = readSiblings(['I. Facts', 'II. Law', 'III. Advice']);
    assert.deepEqual(
      labels.map((label) => label?.value),
      [1, 2, 3],
    );
  });
});
