// The mocha suite of test/e2e/host inside a real extension host.
// usage: run-in-host.mjs [--vsix FILE] [--locale zh-cn] [--grep TEXT] [--result FILE] [--verbose]
// Without --vsix the extension is the working folder, as with F5.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { E2E, newPage, ROOT, remote, serverLog, startRun, workbenchUrl } from './harness.mjs';
import { reporter } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    vsix: { type: 'string' },
    extension: { type: 'string' },
    locale: { type: 'string', default: 'en' },
    grep: { type: 'string' },
    result: { type: 'string' },
    timeout: { type: 'string', default: '120' },
    verbose: { type: 'boolean', default: false },
  },
});
const name = `host ${options.vsix ? 'vsix' : 'folder'} ${options.locale}`;
const report = reporter(name, options.result);

const out = path.join(E2E, '.out/host.js');
await build({
  entryPoints: [path.join(E2E, 'host/index.ts')],
  outfile: out,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  sourcemap: 'inline',
  external: ['vscode', 'mocha'],
  logLevel: 'warning',
});

const resultFile = path.join(E2E, `.out/result-${process.pid}.json`);
let run;
try {
  run = await startRun({
    vsix: options.vsix,
    driver: true,
    locale: options.locale,
    env: {
      LEGAL_MEMO_RESULT_FILE: resultFile,
      LEGAL_MEMO_LOCALE: options.locale,
      LEGAL_MEMO_GREP: options.grep ?? '',
      // Their traces must lead to the .ts files.
      NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim(),
    },
  });
  const page = await newPage(run, {
    locale: options.locale.startsWith('zh') ? 'zh-CN' : 'en-US',
    onConsole: options.verbose ? (type, text) => console.error(`[page ${type}] ${text}`) : undefined,
  });
  let exit;
  const exited = new Promise((resolve) => {
    exit = resolve;
  });
  await page.exposeFunction('codeAutomationExit', exit);
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    if (options.verbose) console.error(`[host ${type}]`, ...args);
  });
  const extension = options.vsix ? path.join(E2E, 'anchor') : path.resolve(options.extension ?? ROOT);
  await page.goto(
    workbenchUrl(run.server, run.workspace, [
      ['extensionDevelopmentPath', remote(run.server, extension)],
      ['extensionTestsPath', remote(run.server, out)],
      ['skipWelcome', 'true'],
      ['skipReleaseNotes', 'true'],
    ]),
  );
  const seconds = Number(options.timeout);
  const timer = setTimeout(() => exit(`no answer from the extension host in ${seconds} s`), seconds * 1000);
  const code = await exited;
  clearTimeout(timer);
  const result = JSON.parse(await readFile(resultFile, 'utf8').catch(() => '{"rows":[]}'));
  for (const row of result.rows) report.row(row.title, row.state, row);
  await report.test('the extension host ends the run', () => {
    // Anything but 0 needs a failed row that explains it.
    if (code === 0 || (code === 1 && result.rows.some((row) => row.state === 'failed'))) return;
    throw new Error(`${code}\n${serverLog(run)}`);
  });
  await report.test('nothing is fetched from outside', () => {
    if (page.outside.length) throw new Error(page.outside.join('\n'));
  });
} catch (error) {
  report.row('the run starts', 'failed', { error: error.stack ?? error });
} finally {
  await run?.stop();
  await rm(resultFile, { force: true });
}
await report.end();
process.exit();
