// Drives the workbench as a person would, with the packaged extension installed; leaves pictures in screenshots/.
// usage: run-ui.mjs --vsix FILE [--locale zh-cn] [--result FILE] [--verbose]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { E2E, newPage, ROOT, remote, serverLog, startRun, until, workbenchUrl } from './harness.mjs';
import { reporter } from './report.mjs';

const { values: options } = parseArgs({
  options: {
    vsix: { type: 'string', default: path.join(ROOT, 'legal-memo.vsix') },
    locale: { type: 'string', default: 'zh-cn' },
    result: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});
const chinese = options.locale.startsWith('zh');
const report = reporter(`ui ${options.locale}`, options.result);
const pictures = path.join(E2E, 'screenshots');
await mkdir(pictures, { recursive: true });

const MEMO = 'slimming-tea.zh.md';
const SQUIGGLE = '.squiggly-error, .squiggly-warning, .squiggly-info';
const ELEMENT = /因果关系|causation/i;

const run = await startRun({ vsix: options.vsix, locale: options.locale, settings: theme('Light') }).catch(
  async (error) => {
    report.row('the run starts', 'failed', { error: error.stack ?? error });
    await report.end();
    process.exit();
  },
);
const pages = [];
const page = await openPage();
const failures = [];
/** A failed test leaves a picture of what was on the screen; the next starts without its menus. */
const test = async (title, body) => {
  if (!(await report.test(title, body))) {
    failures.push(title);
    await picture(`failed-${failures.length}`).catch(() => {});
  }
  for (let i = 0; i < 2; i++) await page.keyboard.press('Escape').catch(() => {});
};

try {
  const title = await titles();
  await test('opens the sample memo and underlines what is wrong', async () => {
    await openMemo({ page });
    await picture('memo-light');
  });

  await test('shows the law when a citation is hovered, and opens it', async () => {
    // A citation in the text as it stands, in the part of the memo that the window shows first.
    const text = await until('hover', async () => {
      await page.mouse.move(640, 120);
      const at = await wordPlace(/《电子商务法》|《食品安全法》|《消费者权益保护法》|《民法典》/, 2);
      await page.mouse.move(at.x, at.y);
      await page.mouse.move(at.x + 1, at.y);
      const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents');
      await hover
        .filter({ hasText: /第.+条/ })
        .first()
        .waitFor({ timeout: 3_000 });
      return (await hover.allInnerTexts()).join('\n');
    });
    if (text.replace(/\s/g, '').length < 40) throw new Error(`no law in the hover: ${text}`);
    await picture('hover-light');
    // Its link, in the same test: between two tests Escape closes the hover.
    const link = page.locator('.monaco-hover:not(.hidden) .hover-contents a').filter({ hasText: /第.+条/ });
    await link.first().click();
    const tab = page.locator('.tab', { hasText: '@' });
    await tab.first().waitFor();
    await page
      .locator('.editor-group-container.active .view-line', { hasText: /第.+条/ })
      .first()
      .waitFor();
    await picture('law-light');
    await tab.first().click({ button: 'middle' });
    await tab.first().waitFor({ state: 'detached' });
  });

  await test('lists the findings in the Problems view', async () => {
    await command(chinese ? /问题|Problems/ : /Problems: Focus on Problems View/, 'Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: ELEMENT }).first().waitFor();
    const text = (await rows.allInnerTexts()).join('\n');
    if (!/legal-memo/.test(text)) throw new Error(`no source in the Problems view:\n${text}`);
    await picture('problems-light');
  });

  // In windows of their own, before this one changes the memo: unsaved changes show in all.
  await test('opens in the dark theme and in a narrow window', async () => {
    const file = path.join(run.root, 'user/User/settings.json');
    const settings = JSON.parse(await readFile(file, 'utf8'));
    await writeFile(file, JSON.stringify({ ...settings, ...theme('Dark') }));
    const dark = await openMemo({});
    await dark.locator('.monaco-workbench.vs-dark').waitFor();
    await picture('memo-dark', dark);
    const narrow = await openMemo({ width: 520 });
    await picture('narrow-dark', narrow);
    await writeFile(file, JSON.stringify(settings));
    for (const window of [dark, narrow]) await window.context().close();
  });

  await test('inserts a missing element by quick fix, and the finding goes away', async () => {
    const row = page.locator('.markers-panel .monaco-list-row').filter({ hasText: ELEMENT }).first();
    const messages = () =>
      page.locator('.markers-panel .monaco-list-row .marker-message-line').allTextContents();
    const message = await row.locator('.marker-message-line').textContent();
    await row.dblclick();
    const item = page.locator('.action-widget .monaco-list-row').filter({ hasText: ELEMENT }).first();
    await until('the fix is offered', async () => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+.');
      await item.waitFor({ timeout: 3_000 });
      return true;
    });
    await picture('quick-fix-light');
    await item.click();
    await until('the finding goes away', async () => !(await messages()).includes(message));
    await picture('fixed-light');
  });

  await test('offers its commands in the palette, in the language of the workbench', async () => {
    for (const name of ['checkMemo', 'checkWorkspace', 'newMemo', 'insertStatute', 'insertElement']) {
      await palette(title(name));
      await page
        .locator('.quick-input-list .monaco-list-row', { hasText: title(name) })
        .first()
        .waitFor();
      if (name === 'checkMemo') await picture('palette-light');
      await page.keyboard.press('Escape');
    }
  });

  await test('checks the memo from the palette', async () => {
    // It says in the status bar what it found; the mistakes themselves may stand outside of the window.
    await command(title('checkMemo'));
    await page
      .locator('.statusbar-item', { hasText: /2026-\d\d-\d\d/ })
      .first()
      .waitFor();
    await page.locator('.markers-panel .monaco-list-row').filter({ hasText: 'legal-memo' }).first().waitFor();
  });

  await test('lets one pick a statute and an article', async () => {
    await command(title('insertStatute'));
    await page.locator('.quick-input-list .monaco-list-row', { hasText: '电子商务法' }).first().waitFor();
    await picture('insert-statute-light');
  });

  await test('has its item in the status bar', async () => {
    await page.locator('[id="status.languageStatus"]').hover();
    await page
      .locator('.monaco-hover:not(.hidden)')
      .filter({ hasText: /法律备忘录|legal memo/i })
      .first()
      .waitFor();
    await picture('status-light');
  });

  // What the editor keeps to itself: names without the letters of the query, suggestions behind a letter.
  await test('finds an article by alias and number among the symbols', async () => {
    for (const query of ['消法55', 'ECL 38']) {
      await until(`symbols for ${query}`, async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('Control+t');
        await page.locator('.quick-input-widget input[type=text]').fill(`#${query}`);
        await page
          .locator('.quick-input-list .monaco-list-row', { hasText: /第(五十五|三十八)条/ })
          .first()
          .waitFor({ timeout: 5_000 });
        return true;
      });
    }
    await picture('symbols-light');
    await page.keyboard.press('Escape');
  });

  await test('offers articles when 第 is typed behind a law', async () => {
    const at = await wordPlace(/《电子商务法》|《食品安全法》|《消费者权益保护法》|《民法典》/, 2);
    await page.mouse.click(at.x, at.y);
    await page.keyboard.press('End');
    await page.keyboard.type('依据民法典');
    await page.keyboard.type('第');
    await page.locator('.suggest-widget.visible .monaco-list-row', { hasText: '第一条' }).first().waitFor();
    await picture('articles-light');
    await page.keyboard.press('Escape');
    for (let i = 0; i < 6; i++) await page.keyboard.press('Backspace');
  });

  await test('fetches nothing from outside', () => {
    const outside = pages.flatMap((p) => p.outside);
    if (outside.length) throw new Error(outside.join('\n'));
  });
} catch (error) {
  report.row('the run ends', 'failed', { error: `${error.stack ?? error}\n${serverLog(run)}` });
} finally {
  await run.stop();
}
await report.end();
process.exit();

