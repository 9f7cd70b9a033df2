import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuiltInFrameworks } from '../analysis/frameworks';

/**
 * The compiled frameworks beside the bundle (`<base>/frameworks/*.json`).
 * @throws when the folder is missing: the program was not built
 */
export function readBuiltInFrameworks(base: string): BuiltInFrameworks {
  const folder = join(base, 'frameworks');
  const ids = readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'signals.json')
    .map((name) => name.slice(0, -'.json'.length));
  return {
    ids: () => ids,
    framework: (id) => (ids.includes(id) ? readFileSync(join(folder, `${id}.json`), 'utf8') : undefined),
    signals: () => readFileSync(join(folder, 'signals.json'), 'utf8'),
  };
}
