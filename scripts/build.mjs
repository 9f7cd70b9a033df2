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

/**
 * The YAML reader is a third of the code and few runs need it: it becomes a file of its own beside the bundle, loaded
 * when one of its functions is first called.
 */
const lazyYaml = {
  name: 'lazy-yaml',
  setup(b) {
    b.onResolve({ filter: /^yaml$/ }, () => ({ path: 'yaml', namespace: 'lazy' }));
    b.onResolve({ filter: /^\.\/yaml\.js$/, namespace: 'lazy' }, () => ({
      path: './yaml.js',
      external: true,
    }));
    b.onLoad({ filter: /.*/, namespace: 'lazy' }, async () => ({
      contents: `for (const name of ${JSON.stringify(Object.keys(await import('yaml')).filter((n) => n !== 'default'))})
        Object.defineProperty(exports, name, { enumerable: true, get: () => require('./yaml.js')[name] });`,
    }));
  },
};

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
  { entryPoints: ['server/src/server.node.ts'], outfile: 'server/dist/server.main.js', plugins: [lazyYaml] },
  { entryPoints: ['server/src/cli.ts'], outfile: 'server/dist/cli.main.js', plugins: [lazyYaml] },
  // What is started: it loads the program beside it, compiled.
  { entryPoints: ['server/src/node/start.ts'], outfile: 'server/dist/server.js' },
  { entryPoints: ['server/src/node/start.ts'], outfile: 'server/dist/cli.js' },
  { entryPoints: ['yaml'], outfile: 'server/dist/yaml.js' },
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
