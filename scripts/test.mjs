// Everything that CI needs, in the order fastest first. Installs what is missing, skips nothing silently and ends with
// one line `N passed, N failed`. `npm test -- --only unit,editors` runs some of the stages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const results = join(root, '.cache', 'results');
const only = process.argv.includes('--only')
  ? process.argv[process.argv.indexOf('--only') + 1].split(',')
  : undefined;
const totals = { passed: 0, failed: 0, skipped: 0 };
const table = [];

/** Runs a command with its output shown; true = exit code 0. */
function run(command, args, options = {}) {
  const shell = process.platform === 'win32';
  const child = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell, ...options });
  return child.status === 0;
}

/** A stage that is one check: it passes or fails as a whole. */
function check(name, command, args) {
  stage(name, () => ({ passed: 0, failed: 0, ok: run(command, args), single: true }));
}

/** A stage whose runner writes `{passed, failed, skipped}` to a file. */
function suite(name, command, args, file) {
  stage(name, () => {
    rmSync(file, { force: true });
    const ok = run(command, args);
    if (!existsSync(file)) return { passed: 0, failed: 1, ok: false };
    const { passed = 0, failed = 0, skipped = 0 } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed, skipped, ok };
  });
}

function stage(name, work) {
  if (only && !only.includes(name)) return;
  console.log(`\n── ${name}`);
  const start = Date.now();
  const result = work();
  if (result.single) result[result.ok ? 'passed' : 'failed'] = 1;
  // A runner that failed without a failed test (a hook, a crash, no test at all) is a failure all the same.
  if (!result.ok && result.failed === 0) result.failed = 1;
  for (const key of Object.keys(totals)) totals[key] += result[key] ?? 0;
  table.push({ name, seconds: Math.round((Date.now() - start) / 1000), ...result });
}

mkdirSync(results, { recursive: true });
const node = process.execPath;
const result = (name) => join(results, `${name}.json`);

if (!existsSync(join(root, 'node_modules', 'esbuild'))) {
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) process.exit(1);
}
check('system', node, ['scripts/install-system.mjs']);
// The embedded editor: its own Markdown grammar is looked at by a unit test, the rest of it further down.
check('editor', 'sh', ['test/e2e/install-host.sh']);
check('build', node, ['scripts/build.mjs']);
check('lint', node, ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']);
check('types', node, ['node_modules/typescript/bin/tsc', '-b']);
suite('unit', node, ['scripts/run-mocha.mjs', '--result', result('unit')], result('unit'));
suite('slow', node, ['scripts/run-mocha.mjs', '--slow', '--result', result('slow')], result('slow'));
check('package', node, ['scripts/package.mjs']);
const e2e = (name, script, ...args) =>
  suite(name, node, [`test/e2e/${script}`, ...args, '--result', result(name)], result(name));
e2e('editors', 'run-editors.mjs');
e2e('host', 'run-in-host.mjs');
e2e('host-vsix', 'run-in-host.mjs', '--vsix', 'legal-memo.vsix');
e2e('host-zh', 'run-in-host.mjs', '--vsix', 'legal-memo.vsix', '--locale', 'zh-cn');
e2e('ui', 'run-ui.mjs', '--vsix', 'legal-memo.vsix', '--locale', 'zh-cn');
e2e('start', 'run-start.mjs');

console.log('\n── summary');
for (const { name, seconds, passed, failed, skipped = 0 } of table) {
  console.log(
    `${failed ? 'FAILED' : 'ok    '} ${name.padEnd(10)} ${String(passed).padStart(5)} passed ${failed} failed ${skipped} skipped  ${seconds} s`,
  );
}
console.log(
  `${totals.passed} passed, ${totals.failed} failed${totals.skipped ? `, ${totals.skipped} skipped` : ''}`,
);
process.exitCode = totals.failed === 0 && totals.passed > 0 ? 0 : 1;
