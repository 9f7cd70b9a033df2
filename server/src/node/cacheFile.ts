import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** A cache file; undefined = there is none that can be read. */
export function readCacheFile(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Writes a cache file in one step, for its owner only. A cache that cannot be written is none: nothing else fails. */
export function writeCacheFile(file: string, content: Uint8Array | string): void {
  const part = `${file}.${process.pid}`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(part, content, { mode: 0o600 });
    renameSync(part, file);
  } catch {
    try {
      rmSync(part, { force: true });
    } catch {
      // Not even that: the folder is none.
    }
  }
}
