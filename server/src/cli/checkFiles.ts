import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { checkFile, type Outcome } from './checkFile';
import { createService } from './environment';
import type { InputFile } from './files';
import type { CommandLine } from './main';

/** From this many files on more than one thread pays. */
const worthwhile = 50;
/** Files that a thread gets at a time: few, so that all end together. */
const batch = 8;

/** What a check of files goes by; `from` is where the user's own law is looked for. */
export interface Work {
  readonly options: Record<string, string>;
  readonly locale: CommandLine['locale'];
  readonly from: string | undefined;
}

interface Done {
  readonly first: number;
  readonly outcomes: readonly Outcome[];
}

/**
 * Checks files, in several threads where that pays; the outcomes are in the order of the files.
 * @param jobs number of threads, undefined = as many as the machine has processors when there are many files
 */
export async function checkFiles(
  files: readonly InputFile[],
  work: Work,
  jobs: number | undefined,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = new Array(files.length);
  const threads = Math.min(
    jobs ?? (files.length > worthwhile ? availableParallelism() : 1),
    Math.ceil(files.length / batch),
  );
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(join(__dirname, 'cli.js'), { workerData: work, argv: [threadArgument] }),
  );
  const service = await createService(work, work.from, false, work.options);
  let next = 0;
  const own = () => {
    const at = next++;
    outcomes[at] = checkFile(files[at]!, work.options, service);
  };
  if (threads <= 1) {
    while (next < files.length) own();
    return outcomes;
  }
  const ended = workers.map(
    (worker) =>
      new Promise<void>((end) => {
        let asked: { first: number; count: number } | undefined;
        const give = () => {
          asked = undefined;
          if (next >= files.length) {
            void worker.terminate();
            end();
            return;
          }
          const first = next;
          next = Math.min(files.length, next + batch);
          asked = { first, count: next - first };
          worker.postMessage({ first, files: files.slice(first, next) });
        };
        worker.on('message', ({ first, outcomes: found }: Done) => {
          found.forEach((outcome, i) => {
            outcomes[first + i] = outcome;
          });
          give();
        });
        // A thread that fails leaves its files to this one.
        worker.on('error', () => {
          for (let i = 0; asked && i < asked.count; i++)
            outcomes[asked.first + i] = checkFile(files[asked.first + i]!, work.options, service);
          end();
        });
        give();
      }),
  );
  while (next < files.length) {
    own();
    // Lets the others' messages in.
    await new Promise((resume) => setImmediate(resume));
  }
  await Promise.all(ended);
  return outcomes;
}

/** First argument of the program in a thread: what tells without the module of threads, which a start need not load. */
export const threadArgument = '(thread)';

/** Runs a thread of `checkFiles`: `cli.js` was started as a worker. @returns false in the main thread */
export function serveThread(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const { options, locale, from } = workerData as Work;
  const service = createService({ locale }, from, true, options);
  port.on('message', async ({ first, files }: { first: number; files: InputFile[] }) => {
    const ready = await service;
    const outcomes = files.map((file) => checkFile(file, options, ready));
    port.postMessage({ first, outcomes } satisfies Done);
  });
  return true;
}
