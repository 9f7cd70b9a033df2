// Neovim and Emacs on the same language server, over stdio.
// usage: run-editors.mjs [--only nvim|emacs] [--server FILE] [--result FILE]
import { spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reporter } from './report.mjs';

const E2E = path.dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    server: { type: 'string', default: path.join(E2E, '../../server/dist/server.js') },
    result: { type: 'string' },
  },
});
const EDITORS = {
  nvim: ['nvim', '--headless', '--clean', '-l', path.join(E2E, 'nvim.lua')],
  emacs: ['emacs', '-Q', '--batch', '-l', path.join(E2E, 'eglot.el')],
};
const report = reporter('editors', options.result);

for (const [name, [command, ...args]] of Object.entries(EDITORS)) {
  if (options.only && options.only !== name) continue;
  // The editors change the memo: they get a copy, in a folder of their own.
  const folder = await mkdtemp(path.join(tmpdir(), `legal-memo-${name}-`));
  const memo = path.join(folder, 'night-ride.zh.md');
  await cp(path.join(E2E, 'fixture/night-ride.zh.md'), memo);
  const { code, output } = await run(command, [...args, path.resolve(options.server), memo], folder);
  let failed = 0;
  for (const line of output.split('\n')) {
    const [state, title, detail] = line.split('\t');
    if (state === 'ok') report.row(`${name} ${title}`, 'passed');
    if (state === 'FAIL') report.row(`${name} ${title}`, 'failed', { error: detail });
    if (state === 'FAIL') failed++;
  }
  // 0 only at the end of the script; 1 there too, when a row failed.
  if (code === 0) report.row(`${name} runs to its end`, 'passed');
  else if (code !== 1 || !failed)
    report.row(`${name} runs to its end`, 'failed', { error: `${code}\n${output}` });
  await rm(folder, { recursive: true, force: true });
}
await report.end();

function run(command, args, folder) {
  return new Promise((resolve) => {
    // Neither reads nor writes the user's own configuration.
    const env = {
      ...process.env,
      HOME: folder,
      XDG_STATE_HOME: folder,
      XDG_DATA_HOME: folder,
      LANG: 'C.UTF-8',
      LC_ALL: 'C.UTF-8',
    };
    const child = spawn(command, args, {
      cwd: folder,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const kill = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    };
    const timer = setTimeout(() => {
      output += '\nno end in 90 s\n';
      kill();
    }, 90_000);
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (data) => {
        output += data;
      });
    }
    const done = (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    };
    child.on('error', (error) => done(`${error.message}: run \`node scripts/install-system.mjs\``));
    child.on('close', (code, signal) => done(code ?? signal));
    process.once('exit', kill);
  });
}
