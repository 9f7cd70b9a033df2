// Measures what a user feels, one line a measure, against the targets of scripts/bench/targets.mjs.
// Options: --quick (under a minute), --json, --compare (the same edits for other Markdown servers from npm, as ratios).
// Build first; the numbers are only as good as the machine is quiet, so its load stands in the head.
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { percentile, start } from './bench/client.mjs';
import { compare } from './bench/compare.mjs';
import { places, typeMany } from './bench/edits.mjs';
import { memo } from './bench/memos.mjs';
import { ours } from './bench/servers.mjs';
import { targets } from './bench/targets.mjs';

// The extension starts its server without them: reading a machine's certificates takes as long as all of Node's start.
delete process.env.NODE_EXTRA_CA_CERTS;

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const quick = process.argv.includes('--quick');
const asJson = process.argv.includes('--json');
const server = ours(root);
const cli = join(root, 'server/bin/legal-memo.js');
const KB = 1024;
const uri = 'file:///memo.md';

if (!existsSync(server.args[0]) || !existsSync(join(root, 'server/dist/cli.js'))) {
  console.error('nothing to measure: run "npm run build" first');
  process.exit(2);
}

const rows = [];
/** Notes a measure; `detail` says how many and the processor time, which a busy machine distorts less. */
function note(measure, value, detail) {
  const { budget, moonshot, unit } = targets[measure] ?? { unit: 'KB' };
  const reached =
    value === undefined || budget === undefined
      ? undefined
      : value <= moonshot
        ? 'moonshot'
        : value <= budget
          ? 'budget'
          : 'no';
  const row = {
    measure,
    value: value === undefined ? null : Number(value.toPrecision(3)),
    unit,
    budget,
    moonshot,
    reached,
    detail,
  };
  rows.push(row);
  if (!asJson) print(row);
}

function print({ measure, value, unit, budget, moonshot, reached, detail }) {
  const marks = { moonshot: '++', budget: '+ ', no: '- ' };
  const number = value === null ? 'not measured' : `${value} ${unit}`;
  const aims = budget === undefined ? '' : `   budget ${budget}, moonshot ${moonshot}`;
  console.log(
    `${marks[reached] ?? '  '} ${measure.padEnd(44)} ${number.padStart(12)}${aims}${detail ? `   (${detail})` : ''}`,
  );
}

const launch = () => start(server.command, server.args, { pull: true });
const median = (values) => percentile(values, 50);
const ms = (value) => (value === undefined ? '?' : value.toFixed(1));

/** Start of the process to the first findings. */
async function startUp(size, runs) {
  const text = memo(size, 7);
  const wall = [];
  const cpu = [];
  for (let run = 0; run < runs; run++) {
    const s = await launch();
    await s.open(uri, text);
    wall.push(performance.now() - s.began);
    cpu.push(s.cpu());
    await s.stop();
  }
  return {
    wall: median(wall),
    detail: `median of ${runs}, least ${ms(Math.min(...wall))}${cpu[0] === undefined ? '' : `, processor ${ms(median(cpu))}`}`,
  };
}

/** Opens a memo, edits it, then asks the requests of an editor at places where there is something. */
async function session(name, size, { most, limit, headings = true, requests = false, only }) {
  const text = memo(size, 7, { headings });
  const s = await launch();
  const began = performance.now();
  await s.open(uri, text);
  const opened = performance.now() - began;
  const result = await typeMany(s, uri, text, { most, limit });
  for (const p of only ?? [50, 95, 99]) {
    note(
      `edit to findings p${p}, ${name}`,
      result[`p${p}`],
      `${result.count} edits, processor ${ms(result[`cpu${p}`])}`,
    );
  }
  if (requests) await ask(s, text);
  const memory = s.memory();
  await s.stop();
  return { opened, memory };
}

