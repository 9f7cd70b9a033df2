import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StatuteSource } from '../statutes/sources';

/** Every statute, map and index file of a folder (docs/statutes.md), for the compiler. */
export function readStatuteSources(folder: string): StatuteSource[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(md|ya?ml)$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}
