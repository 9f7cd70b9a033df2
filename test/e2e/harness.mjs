// One run in the real editor: a temp folder with a copy of the memos, the VS Code server, a headless browser.

import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findHost, installVsix, prepareRoot, ROOT, startServer } from '../../scripts/workbench.mjs';

export { ROOT, remote, workbenchUrl } from '../../scripts/workbench.mjs';
export const E2E = path.join(ROOT, 'test/e2e');

const SETTINGS = {
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'files.autoSave': 'off',
  'editor.hover.delay': 100,
  'editor.wordWrap': 'on',
};

/** Starts everything; `stop` ends every process and removes the folder (unless LEGAL_MEMO_E2E_KEEP is set). */
export async function startRun({ vsix, driver = false, env, locale, settings } = {}) {
  const host = findHost();
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'legal-memo-e2e-')));
  let server;
  let browser;
  const stop = async () => {
    await browser?.close().catch(() => {});
    await server?.stop();
    if (process.env.LEGAL_MEMO_E2E_KEEP) console.error(`kept: ${root}`);
    else await rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  // Ending the process kills the server's group (see startServer).
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(name, () => process.exit(1));
  try {
    const workspace = path.join(root, 'memos');
    await cp(path.join(E2E, 'fixture'), workspace, { recursive: true });
    const examples = path.join(ROOT, 'examples');
    for (const file of existsSync(examples) ? await readdir(examples) : []) {
      if (file.endsWith('.md')) await cp(path.join(examples, file), path.join(workspace, file));
    }
    await prepareRoot(root, { settings: { ...SETTINGS, ...settings }, locale, host });
    if (vsix) await installVsix(root, host, path.resolve(vsix));
    server = await startServer({ root, host, driver, locale, env });
    browser = await launchBrowser();
    return { root, workspace, server, browser, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function findBrowser() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((dir) => names.map((name) => path.join(dir, name)));
  const mac = [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  const found = [process.env.CHROMIUM, ...onPath, ...mac].find((file) => file && existsSync(file));
  if (!found)
    throw new Error(
      'No Chromium found: run `node scripts/install-system.mjs`, or set CHROMIUM. 未找到 Chromium。',
    );
  return found;
}

export const launchBrowser = () =>
  chromium.launch({
    executablePath: findBrowser(),
    headless: true,
    // Chromium has no sandbox under root, as in most CI containers; it opens nothing but our own server.
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** `page.outside` lists every request that wanted to leave this machine; each is cut off. */
export async function newPage(run, { onConsole, width = 1280, height = 800, locale = 'en-US' } = {}) {
  const context = await run.browser.newContext({
    viewport: { width, height },
    locale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.outside = [];
  await context.route(
    (url) => !['127.0.0.1', 'localhost'].includes(url.hostname) && /^(http|ws)s?:$/.test(url.protocol),
    (route) => {
      page.outside.push(route.request().url());
      return route.abort();
    },
  );
  page.on('console', (message) => onConsole?.(message.type(), message.text()));
  page.on('pageerror', (error) => onConsole?.('pageerror', String(error)));
  return page;
}

/** Polls: the workbench and its extensions have no moment at which everything is ready. */
export async function until(what, probe, ms = 20_000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const value = await probe();
      if (value) return value;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > end) throw new Error(`timed out: ${what}${last ? `\n${last.stack ?? last}` : ''}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The server's log, less what it says at every start because its optional compiled parts are not there. */
export const serverLog = (run) =>
  run.server.log
    .join('')
    .split('\n')
    .filter(
      (line) =>
        !/spdlog|watchdog|File not found|requireStack|^\s+at |^\s*[\]}],?\s*$|^\s*(code|tries): /.test(line),
    )
    .join('\n');
