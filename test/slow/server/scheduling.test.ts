import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import type { CompletionList, Hover } from 'vscode-languageserver-types';
import { memoText } from '../../unit/memo/memoText';
import { connect } from '../../unit/server/client';

const uri = 'file:///memo.md';
const text = memoText(1_000_000);
const serverCancelled = -32802;
const document = { textDocument: { uri } };

/** Position behind the n-th time that words stand in a text. */
function behind(source: string, words: string, times: number) {
  let at = -1;
  for (let i = 0; i < times; i++) at = source.indexOf(words, at + 1);
  const before = source.slice(0, at + words.length).split('\n');
  return { line: before.length - 1, character: before[before.length - 1]!.length };
}

const items = (report: DocumentDiagnosticReport) => (report.kind === 'full' ? report.items : []);

describe('a large memo that is being checked', () => {
  it('leaves room for hover, completion and edits; the newest version is what is answered', async () => {
    const client = await connect();
    const { connection } = client;
    const order: string[] = [];
    const times = new Map<string, number>();
    const began = performance.now();
    const note = <T>(name: string, answer: Promise<T>): Promise<T> =>
      answer.finally(() => {
        order.push(name);
        times.set(name, performance.now() - began);
      });
    client.open(uri, text);
    // What a client does: it gives up what an edit makes stale.
    const stale = note('stale', client.pull(uri)).then(
      () => 'answered',
      (error: { code: number; data?: unknown }) => error,
    );
    const hover = note(
      'hover',
      connection.sendRequest<Hover | null>('textDocument/hover', {
        ...document,
        position: behind(text, '第三十八条第二款', 400),
      }),
    );
    const nothing = note(
      'hover on nothing',
      connection.sendRequest<Hover | null>('textDocument/hover', {
        ...document,
        position: behind(text, '因果关系', 300),
      }),
    );
    assert.match(JSON.stringify((await hover)?.contents), /第三十八条/);
    assert.equal(await nothing, null);

    const place = behind(text, '应当核验其资质；', 500);
    let version = 1;
    const type = (words: string) => {
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: { ...place }, end: { ...place } }, text: words }],
      });
      place.character += words.length;
    };
    type('依照《电子商务法》第九十九条，');
    type('依照《');
    const completion = note(
      'completion',
      connection.sendRequest<CompletionList | null>('textDocument/completion', {
        ...document,
        position: { ...place },
      }),
    );
    const last = note('check', client.pull(uri));
    assert.ok(((await completion)?.items.length ?? 0) > 0);
    const report = await last;
    assert.equal(((await stale) as { code: number }).code, serverCancelled);
    assert.deepEqual(order, ['hover', 'hover on nothing', 'stale', 'completion', 'check']);
    // A whole check takes longer than all that was answered before it.
    assert.ok(times.get('hover')! < (performance.now() - began) / 2);

    // From scratch it is the same.
    const again = await connect();
    const lines = text.split('\n');
    const line = lines[place.line]!;
    const typed = '依照《电子商务法》第九十九条，依照《';
    const from = place.character - typed.length;
    lines[place.line] = line.slice(0, from) + typed + line.slice(from);
    again.open(uri, lines.join('\n'));
    assert.deepEqual(items(report), items(await again.pull(uri)));
    await again.stop();
    await client.stop();
  }).timeout(120_000);

  it('is checked once for a burst of edits, and nothing runs afterwards', async () => {
    const client = await connect();
    // Timers and turns of the event loop; what else is open belongs to the tests.
    const resources = () =>
      process.getActiveResourcesInfo().filter((name) => name === 'Timeout' || name === 'Immediate');
    client.open(uri, text);
    await client.pull(uri);
    const before = resources();
    const began = performance.now();
    const answers: Promise<unknown>[] = [];
    for (let version = 2; version < 40; version++) {
      void client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [
          {
            range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } },
            text: '字',
          },
        ],
      });
      answers.push(client.pull(uri).catch((error: { code: number }) => error.code));
    }
    const results = await Promise.all(answers);
    assert.ok(performance.now() - began < 5000);
    assert.ok(results.slice(0, -1).every((result) => result === serverCancelled));
    assert.equal(typeof results.at(-1), 'object');
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(resources(), before);
    await client.stop();
  }).timeout(120_000);
});
