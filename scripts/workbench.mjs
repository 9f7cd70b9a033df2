// The embedded VS Code: a VS Code server with its web workbench, started without any wrapper.
// Used by `npm start` on machines without a desktop VS Code, and by the tests in the real editor.
import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Settings that keep the workbench quiet and away from the network. */
const SETTINGS = {
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
};

/** Installs the VS Code server when it is missing. `version` is "CODE_SERVER NODE", for another VS Code than the usual one. */
export function findHost(version = process.env.LEGAL_MEMO_VSCODE_VERSION) {
  if (process.platform === 'win32') {
    throw new Error(
      'The embedded VS Code needs Linux or macOS; on Windows install VS Code with its `code` command. ' +
        '内置 VS Code 不支持 Windows，请安装桌面版 VS Code（含 code 命令）。',
    );
  }
  const folder = process.env.LEGAL_MEMO_VSCODE_HOST ?? path.join(ROOT, '.cache/vscode-host');
  const args = [path.join(ROOT, 'test/e2e/install-host.sh'), folder, ...(version?.split(/\s+/) ?? [])];
  // The install is a project of its own: what npm tells its scripts about this one must not reach it.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_config_(local_)?prefix$/i.test(name)),
  );
  const dir = execFileSync('sh', args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  }).trim();
  const vscode = path.join(dir, 'node_modules/code-server/lib/vscode');
  return { dir, node: path.join(dir, 'node'), vscode, main: path.join(vscode, 'out/server-main.js') };
}

export const isPortFree = (port) =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address();
        server.close(() => resolve(port));
      });
  });

const answers = (url) =>
  new Promise((resolve) => {
    get(url, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 400);
    }).on('error', () => resolve(false));
  });

const folders = (root) => [
  '--server-data-dir',
  path.join(root, 'data'),
  '--user-data-dir',
  path.join(root, 'user'),
  '--extensions-dir',
  path.join(root, 'ext'),
];

// No gallery, so nothing is looked up. TMPDIR and XDG_RUNTIME_DIR keep the sockets of a run in its own folder.
const environment = (root, env = {}) => ({
  ...process.env,
  EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: '' }),
  VSCODE_AGENT_FOLDER: path.join(root, 'data'),
  TMPDIR: root,
  XDG_RUNTIME_DIR: root,
  ...env,
});

/** Makes the folders of one workbench; settings that are already there stay. */
export async function prepareRoot(root, { settings = {}, locale, host } = {}) {
  await mkdir(path.join(root, 'user/User'), { recursive: true });
  await mkdir(path.join(root, 'ext'), { recursive: true });
  const text = JSON.stringify({ ...SETTINGS, ...settings }, null, 2);
  await writeFile(path.join(root, 'user/User/settings.json'), text, { flag: 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
  if (locale?.startsWith('zh')) await installChinese(root, host);
}

/** Tells the workbench of a Chinese language pack, as installing one would do. (Words it lacks stay English.) */
async function installChinese(root, host) {
  const contents = await readFile(
    path.join(host.dir, 'node_modules/monaco-editor-nls/locale/zh-hans.json'),
    'utf8',
  );
  const file = path.join(root, 'user/language-pack-zh.json');
  await writeFile(file, `{ "version": "1.0.0", "contents": ${contents} }`);
  // The workbench wants the extension a pack came with; this one came with none.
  const extensions = [{ extensionIdentifier: { id: 'legal-memo.language-pack-zh' }, version: '1.0.0' }];
  const pack = { hash: 'zh-3.1.0', extensions, translations: { vscode: file }, label: '中文(简体)' };
  await writeFile(path.join(root, 'user/languagepacks.json'), JSON.stringify({ 'zh-cn': pack }));
}

/** Installs a .vsix into the extensions folder (before the server starts). */
export const installVsix = (root, host, vsix) =>
  new Promise((resolve, reject) => {
    const child = spawn(host.node, [host.main, ...folders(root), '--install-extension', vsix, '--force'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(root),
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
      });
    }
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 && /successfully installed/.test(output) ? resolve(output) : reject(new Error(output)),
    );
  });

/**
 * Starts the server on 127.0.0.1. `driver` lets the workbench's address name an extension under development and its
 * tests, but hides notifications and skips dialogs. Without `token` any program of this machine may connect.
 */
export async function startServer({ root, host, port, token, locale, driver = false, env = {}, args = [] }) {
  port ??= await freePort();
  const child = spawn(
    host.node,
    [
      host.main,
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...(token ? ['--connection-token', token] : ['--without-connection-token']),
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      ...(locale ? ['--locale', locale] : []),
      ...(driver ? ['--enable-smoke-test-driver'] : []),
      ...folders(root),
      ...args,
    ],
    { env: environment(root, env), stdio: ['ignore', 'pipe', 'pipe'], detached: true },
  );
  const log = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => log.push(String(data)));
  // The child leads a process group: the server, its watchers, the extension host, our language server.
  const signal = (name) => {
    try {
      process.kill(-child.pid, name);
      return true;
    } catch {
      return false;
    }
  };
  process.once('exit', () => signal('SIGKILL'));
  let ended;
  const exited = new Promise((resolve) => {
    child.once('error', (error) => {
      ended = String(error);
      resolve(ended);
    });
    child.once('exit', (code, name) => {
      ended = `the VS Code server ended: ${code ?? name}`;
      resolve(ended);
    });
  });
  const base = `http://127.0.0.1:${port}`;
  for (let i = 0; !(await answers(`${base}/version`)); i++) {
    if (ended || i > 600)
      throw new Error(`${ended ?? 'the VS Code server does not answer'}\n${log.join('')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    root,
    port,
    base,
    token,
    log,
    exited,
    authority: `127.0.0.1:${port}`,
    async stop() {
      for (const name of ['SIGTERM', 'SIGKILL']) {
        if (!signal(name)) break;
        for (let i = 0; i < 60 && signal(0); i++) await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
  };
}

/** A file of this machine, as the workbench in the browser names it. */
export const remote = (server, file) => `vscode-remote://${server.authority}${encodeURI(file)}`;

export function workbenchUrl(server, folder, payload = []) {
  const url = new URL(server.base);
  if (server.token) url.searchParams.set('tkn', server.token);
  if (folder) url.searchParams.set('folder', folder);
  if (payload.length) url.searchParams.set('payload', JSON.stringify(payload));
  return url.href;
}
