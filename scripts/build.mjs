// Builds what runs: one bundle a process, the compiled statute library and frameworks beside them.
// Options: --watch (rebuild on change), --dev (source maps, not minified).
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { buildFrameworks } from './build-frameworks.mjs';
import { buildLibrary } from './build-library.mjs';
import {
  builtinsOnDemand,
  dataFiles,
  markdownOnDemand,
  ownOnDemand,
  withoutRulePages,
  yamlOnDemand,
} from './bundle-plugins.mjs';
import { usedProtocol } from './used-protocol.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');
const dev = watch || process.argv.includes('--dev');

const base = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  minify: !dev,
  sourcemap: dev,
  legalComments: 'none',
  logLevel: 'warning',
  mainFields: ['module', 'main'],
  external: ['vscode'],
  // Its other half is for threads of its own, which it would load at once.
  alias: { fflate: 'fflate/browser' },
};

const data = dataFiles(join(root, 'server/dist/data'));
const onDemand = [yamlOnDemand, markdownOnDemand, ...ownOnDemand, builtinsOnDemand];

/** Each process with its bundle. */
export const bundles = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'client/dist/extension.js' },
  {
    entryPoints: ['server/src/server.node.ts'],
    outfile: 'server/dist/server.main.js',
    plugins: [...onDemand, data, usedProtocol, withoutRulePages(['title', 'purpose', 'source', 'examples'])],
  },
  {
    entryPoints: ['server/src/cli.ts'],
    outfile: 'server/dist/cli.main.js',
    // A SARIF report names the rules.
    plugins: [...onDemand, data, withoutRulePages(['source', 'examples'])],
  },
  // What is started: it loads the program beside it, compiled.
  { entryPoints: ['server/src/node/startServer.ts'], outfile: 'server/dist/server.js' },
  { entryPoints: ['server/src/node/startCli.ts'], outfile: 'server/dist/cli.js' },
  // What they load when it is needed.
  { entryPoints: ['yaml'], outfile: 'server/dist/yaml.js' },
  { entryPoints: ['server/src/memo/markdown.ts'], outfile: 'server/dist/markdown.js', plugins: [data] },
  {
    entryPoints: ['server/src/statutes/ownStatutes.ts', 'server/src/analysis/parseFramework.ts'],
    outdir: 'server/dist',
    entryNames: '[name]',
    plugins: [yamlOnDemand, data],
  },
];

for (const folder of ['client/dist', 'server/dist'])
  rmSync(join(root, folder), { recursive: true, force: true });
await buildLibrary(root);
await buildFrameworks(root);
if (watch) {
  const contexts = await Promise.all(bundles.map((b) => context({ ...base, ...b })));
  await Promise.all(contexts.map((c) => c.watch()));
} else {
  await Promise.all(bundles.map((b) => build({ ...base, ...b })));
}
