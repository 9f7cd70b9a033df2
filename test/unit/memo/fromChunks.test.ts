import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fromChunks } from '../../../server/src/memo/fromChunks';

const divisors = (n: number): number[] => [2, 3].filter((d) => n % d === 0);

describe('what chunks contribute', () => {
  it('is what all of them contribute, after any change', () => {
    // Items are objects with a number; equal objects are the same chunk.
    const pool = Array.from({ length: 12 }, (_, n) => ({ n }));
    const list = fc.array(fc.constantFrom(...pool), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 6 }), (versions) => {
        const scan = fromChunks((item: { n: number }) => divisors(item.n));
        for (const items of versions) {
          const expected = items.flatMap(({ n }, chunk) => divisors(n).map((value) => ({ value, chunk })));
          assert.deepEqual(scan([...items], undefined), expected);
        }
      }),
    );
  });

  it('asks only what changed, and gives the same list when nothing did', () => {
    let asked = 0;
    const scan = fromChunks((item: { n: number }) => {
      asked += 1;
      return divisors(item.n);
    });
    const items = Array.from({ length: 100 }, (_, n) => ({ n }));
    const before = scan(items, undefined);
    assert.equal(asked, 100);
    const quiet = [...items];
    quiet[7] = { n: 7 };
    quiet[11] = { n: 11 };
    assert.equal(scan(quiet, undefined), before);
    assert.equal(asked, 105);
    const longer = [...quiet.slice(0, 50), { n: 6 }, ...quiet.slice(50)];
    assert.equal(scan(longer, undefined).length, before.length + 2);
    assert.equal(asked, 106);
  });
});
