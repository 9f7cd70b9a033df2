// What the corpus scripts share: the framework from its sources, citations of a memo.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../server/src/analysis/framework';
import { compileFramework, compileSignals, createFrameworks } from '../server/src/analysis/frameworks';

export { indexForScripts } from './citations-for-scripts.mts';

const folder = join(import.meta.dirname, '../server/frameworks');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** A built-in framework, compiled from its YAML file. */
export function loadFramework(id: string): Framework {
  const signals = compileSignals(read('signals.yaml'), read('judgement.yaml'));
  const frameworks = createFrameworks({
    ids: () => [id],
    framework: () => compileFramework(read(`${id}.yaml`), signals.signals).json,
    signals: () => signals.json,
  });
  return frameworks.framework(id)!;
}
