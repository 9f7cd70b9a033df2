// `npm start` as a newcomer uses it: help, mistakes, --check, the embedded workbench, a desktop VS Code.
// usage: run-start.mjs [--result FILE]
import { spawn, spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, isPortFree } from '../../scripts/workbench.mjs';
import { launchBrowser, newPage, ROOT, until } from './harness.mjs';
import { reporter } from './report.mjs';

const { values: options } = parseArgs({ options: { result: { type: 'string' } } });
const report = reporter('start', options.result);
const START = path.join(ROOT, 'scripts/start.mjs');
const SAMPLE = path.join(ROOT, 'examples/slimming-tea.zh.md');
const temp = await mkdtemp(path.join(tmpdir(), 'legal-memo-start-'));

const start = (...args) => spawnSync(process.execPath, [START, ...args], { cwd: temp, encoding: 'utf8' });
const expect = (ok, result) => {
  if (!ok)
    throw new Error(
      typeof result === 'string' ? result : `exit ${result.status}\n${result.stdout}\n${result.stderr}`,
    );
};

await report.test('--help explains itself', () => {
  const result = start('--help');
  expect(result.status === 0 && /--no-open/.test(result.stdout) && /帮助|说明/.test(result.stdout), result);
});

for (const [args, message] of [
  [['--bogus'], /--bogus/],
  [['--port', 'x'], /端口/],
  [['--folder', 'nowhere'], /nowhere/],
  [['--check'], /FILE/],
]) {
  await report.test(`${args.join(' ')} is refused with a message`, () => {
    const result = start(...args);
    expect(result.status === 2 && message.test(result.stderr), result);
  });
}

await report.test('--check checks a memo and gives its exit code', () => {
  const result = start('--check', SAMPLE);
  expect(result.status === 1 && /因果关系|causation/i.test(result.stdout), result);
});

await report.test('--check hands its options on', () => {
  const result = start('--check', SAMPLE, '--format', 'json');
  expect(result.status === 1 && JSON.parse(result.stdout), result);
});

await report.test('--check of a missing file fails', () => {
  const result = start('--check', 'nowhere.md');
  expect([2, 3].includes(result.status) && /nowhere\.md/.test(result.stderr + result.stdout), result);
});

await report.test('opens a desktop VS Code when there is one', async () => {
  const code = path.join(temp, 'code');
  await writeFile(code, `#!/bin/sh\nprintf '%s\\n' "$@" > "${temp}/args"\n`);
  await chmod(code, 0o755);
  const env = { ...process.env, PATH: `${temp}${path.delimiter}${process.env.PATH}` };
  const result = spawnSync(process.execPath, [START], { cwd: temp, encoding: 'utf8', env });
  expect(result.status === 0, result);
  const args = (await readFile(path.join(temp, 'args'), 'utf8')).trim().split('\n');
  expect(args.includes(`--extensionDevelopmentPath=${ROOT}`) && args.at(-1) === SAMPLE, args.join('\n'));
  expect(
    args.some((arg) => arg.startsWith('--user-data-dir=')) && args.includes('--new-window'),
    args.join('\n'),
  );
});

let child;
let browser;
let output = '';
const port = await freePort();
const ended = () => child.exitCode !== null || child.signalCode !== null;
await report.test('serves the embedded VS Code and prints its address', async () => {
  child = spawn(process.execPath, [START, '--embedded', '--no-open', '--port', String(port)], { cwd: temp });
  process.once('exit', () => child.kill('SIGTERM'));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (data) => {
      output += data;
    });
  }
  await until(
    'the address',
    () => {
      if (ended()) throw new Error(output);
      return /http:\S+/.test(output);
    },
    180_000,
  );
});

await report.test('shows the sample memo with its findings there', async () => {
  browser = await launchBrowser();
  const page = await newPage({ browser }, { locale: 'zh-CN' });
  await page.goto(/http:\S+/.exec(output)[0]);
  // By their number: the first of them need not stand in the part of the memo that the window shows.
  await page.locator('.tab', { hasText: '.md' }).first().waitFor({ timeout: 60_000 });
  await page
    .locator('.statusbar-item[id="status.problems"]', { hasText: /[1-9]/ })
    .first()
    .waitFor({ timeout: 60_000 });
  if (page.outside.length) throw new Error(page.outside.join('\n'));
});

await report.test('lets nobody in without the address', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(response.status === 403, `status ${response.status}`);
});

await report.test('a port in use is refused with a message', () => {
  const result = start('--embedded', '--no-open', '--port', String(port));
  expect(result.status === 1 && /端口已被占用/.test(result.stderr), result);
});

await report.test('stops cleanly, with all its processes', async () => {
  await browser?.close();
  child.kill('SIGTERM');
  await until('the end', ended, 15_000);
  expect(child.exitCode === 0, `exit ${child.exitCode} ${child.signalCode}\n${output}`);
  expect(await isPortFree(port), 'the port is still in use');
  const left = spawnSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).stdout ?? '';
  expect(!left.includes(`--port ${port}`), left);
});

await rm(temp, { recursive: true, force: true });
await report.end();
process.exit();
