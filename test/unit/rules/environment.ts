import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileFramework,
  compileSignals,
  createFrameworks,
  type Frameworks,
} from '../../../server/src/analysis/frameworks';
import { type Configuration, defaultConfiguration } from '../../../server/src/config';
import { createMemo } from '../../../server/src/memo/createMemo';
import { type Check, type CheckEnvironment, checkMemo } from '../../../server/src/rules/check';
import { builtIn, root } from '../citations/builtIn';

const folder = join(root, 'server/frameworks');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The day of every check in the tests of rules. */
export const today = '2026-11-25';

let frameworks: Frameworks | undefined;

/** The built-in frameworks, compiled once from their files. */
export function builtInFrameworks(): Frameworks {
  if (frameworks) return frameworks;
  const signals = compileSignals(read('signals.yaml'), read('judgement.yaml'));
  const compiled = new Map<string, string>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.yaml') || name === 'signals.yaml' || name === 'judgement.yaml') continue;
    const { framework, json } = compileFramework(read(name), signals.signals);
    if (framework) compiled.set(framework.id, json);
  }
  frameworks = createFrameworks({
    ids: () => [...compiled.keys()],
    framework: (id) => compiled.get(id),
    signals: () => signals.json,
  });
  return frameworks;
}

/** What a check needs: the real law, the real frameworks, settings as they are delivered but for `settings`. */
export function environment(settings: Partial<Configuration> = {}): CheckEnvironment {
  return {
    library: builtIn(),
    framework: (id) => builtInFrameworks().framework(id),
    configuration: { ...defaultConfiguration, ...settings },
    today,
  };
}

/** Checks a text as a memo by all rules. */
export function check(text: string, settings: Partial<Configuration> = {}): Check {
  return checkMemo(createMemo('file:///memo.md', 1, text), environment(settings));
}
