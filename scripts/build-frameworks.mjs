// Compiles server/frameworks/*.yaml into server/dist/frameworks/*.json. A problem in a file stops the build.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';

/** @param root the repository's root */
export async function buildFrameworks(root) {
  const { compileFramework, compileSignals } = await tsImport(
    '../server/src/analysis/frameworks.ts',
    import.meta.url,
  );
  const from = join(root, 'server/frameworks');
  const to = join(root, 'server/dist/frameworks');
  mkdirSync(to, { recursive: true });
  const refuse = (name, problems) => {
    if (problems.length === 0) return;
    const words = problems.map((p) => `  at ${p.start}: ${p.code} ${p.args.join(' ')}`).join('\n');
    throw new Error(`server/frameworks/${name}:\n${words}`);
  };
  const shared = ['signals.yaml', 'judgement.yaml'];
  const signals = compileSignals(...shared.map((name) => readFileSync(join(from, name), 'utf8')));
  refuse(shared.join(' and '), signals.problems);
  writeFileSync(join(to, 'signals.json'), signals.json);
  for (const name of readdirSync(from)) {
    if (!name.endsWith('.yaml') || shared.includes(name)) continue;
    const compiled = compileFramework(readFileSync(join(from, name), 'utf8'), signals.signals);
    refuse(name, compiled.problems);
    writeFileSync(join(to, `${compiled.framework.id}.json`), compiled.json);
  }
}
