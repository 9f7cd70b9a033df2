import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyInOrder } from '../../../server/src/text/changes';

describe('edits in order', () => {
  it('give the text and the stretch that they changed', () => {
    const edit = fc.record({
      start: fc.integer({ min: -3, max: 30 }),
      end: fc.integer({ min: -3, max: 30 }),
      text: fc.string({ maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 25 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          let expected = text;
          for (const { start, end, text: words } of edits) {
            const from = Math.min(Math.max(0, start), expected.length);
            const to = Math.min(Math.max(from, end), expected.length);
            expected = expected.slice(0, from) + words + expected.slice(to);
          }
          const change = applyInOrder(text, edits);
          assert.ok(change);
          assert.equal(change.text, expected);
          assert.ok(0 <= change.start && change.start <= change.oldEnd && change.oldEnd <= text.length);
          assert.ok(change.start <= change.newEnd);
          assert.equal(expected.slice(0, change.start), text.slice(0, change.start));
          assert.equal(expected.slice(change.newEnd), text.slice(change.oldEnd));
        },
      ),
      { numRuns: 500 },
    );
    assert.equal(applyInOrder('甲', []), undefined);
  });
});
