import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { threadArgument } from '../node/threadArgument';
import { checkFile, type Outcome } from './checkFile';
import { createService } from './environment';
import type { InputFile } from './files';
import type { CommandLine } from './main';
import { type Asked, batch, checkTogether, type Done } from './threads';

/** From this many files on more than one thread pays. */
const worthwhile = 50;

/** What a check of files goes by; `from` is where the user's own law is looked for. */
export interface Work {
  readonly options: Record<string, string>;
  readonly locale: CommandLine['locale'];
  readonly from: string | undefined;
}

/**
 * Begins further threads for a check where they pay; they take a while until they are ready.
 * @param count number of files @param jobs number of threads, undefined = as many as there are processors when there are many files
 */
export function beginThreads(count: number, work: Work, jobs: number | undefined): Worker[] {
  const threads = Math.min(
    jobs ?? (count > worthwhile ? availableParallelism() : 1),
    Math.ceil(count / batch),
  );
  return Array.from(
    { length: Math.max(0, threads - 1) },
    () => new Worker(join(__dirname, 'cli.js'), { workerData: work, argv: [threadArgument] }),
  );
}

/** Checks files, here and in the threads begun for it; the outcomes are in the order of the files. */
export function checkFiles(
  files: readonly InputFile[],
  work: Work,
  threads: readonly Worker[],
): Promise<Outcome[]> {
  const service = createService(work, work.from, false, work.options);
  return checkTogether(
    files,
    threads,
    service.then((ready) => (file) => checkFile(file, work.options, ready)),
  );
}

/** Runs a thread of `checkFiles`: `cli.js` was started as a worker. @returns false in the main thread */
export function serveThread(): boolean {
  if (isMainThread || !parentPort) return false;
  const port = parentPort;
  const { options, locale, from } = workerData as Work;
  const service = createService({ locale }, from, true, options);
  port.on('message', async ({ first, files }: Asked) => {
    const ready = await service;
    const outcomes = files.map((file) => checkFile(file, options, ready));
    port.postMessage({ first, outcomes } satisfies Done);
  });
  return true;
}
