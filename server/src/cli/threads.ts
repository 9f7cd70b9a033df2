import type { Outcome } from './checkFile';
import type { InputFile } from './files';

/** Files that a thread gets at a time: few, so that all end together. */
export const batch = 8;

/** What a thread is asked: files with the number of the first one. */
export interface Asked {
  readonly first: number;
  readonly files: readonly InputFile[];
}

/** What it answers: what became of them. */
export interface Done {
  readonly first: number;
  readonly outcomes: readonly Outcome[];
}

/** A thread as this needs it (a `Worker`). */
export interface Thread {
  postMessage(asked: Asked): void;
  on(event: 'message', listener: (done: Done) => void): unknown;
  on(event: 'error' | 'exit', listener: () => void): unknown;
  terminate(): unknown;
}

/**
 * Checks files here and in other threads; the outcomes are in the order of the files. What a thread does not bring is checked here.
 * @param ready what checks a file here, once it can: the threads need not wait for it; what it rejects with ends everything
 */
export async function checkTogether(
  files: readonly InputFile[],
  threads: readonly Thread[],
  ready: Promise<(file: InputFile) => Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array(files.length);
  let next = 0;
  const left: InputFile[] = [];
  const places = new Map(files.map((file, at) => [file, at]));
  const ended = threads.map(
    (thread) =>
      new Promise<void>((end) => {
        let asked: readonly InputFile[] = [];
        const give = () => {
          const first = next;
          asked = files.slice(first, first + batch);
          next += asked.length;
          if (asked.length > 0) thread.postMessage({ first, files: asked });
          else {
            void thread.terminate();
            end();
          }
        };
        thread.on('message', ({ first, outcomes: found }) => {
          found.forEach((outcome, i) => {
            outcomes[first + i] = outcome;
          });
          give();
        });
        const fail = () => {
          left.push(...asked);
          asked = [];
          end();
        };
        thread.on('error', fail);
        thread.on('exit', fail);
        give();
      }),
  );
  const own = await ready.catch((error) => {
    for (const thread of threads) void thread.terminate();
    throw error;
  });
  while (next < files.length) {
    const at = next++;
    outcomes[at] = own(files[at]!);
    // Lets the others' messages in.
    await new Promise((resume) => setImmediate(resume));
  }
  await Promise.all(ended);
  for (const file of left) outcomes[places.get(file)!] = own(file);
  return outcomes;
}