async function ask(s, text) {
  const document = { textDocument: { uri } };
  const lines = text.split('\n');
  /** Places behind a string, spread over the memo. */
  const behind = (word, count) => {
    const all = lines.flatMap((line, number) => {
      const at = number > 6 ? line.indexOf(word) : -1;
      return at < 0 ? [] : [{ line: number, character: at + word.length }];
    });
    const step = Math.max(1, Math.floor(all.length / count));
    return all.filter((_, i) => i % step === 0).slice(0, count);
  };
  const time = async (where, request) => {
    const times = [];
    for (const position of where) {
      const began = performance.now();
      await request(position);
      times.push(performance.now() - began);
    }
    // The first ones warm up.
    return percentile(times.slice(Math.min(10, times.length >> 1)), 99);
  };
  const count = quick ? 60 : 150;
  const citations = behind('条', count);
  note(
    'hover p99, 1 MB',
    await time(citations, (position) => s.request('textDocument/hover', { ...document, position })),
  );
  let item;
  note(
    'completion list p99, 1 MB',
    await time(behind('《', count), async (position) => {
      const list = await s.request('textDocument/completion', { ...document, position });
      item ??= list?.items?.[0];
    }),
  );
  note(
    'completion resolve p99, 1 MB',
    item && (await time(citations, () => s.request('completionItem/resolve', item))),
  );
  note(
    'definition p99, 1 MB',
    await time(citations, (position) => s.request('textDocument/definition', { ...document, position })),
  );
  note(
    'code actions p99, 1 MB',
    await time(citations, (position) =>
      s.request('textDocument/codeAction', {
        ...document,
        range: { start: position, end: position },
        context: { diagnostics: [] },
      }),
    ),
  );
}

async function symbols() {
  const text = memo(100 * KB, 7);
  const s = await launch();
  await s.open(uri, text);
  const next = places(text, 11);
  const times = [];
  for (let i = 0; i < (quick ? 40 : 100); i++) {
    const at = next();
    await s.edit(uri, { start: at, end: at }, '字');
    const began = performance.now();
    await s.request('textDocument/documentSymbol', { textDocument: { uri } });
    times.push(performance.now() - began);
  }
  note('document symbols p99, 100 KB', percentile(times.slice(10), 99), 'each after an edit');
  await s.stop();
}

async function memory() {
  const small = await launch();
  await small.open(uri, memo(10 * KB, 7));
  const atOnce = small.memory().now;
  // V8 gives back what it does not need once nothing happens.
  if (!quick) await new Promise((resume) => setTimeout(resume, 12_000));
  note(
    'memory with a 10 KB memo',
    small.memory().now || undefined,
    quick ? 'at the first findings' : `12 s later; ${ms(atOnce)} MB at the first findings`,
  );
  await small.stop();
}

async function leaks(edits) {
  const text = memo(20 * KB, 7);
  const s = await launch();
  await s.open(uri, text);
  const type = (count, seed) => typeMany(s, uri, text, { most: count / 2, limit: 60_000, seed, warm: 0 });
  await type(edits * 0.3, 5);
  const before = s.memory().now;
  await type(edits * 0.7, 6);
  note(
    'memory growth over 10,000 edits',
    s.memory().now - before,
    `${edits} edits, the first ${edits * 0.3} to warm up`,
  );
  await s.stop();
}

/** Runs the command line; its highest resident memory is looked at while it runs. */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const began = performance.now();
    const child = spawn(process.execPath, [cli, ...args], {
      stdio: 'ignore',
      env: { ...process.env, ...env },
    });
    let peak = 0;
    const look = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / KB);
      } catch {
        // Gone already, or a system that does not say.
      }
    }, 50);
    child.on('exit', () => {
      clearInterval(look);
      resolve({ wall: performance.now() - began, peak });
    });
    setTimeout(() => child.kill(), 60_000).unref();
  });
}

