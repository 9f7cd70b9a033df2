import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Outcome } from '../../../server/src/cli/checkFile';
import type { InputFile } from '../../../server/src/cli/files';
import { type Asked, checkTogether, type Thread } from '../../../server/src/cli/threads';

const files: InputFile[] = Array.from({ length: 100 }, (_, i) => ({ path: `${i}.md`, named: true }));
/** What becomes of a file, to be told apart by its path. */
const outcome = ({ path }: InputFile): Outcome => ({ failure: { key: path } });
const expected = files.map(outcome);

/** A thread that answers later, or does what `instead` does from its n-th question on. */
class FakeThread extends EventEmitter implements Thread {
  asked = 0;
  terminated = false;
  constructor(
    private readonly from = Number.POSITIVE_INFINITY,
    private readonly instead: (thread: FakeThread) => void = () => {},
  ) {
    super();
  }
  postMessage({ first, files: given }: Asked): void {
    if (++this.asked >= this.from) setImmediate(() => this.instead(this));
    else setImmediate(() => this.emit('message', { first, outcomes: given.map(outcome) }));
  }
  terminate(): void {
    this.terminated = true;
    setImmediate(() => this.emit('exit'));
  }
}

const ready = Promise.resolve(outcome);

describe('checking files in threads', () => {
  it('gives the outcomes in the order of the files, whoever checked them', async () => {
    const threads = [new FakeThread(), new FakeThread()];
    let own = 0;
    const counted = (file: InputFile) => {
      own++;
      return outcome(file);
    };
    const found = await checkTogether(files, threads, Promise.resolve(counted));
    assert.deepEqual(found, expected);
    assert.ok(own > 0 && own < files.length);
    assert.ok(threads.every(({ asked, terminated }) => asked > 1 && terminated));
  });

  it('needs no other thread', async () => {
    assert.deepEqual(await checkTogether(files, [], ready), expected);
    assert.deepEqual(await checkTogether([], [], ready), []);
  });

  it('does not keep the threads waiting for what checks here', async () => {
    const threads = [new FakeThread()];
    let can: (check: typeof outcome) => void = () => {};
    const later = new Promise<typeof outcome>((resolve) => {
      can = resolve;
    });
    const found = checkTogether(files, threads, later);
    while (!threads[0]!.terminated) await new Promise((resume) => setImmediate(resume));
    can(outcome);
    assert.deepEqual(await found, expected);
  });

  it('ends the threads when nothing can be checked here', async () => {
    const threads = [new FakeThread(), new FakeThread()];
    await assert.rejects(
      checkTogether(files, threads, Promise.reject(new Error('no library'))),
      /no library/,
    );
    assert.ok(threads.every(({ terminated }) => terminated));
  });

  it('ends threads for which there is nothing left', async () => {
    const threads = [new FakeThread(), new FakeThread()];
    assert.deepEqual(await checkTogether(files.slice(0, 3), threads, ready), expected.slice(0, 3));
    assert.ok(threads.every(({ terminated }) => terminated));
  });

  for (const [name, how] of [
    ['that fails', (thread) => thread.emit('error', new Error('out of memory'))],
    ['that ends', (thread) => thread.emit('exit')],
    [
      'that fails and then ends, as a worker does',
      (thread) => {
        thread.emit('error', new Error('out of memory'));
        thread.emit('exit');
      },
    ],
  ] as [string, (thread: FakeThread) => void][]) {
    for (const from of [1, 3]) {
      it(`does what is left by a thread ${name} at its question ${from}`, async () => {
        const checked = await checkTogether(files, [new FakeThread(from, how), new FakeThread()], ready);
        assert.deepEqual(checked, expected);
      });
    }
  }
});
