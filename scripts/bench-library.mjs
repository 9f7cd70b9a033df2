// Measures the statute library as it ships: node scripts/bench-library.mjs
// Start and first answers are medians over fresh processes; warm look-ups are means over many.
import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildLibrary } from './build-library.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = join(root, 'server/dist/library');
await buildLibrary(root);

const probe = `
import { libraryFiles } from './server/src/node/libraryFiles';
import { createLibrary } from './server/src/statutes/createLibrary';
const out: Record<string, number> = {};
function time<T>(name: string, run: () => T): T {
  const start = performance.now();
  const value = run();
  out[name] = performance.now() - start;
  return value;
}
const heap = process.memoryUsage().heapUsed;
const library = time('start', () => createLibrary(libraryFiles(${JSON.stringify(folder)})));
const law = time('first name', () => library.find('中华人民共和国电子商务法'))[0]!;
const version = time('first date', () => library.asOf(law, '2026-01-01')).version;
time('first place', () => library.existence(version, { article: 38, paragraph: 2 }));
out['heap (MB)'] = (process.memoryUsage().heapUsed - heap) / 2 ** 20;
time('first article', () => library.article(version, 38));
time('first search', () => library.search('xfzqy', 20));
const code = library.statute('民法典')!.versions[0]!;
time('first article of 民法典', () => library.article(code, 1198));
const many = 20000;
const names = ['电商法', '《消费者权益保护法》', 'Civil Code', '民法典', '没有这部法律'];
const each = (name: string, run: (i: number) => unknown) => {
  for (let i = 0; i < 2000; i++) run(i);
  const start = performance.now();
  for (let i = 0; i < many; i++) run(i);
  out[name] = (performance.now() - start) / many;
};
each('warm name', (i) => library.find(names[i % names.length]!));
each('warm date', () => library.asOf(law, '2026-01-01'));
each('warm place', (i) => library.existence(code, { article: 1165 + (i % 90), paragraph: 1 }));
each('warm provision (name, date, place, article)', (i) => {
  const found = library.find(names[i % 4]!)[0]!;
  const at = library.asOf(found, '2026-01-01').version;
  library.existence(at, { article: 7 + (i % 50) });
  return library.article(at, 7 + (i % 50));
});
out.laws = library.statutes().length;
out.versions = library.statutes().reduce((n, s) => n + s.versions.length, 0);
out.articles = library.statutes().reduce((n, s) => n + s.versions.reduce((m, v) => m + library.articles(v).length, 0), 0);
console.log(JSON.stringify(out));
`;
const cache = join(root, '.cache');
mkdirSync(cache, { recursive: true });
const bundle = join(cache, 'bench-library.cjs');
await build({
  stdin: { contents: probe, loader: 'ts', resolveDir: root },
  outfile: bundle,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  logLevel: 'warning',
});

const runs = Array.from({ length: 11 }, () =>
  JSON.parse(execFileSync('node', [bundle], { encoding: 'utf8' })),
);
const shown = (name, value) => {
  if (Number.isInteger(value)) return String(value);
  if (name.includes('MB')) return value.toFixed(2);
  return value < 0.1 ? `${(value * 1000).toFixed(2)} µs` : `${value.toFixed(2)} ms`;
};
console.log(`${''.padEnd(46)} median      best`);
for (const name of Object.keys(runs[0])) {
  const sorted = runs.map((r) => r[name]).sort((a, b) => a - b);
  console.log(`${name.padEnd(46)} ${shown(name, sorted[5]).padEnd(11)} ${shown(name, sorted[0])}`);
}
console.log(
  `${'shipped size (library.pack)'.padEnd(46)} ${(statSync(join(folder, 'library.pack')).size / 1024).toFixed(0)} KB`,
);
