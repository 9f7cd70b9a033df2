// The same edits of the same memo for several servers, interleaved edit by edit, so that all of them meet the same noise.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { percentile, start } from './client.mjs';
import { places } from './edits.mjs';
import { memo } from './memos.mjs';
import { installPeers, ours } from './servers.mjs';

// A folder with a package.json: some servers treat no other as a project.
const folder = mkdtempSync(join(tmpdir(), 'legal-memo-compare-'));
writeFileSync(join(folder, 'package.json'), '{}');
const uri = pathToFileURL(join(folder, 'memo.md')).href;
/** A server that takes longer for one edit is left out from then on. */
const patience = 10_000;

/** @returns for each size and server p50 and p95 in ms and the ratio of medians to ours */
export async function compare(root, { quick, say }) {
  const { servers, missing } = installPeers(root);
  for (const line of missing) say(`   ${line}`);
  const results = [];
  const sizes = [
    ['10 KB', 10, quick ? 40 : 150, quick ? 2000 : 8000],
    ['100 KB', 100, quick ? 30 : 100, quick ? 4000 : 10_000],
    ['1 MB', 1024, quick ? 6 : 20, quick ? 8000 : 25_000],
  ];
  for (const [name, kilobytes, most, limit] of sizes) {
    const text = memo(kilobytes * 1024, 7);
    const running = [];
    for (const server of [ours(root), ...servers]) {
      const one = await open(server, text).catch((error) => {
        say(`   ${server.name}, ${name}: no findings (${error.message})`);
      });
      if (one) running.push(one);
    }
    const next = places(text, 3);
    const lines = text.split('\n');
    const end = performance.now() + limit;
    for (let i = 0; i < most && performance.now() < end; i++) {
      const at = next();
      const typed = lines
        .map((line, n) =>
          n === at.line ? `${line.slice(0, at.character)}字${line.slice(at.character)}` : line,
        )
        .join('\n');
      for (const one of running) if (!one.gone) await type(one, at, text, typed);
    }
    const mine = running[0] && percentile(running[0].times, 50);
    for (const { server, times, gone } of running) {
      if (times.length === 0) continue;
      const p50 = percentile(times, 50);
      const row = {
        size: name,
        server: server.name,
        edits: times.length,
        p50,
        p95: percentile(times, 95),
        ratio: p50 / mine,
        ...(gone && { gone }),
      };
      results.push(row);
      say(
        `   ${name.padStart(6)} ${server.name.padEnd(16)} p50 ${p50.toFixed(1).padStart(7)} ms, p95 ${row.p95.toFixed(1).padStart(7)} ms, ${row.ratio.toFixed(2).padStart(6)} × ours (${times.length} edits${gone ? ', then no answer' : ''})`,
      );
    }
    await Promise.all(running.map(({ connection }) => connection.stop()));
  }
  rmSync(folder, { recursive: true, force: true });
  return { missing, results };
}

async function open(server, text) {
  const current = { text };
  const connection = await within(
    start(server.command, server.args, {
      pull: server.pull,
      options: server.options,
      settings: server.settings,
      cwd: server.cwd,
      requests: server.markdownIt ? clientOf(server, current) : {},
    }),
  );
  await within(connection.open(uri, text));
  return { server, connection, current, times: [], gone: false };
}

async function type(one, at, plain, typed) {
  const { server, connection, current } = one;
  try {
    current.text = typed;
    const began = performance.now();
    await within(connection.edit(uri, { start: at, end: at }, '字', server.full ? typed : undefined));
    one.times.push(performance.now() - began);
    current.text = plain;
    await within(
      connection.edit(
        uri,
        { start: at, end: { ...at, character: at.character + 1 } },
        '',
        server.full ? plain : undefined,
      ),
    );
  } catch {
    one.gone = true;
  }
}

/** What this server asks of its client: to parse the text with markdown-it, as VS Code does, and for files. */
function clientOf(server, current) {
  const markdownIt = createRequire(import.meta.url)(server.markdownIt)({ html: true });
  return {
    'markdown/parse': ({ text }) =>
      markdownIt.parse(text ?? current.text, {}).map(({ type, markup, content, map, children }) => ({
        type,
        markup,
        content,
        map,
        children:
          children?.map((child) => ({
            type: child.type,
            markup: child.markup,
            content: child.content,
            map: child.map,
            children: null,
          })) ?? null,
      })),
    'markdown/fs/stat': () => undefined,
    'markdown/fs/readFile': () => [],
    'markdown/fs/readDirectory': () => [],
    'markdown/fs/watcher/create': () => null,
    'markdown/fs/watcher/delete': () => null,
    'markdown/findMarkdownFilesInWorkspace': () => [uri],
  };
}

function within(promise) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
