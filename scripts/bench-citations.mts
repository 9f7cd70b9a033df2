// Speed of the citation scanner and index, in processor time: npx tsx scripts/bench-citations.mts [FILES…]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexCitations } from '../server/src/citations/indexCitations';
import { createNameIndex } from '../server/src/citations/names';
import { scanProse } from '../server/src/citations/scan';
import { createMemo, editMemo } from '../server/src/memo/createMemo';
import { readStatuteSources } from '../server/src/node/statuteSources';
import { compiledFiles, compileLibrary } from '../server/src/statutes/compile';
import { createLibrary } from '../server/src/statutes/createLibrary';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const library = createLibrary(
  compiledFiles(compileLibrary(readStatuteSources(path.join(root, 'server/statutes')))),
);
const options = { asOf: '2026-11-25', today: '2026-11-25' };

function time(label: string, run: () => void, times = 7): number {
  run();
  const all: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(start);
    all.push((user + system) / 1000);
  }
  const best = Math.min(...all);
  console.log(`${label.padEnd(44)} ${best.toFixed(2)} ms`);
  return best;
}

const start = performance.now();
const names = createNameIndex(library);
console.log(`${'name index, first time'.padEnd(44)} ${(performance.now() - start).toFixed(1)} ms`);
time('name index', () => createNameIndex(library), 3);

const files = process.argv.slice(2);
const sample =
  files.length > 0
    ? files.map((f) => readFileSync(f, 'utf8')).join('\n\n')
    : readFileSync(path.join(root, 'server/statutes/电子商务法@2019-01-01.md'), 'utf8');
let text = sample;
while (Buffer.byteLength(text) < 1_000_000) text += `\n\n${sample}`;
const bytes = Buffer.byteLength(text);
const memo = createMemo('file:///bench.md', 1, text);
const proses = memo.chunks.flatMap((chunk) => chunk.blocks.map((block) => block.prose));
const proseBytes = Buffer.byteLength(proses.join(''));
const scan = time(`scan ${(proseBytes / 1e6).toFixed(2)} MB of prose`, () => {
  for (const prose of proses) scanProse(prose, names);
});
console.log(`${'scanner'.padEnd(44)} ${(proseBytes / 1e3 / scan).toFixed(1)} MB/s`);
const fresh = () => createMemo('file:///bench.md', 1, `${text} `);
const memos = Array.from({ length: 6 }, fresh);
time(
  `index ${(bytes / 1e6).toFixed(2)} MB from scratch`,
  () => indexCitations(memos.pop() ?? fresh(), library, options),
  5,
);
let current = memo;
indexCitations(current, library, options);
let version = 1;
const middle = text.indexOf('\n', text.length >> 1) + 1;
let best = Infinity;
for (let i = 0; i < 30; i += 1) {
  version += 1;
  const next = editMemo(current, version, [{ start: middle, end: middle, text: '甲' }]);
  const from = performance.now();
  indexCitations(next, library, options);
  best = Math.min(best, performance.now() - from);
  current = next;
}
console.log(`${'index after one key in the middle'.padEnd(44)} ${best.toFixed(2)} ms`);
console.log(`${'citations'.padEnd(44)} ${indexCitations(current, library, options).citations.length}`);
