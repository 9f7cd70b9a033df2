// Builds what runs: one bundle a process, the compiled statute library and frameworks beside them.
// Options: --watch (rebuild on change), --dev (source maps, not minified).
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { buildFrameworks } from './build-frameworks.mjs';
import { buildLibrary } from './build-library.mjs';

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
};

/** Each process with its bundle. */
export const bundles = [
  { entryPoints: ['client/src/extension.ts'], outfile: 'client/dist/extension.js' },
  { entryPoints: ['server/src/server.node.ts'], outfile: 'server/dist/server.js' },
  { entryPoints: ['server/src/cli.ts'], outfile: 'server/dist/cli.js' },
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
