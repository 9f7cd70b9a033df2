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
 * Checks files, in several threads where that pays; the outcomes are in the order of the files.
 * @param jobs number of threads, undefined = as many as the machine has processors when there are many files
 */
export function checkFiles(
  files: readonly InputFile[],
  work: Work,
  jobs: number | undefined,
): Promise<Outcome[]> {
  const threads = Math.min(
    jobs ?? (files.length > worthwhile ? availableParallelism() : 1),
    Math.ceil(files.length / batch),
  );
  const workers = Array.from(
    { length: threads - 1 },
    () => new Worker(join(__dirname, 'cli.js'), { workerData: work, argv: [threadArgument] }),
  );
  const service = createService(work, work.from, false, work.options);
  return checkTogether(
    files,
    workers,
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
