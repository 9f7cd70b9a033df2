// Runs the unit tests (or with --slow the slow ones) with mocha and writes the counts to --result FILE.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const argument = (name) => process.argv[process.argv.indexOf(name) + 1];
const slow = process.argv.includes('--slow');
const json = join(tmpdir(), `legal-memo-mocha-${process.pid}.json`);
const child = spawnSync(
  process.execPath,
  [
    join(root, 'node_modules/mocha/bin/mocha.js'),
    '--config',
    slow ? 'test/.mocharc.slow.cjs' : '.mocharc.cjs',
    '--reporter',
    'json',
    '--reporter-option',
    `output=${json}`,
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], maxBuffer: 1 << 28 },
);
let report;
try {
  report = JSON.parse(readFileSync(json, 'utf8'));
} catch {
  console.log('mocha wrote no result');
  process.exit(1);
}
for (const test of report.failures)
  console.log(`FAILED ${test.fullTitle}\n  ${test.err.stack ?? test.err.message}`);
for (const test of report.pending) console.log(`skipped ${test.fullTitle}`);
const { passes, failures, pending, duration } = report.stats;
if (process.argv.includes('--result')) {
  writeFileSync(argument('--result'), JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
}
console.log(`${passes} passed, ${failures} failed, ${pending} skipped (${(duration / 1000).toFixed(1)} s)`);
process.exitCode = child.status ?? 1;