async function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'legal-memo-bench-'));
  try {
    const one = join(folder, 'one.md');
    writeFileSync(one, memo(10 * KB, 7));
    const times = [];
    for (let i = 0; i < (quick ? 3 : 7); i++) times.push((await run(['check', one, '--no-cache'])).wall);
    note('command line on one memo', median(times), `10 KB, median of ${times.length}`);
    const count = quick ? 200 : 1000;
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let i = 0; i < count; i++) writeFileSync(join(many, `${i}.md`), memo(10 * KB, 100 + i));
    const env = { XDG_CACHE_HOME: join(folder, 'cache') };
    // As at every start that is measured here, the code is compiled; what is cold is the memos.
    await run(['check', one, '--no-cache'], env);
    for (const state of ['cold', 'warm']) {
      const { wall, peak } = await run(['check', many, '--format', 'json'], env);
      note(
        `check of 1,000 memos, ${state}`,
        (wall * 1000) / count,
        `${count} memos of 10 KB in ${ms(wall)} ms, ${peak.toFixed(0)} MB at the peak`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sizes() {
  const dist = join(root, 'server/dist');
  const size = (...files) => {
    const there = files.map((file) => join(dist, file)).filter((file) => existsSync(file));
    return there.length === 0 ? undefined : there.reduce((sum, file) => sum + statSync(file).size, 0) / KB;
  };
  const below = (folder) => readdirSync(join(dist, folder)).map((name) => join(folder, name));
  note('server bundle', size('server.js', 'server.main.js'), 'the code that every start loads');
  note(
    'code on demand',
    size('markdown.js', 'yaml.js', 'ownStatutes.js', 'parseFramework.js'),
    'for Markdown and YAML that is not plain, and own law',
  );
  note(
    'data of the server',
    size(...['data', 'frameworks', 'library'].flatMap(below)),
    'words, frameworks, statutes; read when used',
  );
  const extension = join(root, 'legal-memo.vsix');
  const there = existsSync(extension);
  note(
    'extension package',
    there ? statSync(extension).size / KB : undefined,
    there ? undefined : 'npm run package',
  );
}

const commit = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
  cwd: root,
  encoding: 'utf8',
}).stdout?.trim();
const machine = {
  processor: `${cpus()[0]?.model ?? '?'} × ${cpus().length}`,
  memory: `${Math.round(totalmem() / KB ** 3)} GB`,
  node: process.version,
  system: `${process.platform} ${process.arch}`,
  load: loadavg()[0].toFixed(1),
  commit: commit || '?',
};
if (!asJson)
  console.log(
    Object.entries(machine)
      .map(([k, v]) => `${k} ${v}`)
      .join(', '),
  );

const began = performance.now();
const runs = quick ? 3 : 7;
for (const [name, size] of [
  ['10 KB', 10 * KB],
  ['100 KB', 100 * KB],
]) {
  const { wall, detail } = await startUp(size, runs);
  note(`start to first findings, ${name}`, wall, detail);
}
const limit = quick ? 2500 : 12_000;
await session('10 KB', 10 * KB, { most: 400, limit });
const at100 = await session('100 KB', 100 * KB, { most: 400, limit });
const at1000 = await session('1 MB', KB * KB, { most: 400, limit: quick ? 4000 : 15_000, requests: true });
note(
  'growth of the first check, 100 KB to 1 MB',
  at1000.opened / at100.opened,
  `${ms(at100.opened)} and ${ms(at1000.opened)} ms`,
);
note('memory at its peak, 1 MB edited', at1000.memory.peak || undefined);
await session('1 MB without headings', KB * KB, {
  most: 150,
  limit: quick ? 2500 : 8000,
  headings: false,
  only: [95],
});
if (!quick) await session('5 MB', 5 * KB * KB, { most: 60, limit: 10_000, only: [50, 95] });
await symbols();
await memory();
if (!quick) await leaks(10_000);
await commandLine();
sizes();
let comparison;
if (process.argv.includes('--compare'))
  comparison = await compare(root, { quick, say: asJson ? () => {} : console.log });
const seconds = Math.round((performance.now() - began) / 1000);
if (asJson) console.log(JSON.stringify({ machine, seconds, rows, comparison }, null, 2));
else {
  const reached = (what) => rows.filter((row) => what.includes(row.reached)).length;
  console.log(
    `${reached(['moonshot'])} of ${rows.filter((row) => row.budget !== undefined).length} at the moonshot, ${reached(['moonshot', 'budget'])} within budget; ${seconds} s`,
  );
}
process.exit(0);
