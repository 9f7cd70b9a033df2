// npm start: installs and builds what is missing, then opens the sample memos in VS Code.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  findHost,
  freePort,
  isPortFree,
  prepareRoot,
  ROOT,
  remote,
  startServer,
  workbenchUrl,
} from './workbench.mjs';

const HELP = `npm start [-- OPTIONS]   opens the sample memos in VS Code 在 VS Code 中打开示例备忘录

  --folder DIR      another folder of memos 打开其他文件夹
  --embedded        the VS Code in the browser, also where a desktop one is installed 使用浏览器中的 VS Code
  --port N          its port (8321, or a free one) 端口
  --no-open         only print its address 只显示网址，不打开浏览器
  --check FILE …    check memos on the command line instead; takes the options of legal-memo check 只在命令行检查
  --help            this text 显示本说明
`;

const SAMPLE = 'slimming-tea.zh.md';
const BUNDLES = ['client/dist/extension.js', 'server/dist/server.js', 'server/dist/cli.js'];
const CACHE = path.join(ROOT, '.cache');
const say = (text) => console.error(text);

class UserError extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}

function readOptions() {
  const args = process.argv.slice(2);
  // What follows --check belongs to the command line tool.
  const at = args.indexOf('--check');
  const check = at < 0 ? undefined : args.splice(at).slice(1);
  try {
    const { values } = parseArgs({
      args,
      options: {
        folder: { type: 'string' },
        embedded: { type: 'boolean', default: false },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (check && check.length === 0) throw new Error('--check needs a FILE 缺少文件');
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65536)) {
      throw new Error(`--port ${values.port}: not a port 端口无效`);
    }
    return { ...values, port, check };
  } catch (error) {
    throw new UserError(`${error.message}\n\n${HELP}`, 2);
  }
}

/** npm runs scripts in the project's root; paths are meant from where the command was typed. */
const typedIn = () =>
  process.env.npm_lifecycle_event === 'start' ? (process.env.INIT_CWD ?? ROOT) : process.cwd();

function run(command, args, failure) {
  // Their words go to stderr: stdout is for the answer of --check.
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (error || status !== 0) throw new UserError(`${failure}${error ? `: ${error.message}` : ''}`);
}

const time = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

function install() {
  const lock = path.join(ROOT, 'package-lock.json');
  const installed = path.join(ROOT, 'node_modules/.package-lock.json');
  if (existsSync(installed) && time(installed) >= time(lock)) return;
  say('Installing packages … 正在安装依赖……');
  const command = existsSync(lock) && !existsSync(installed) ? 'ci' : 'install';
  run('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], `npm ${command} failed 依赖安装失败`);
  // npm leaves the file alone when there was nothing to do.
  if (existsSync(installed)) utimesSync(installed, new Date(), new Date());
}

/** The time of the newest file below, without what is built or installed. */
function newest(place) {
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  const inside = readdirSync(place).filter((name) => !['dist', 'node_modules'].includes(name));
  return Math.max(0, ...inside.map((name) => newest(path.join(place, name))));
}

function build() {
  const sources = ['client', 'server', 'scripts/build.mjs', 'package.json'].map((name) =>
    path.join(ROOT, name),
  );
  const built = Math.min(...BUNDLES.map((file) => time(path.join(ROOT, file))));
  if (built >= Math.max(...sources.filter(existsSync).map(newest))) return;
  say('Building … 正在构建……');
  run(process.execPath, [path.join(ROOT, 'scripts/build.mjs')], 'The build failed 构建失败');
  for (const file of BUNDLES) {
    if (!existsSync(path.join(ROOT, file))) throw new UserError(`The build made no ${file} 构建缺少文件`);
    utimesSync(path.join(ROOT, file), new Date(), new Date());
  }
}

/** The desktop VS Code's command, unless it is the one of a VS Code terminal on a remote machine (it can't load our folder). */
function findDesktop() {
  const names = process.platform === 'win32' ? ['code.cmd'] : ['code'];
  for (const dir of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of names) {
      const file = path.join(dir, name);
      if (dir && existsSync(file) && !/remote-cli/.test(file)) return file;
    }
  }
  return undefined;
}

function openDesktop(code, folder, file) {
  const args = [
    `--extensionDevelopmentPath=${ROOT}`,
    `--user-data-dir=${path.join(CACHE, 'profile')}`,
    '--new-window',
    folder,
    ...(file ? [file] : []),
  ];
  const windows = process.platform === 'win32';
  const quoted = windows ? args.map((arg) => `"${arg}"`) : args;
  const { status, error } = spawnSync(windows ? `"${code}"` : code, quoted, {
    stdio: 'inherit',
    shell: windows,
  });
  if (error || status !== 0)
    throw new UserError(`VS Code did not start 无法启动 VS Code: ${error?.message ?? `code ${status}`}`);
  say(`Opened in VS Code 已在 VS Code 中打开: ${file ?? folder}`);
}

/**
 * Shows the built extension to the workbench. A folder of links, not the project itself: "uninstall" in the workbench
 * deletes the folder it was told of.
 */
async function linkExtension(root) {
  const name = 'legal-memo.legal-memo-dev';
  const folder = path.join(root, 'ext', name);
  rmSync(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const entry of readdirSync(ROOT)) {
    if (entry.startsWith('.') || ['node_modules', 'test', 'coverage'].includes(entry)) continue;
    await symlink(path.join(ROOT, entry), path.join(folder, entry));
  }
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  const list = path.join(root, 'ext/extensions.json');
  const id = 'legal-memo.legal-memo';
  const others = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8')).filter((e) => e.identifier.id !== id)
    : [];
  const location = { $mid: 1, path: folder, scheme: 'file' };
  writeFileSync(
    list,
    JSON.stringify([...others, { identifier: { id }, version, location, relativeLocation: name }]),
  );
  rmSync(path.join(root, 'ext/.obsolete'), { force: true });
}

function openBrowser(url) {
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  spawn(command, [url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}

/** Without it any web page could talk to the workbench. The same each time, so that an open tab finds its server again. */
function connectionToken(root) {
  const file = path.join(root, 'token');
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8');
}

async function openEmbedded(folder, file, options) {
  const host = findHost();
  const root = path.join(CACHE, 'workbench');
  if (options.port && !(await isPortFree(options.port))) {
    throw new UserError(`Port ${options.port} is in use 端口已被占用`);
  }
  const port = options.port ?? ((await isPortFree(8321)) ? 8321 : await freePort());
  // Saving is the user's: the web workbench would save the samples by itself.
  await prepareRoot(root, {
    host,
    locale: 'zh-cn',
    settings: { 'files.autoSave': 'off', 'editor.wordWrap': 'on' },
  });
  await linkExtension(root);
  // Sockets have short names only: not in the project, which may lie deep.
  const sockets = await mkdtemp(path.join(tmpdir(), 'legal-memo-'));
  const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

  let server;
  let stopping;
  const stop = (code) => {
    stopping ??= (async () => {
      await server?.stop();
      await rm(sockets, { recursive: true, force: true });
      say('Stopped 已停止');
      process.exit(code);
    })();
    return stopping;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  server = await startServer({
    root,
    host,
    port,
    token: connectionToken(root),
    // Else the browser's language decides.
    locale: chinese ? 'zh-cn' : undefined,
    env: { TMPDIR: sockets, XDG_RUNTIME_DIR: sockets },
  });
  const url = workbenchUrl(server, folder, file ? [['openFile', remote(server, file)]] : []);
  console.log(`Open 请打开: ${url}`);
  say('Stop with Ctrl+C 按 Ctrl+C 停止');
  if (!options['no-open']) openBrowser(url);
  const reason = await server.exited;
  if (!stopping) {
    say(`${reason}\n${server.log.join('').slice(-2000)}`);
    await stop(1);
  }
  await stopping;
}

try {
  const options = readOptions();
  if (options.help) {
    console.log(HELP.trimEnd());
    process.exit(0);
  }
  const cwd = typedIn();
  const folder = options.folder ? path.resolve(cwd, options.folder) : path.join(ROOT, 'examples');
  if (!options.check && !(existsSync(folder) && statSync(folder).isDirectory())) {
    throw new UserError(`No such folder 文件夹不存在: ${folder}`, 2);
  }
  install();
  build();
  if (options.check) {
    const cli = path.join(ROOT, 'server/dist/cli.js');
    const { status, signal } = spawnSync(process.execPath, [cli, 'check', ...options.check], {
      cwd,
      stdio: 'inherit',
    });
    process.exit(status ?? (signal ? 3 : 1));
  }
  const sample = path.join(folder, SAMPLE);
  const file = !options.folder && existsSync(sample) ? sample : undefined;
  const desktop = options.embedded ? undefined : findDesktop();
  if (desktop) openDesktop(desktop, folder, file);
  else await openEmbedded(folder, file, options);
} catch (error) {
  say(error instanceof UserError ? error.message : (error.stack ?? String(error)));
  process.exit(error.code > 0 ? error.code : 1);
}
