import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Rows } from '../../../server/src/analysis/rows';

describe('rows of numbers', () => {
  it('are the lists that they were made of', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -1, max: 1 << 20 }))), (lists) => {
        const rows = Rows.from(lists);
        lists.forEach((list, row) => {
          assert.deepEqual(rows.list(row), list);
          assert.equal(rows.end(row) - rows.start(row), list.length);
          list.forEach((value, at) => {
            assert.equal(rows.at(rows.start(row) + at), value);
          });
        });
      }),
    );
  });

  it('hold the indexes of each key, ascending', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (keys) => {
        const rows = Rows.byKey(keys, 10);
        for (let key = 0; key < 10; key++)
          assert.deepEqual(
            rows.list(key),
            keys.flatMap((one, index) => (one === key ? [index] : [])),
          );
      }),
    );
  });
});
