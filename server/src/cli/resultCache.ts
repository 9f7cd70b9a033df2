import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readCacheFile, writeCacheFile } from '../node/cacheFile';
import { cacheFolder, cacheKey } from '../node/cacheFolder';
import { version } from '../version';
import type { Outcome } from './checkFile';
import { readConfig } from './environment';
import { type InputFile, readInput } from './files';

/** Outcomes kept from earlier runs in one folder, at most. */
const most = 5000;

/**
 * Outcomes of earlier runs, kept by what they depend on: the text and its place, the settings, the library, the program, the day and the
 * language. One file for each folder that the command is run in, in the user's cache.
 */
export interface ResultCache {
  /** What became of a file in an earlier run. */
  get(file: InputFile): Outcome | undefined;
  /** Keeps what became of a file that was asked for before. */
  put(file: InputFile, outcome: Outcome): void;
  /** Writes what this run used and found, and of earlier runs what there is room for. */
  save(): void;
}

/** @param circumstances all that outcomes depend on beside the file and its settings */
export function openResultCache(
  options: Record<string, string>,
  circumstances: readonly string[],
): ResultCache {
  const place = join(cacheFolder(), 'results', `${cacheKey(resolve('.'))}.json`);
  const { size, mtimeMs } = statSync(__filename);
  const program = `${version} ${size} ${mtimeMs}`;
  const earlier = read(place);
  const used = new Map<string, Outcome>();
  const keys = new Map<InputFile, string>();
  let changed = false;
  return {
    get(file) {
      const input = readInput(file.path);
      if ('problem' in input) return undefined;
      const settings = JSON.stringify(readConfig(file.path, options));
      const own = [file.path, String(file.named), settings, input.uri, input.text];
      const key = cacheKey(program, ...circumstances, ...own);
      keys.set(file, key);
      const outcome = earlier.get(key);
      if (outcome) used.set(key, outcome);
      return outcome;
    },
    put(file, outcome) {
      const key = keys.get(file);
      if (key === undefined || !('checked' in outcome || 'skipped' in outcome)) return;
      used.set(key, outcome);
      changed = true;
    },
    save() {
      if (!changed) return;
      for (const [key, outcome] of earlier) {
        if (used.size >= most) break;
        if (!used.has(key)) used.set(key, outcome);
      }
      writeCacheFile(place, JSON.stringify([...used]));
    },
  };
}

function read(file: string): Map<string, Outcome> {
  try {
    return new Map(JSON.parse(readCacheFile(file)?.toString('utf8') ?? '[]') as [string, Outcome][]);
  } catch {
    return new Map();
  }
}