function theme(kind) {
  return { 'workbench.colorTheme': `Default ${kind} Modern`, 'window.autoDetectColorScheme': false };
}

async function openPage(size) {
  const opened = await newPage(run, {
    ...size,
    locale: chinese ? 'zh-CN' : 'en-US',
    onConsole: options.verbose ? (type, text) => console.error(`[page ${type}] ${text}`) : undefined,
  });
  opened.setDefaultTimeout(20_000);
  pages.push(opened);
  return opened;
}

/** Opens the memo and waits until it is checked. */
async function openMemo({ page: given, ...size }) {
  const on = given ?? (await openPage(size));
  const memo = path.join(run.workspace, MEMO);
  // At the first citation that is wrong: the findings must be in the part that the window shows.
  const lines = (await readFile(memo, 'utf8')).split('\n');
  const line = 1 + lines.findIndex((text) => text.includes('网络交易管理办法'));
  const payload = [
    ['openFile', `${remote(run.server, memo)}:${line}:1`],
    ['gotoLineMode', 'true'],
  ];
  await on.goto(workbenchUrl(run.server, run.workspace, payload));
  await on.locator('.monaco-editor .view-line').first().waitFor({ timeout: 40_000 });
  await on.locator(SQUIGGLE).first().waitFor({ timeout: 40_000 });
  return on;
}

function picture(name, of = page) {
  return of.screenshot({ path: path.join(pictures, `${options.locale}-${name}.png`) });
}

/** The titles as the palette shows them. */
async function titles() {
  const json = async (name) => JSON.parse(await readFile(path.join(ROOT, name), 'utf8').catch(() => '{}'));
  const manifest = await json('package.json');
  const words = {
    ...(await json('package.nls.json')),
    ...(chinese ? await json('package.nls.zh-cn.json') : {}),
  };
  const text = (value) => {
    const word = words[/^%(.+)%$/.exec(value)?.[1]] ?? value;
    return typeof word === 'object' ? word.message : word;
  };
  return (name) => {
    const found = manifest.contributes?.commands?.find((c) => c.command === `legalMemo.${name}`);
    if (!found) throw new Error(`package.json has no command legalMemo.${name}`);
    return text(found.title);
  };
}

async function palette(text) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill(`>${text}`);
}

/** Runs a command by its title; `row` tells the row to wait for when it differs. */
async function command(row, text = row) {
  await palette(text);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: row }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** Where a text stands on the screen, `by` characters into it. */
function wordPlace(pattern, by) {
  return page.evaluate(
    ({ source, by }) => {
      const pattern = new RegExp(source);
      for (const line of document.querySelectorAll('.monaco-editor .view-line')) {
        // A line is many spans: find the text in all, then the text node that holds the character.
        const index = line.textContent.replaceAll('\u00a0', ' ').search(pattern);
        if (index < 0) continue;
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let left = index + by;
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (left < node.data.length) {
            const range = document.createRange();
            range.setStart(node, left);
            range.setEnd(node, left + 1);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          left -= node.data.length;
        }
      }
      throw new Error(`not on the screen: ${source}`);
    },
    { source: pattern.source, by },
  );
}
