import assert from 'node:assert/strict';
import { createScheduler, Outdated } from '../../../server/src/scheduler';

/** A scheduler whose checks take so many steps of 1 ms, and a note of every turn and slice. */
function scheduler(steps: Record<string, number>) {
  const notes: string[] = [];
  const left = new Map(Object.entries(steps));
  let time = 0;
  let arrivals: (() => void)[] = [];
  const made = createScheduler({
    prepare(uri, enough) {
      notes.push(uri);
      do {
        time += 1;
        left.set(uri, (left.get(uri) ?? 0) - 1);
        if ((left.get(uri) ?? 0) <= 0) return true;
      } while (!enough());
      return false;
    },
    turn: () =>
      new Promise((resolve) => {
        setImmediate(() => {
          const next = arrivals.shift();
          if (next) {
            made.message();
            next();
          }
          resolve();
        });
      }),
    now: () => time,
  });
  return {
    ...made,
    notes,
    left,
    /** Messages that arrive, one a turn. */
    arrive(...messages: (() => void)[]) {
      arrivals = [...arrivals, ...messages];
    },
  };
}

describe('scheduler', () => {
  it('runs a check in slices of 8 ms', async () => {
    const s = scheduler({ a: 30 });
    await s.ready('a');
    assert.deepEqual(s.notes, ['a', 'a', 'a', 'a']);
  });

  it('lets all messages in before the first slice', async () => {
    const s = scheduler({ a: 1 });
    const seen: number[] = [];
    s.arrive(...[1, 2, 3, 4].map((n) => () => seen.push(n)));
    await s.ready('a');
    assert.deepEqual(seen, [1, 2, 3, 4]);
  });

  it('tells who waits for an older version, and checks the newest only', async () => {
    const s = scheduler({ a: 100 });
    const outdated = assert.rejects(s.ready('a'), Outdated);
    s.arrive(() => s.outdate('a'));
    await outdated;
    assert.deepEqual(s.notes, []);
    s.left.set('a', 1);
    await s.ready('a');
    assert.deepEqual(s.notes, ['a']);
  });

  it('turns to the memo asked for last', async () => {
    const s = scheduler({ a: 30, b: 8 });
    const all: string[] = [];
    const first = s.ready('a').then(() => all.push('a'));
    const second = s.ready('b').then(() => all.push('b'));
    await Promise.all([first, second]);
    assert.deepEqual(all, ['b', 'a']);
  });

  it('stops when nobody waits any more', async () => {
    const s = scheduler({ a: 1000 });
    let cancel: (() => void) | undefined;
    const waiting = assert.rejects(
      s.ready('a', (giveUp) => {
        cancel = () => giveUp(new Error('cancelled'));
      }),
      /cancelled/,
    );
    s.arrive(
      () => {},
      () => {},
      () => cancel?.(),
    );
    await waiting;
    const { length } = s.notes;
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(s.notes.length, length);
  });

  it('hands an error on to those who wait, and goes on', async () => {
    const s = createScheduler({
      prepare: (uri) => {
        if (uri === 'bad') throw new Error('bad');
        return true;
      },
      turn: () => new Promise((resolve) => setImmediate(resolve)),
      now: () => 0,
    });
    await assert.rejects(s.ready('bad'), /bad/);
    await s.ready('good');
  });
});
