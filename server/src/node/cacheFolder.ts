import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** The user's own folder for what can be made again: never in a project, so that it is not committed by accident. */
export function cacheFolder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'legal-memo');
  if (process.platform === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'legal-memo', 'Cache');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'legal-memo');
  return join(homedir(), '.cache', 'legal-memo');
}

/** Name of a file in the cache: equal parts, equal name. */
export function cacheKey(...parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest('hex').slice(0, 32);
}
