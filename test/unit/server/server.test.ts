import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Hover } from 'vscode-languageserver-types';
import { connect } from './client';

const uri = 'file:///memo.md';
const wrong = '依照《电子商务法》第九十九条，平台应当承担责任。\n';
const right = '依照《电子商务法》第三十八条，平台应当承担责任。\n';
const codes = (list: readonly Diagnostic[]) => list.map((d) => d.code);

describe('language server', () => {
  it('answers pulled diagnostics with code, link and severity, and unchanged when nothing changed', async () => {
    const client = await connect();
    client.open(uri, wrong);
    const first = await client.pull(uri);
    assert.equal(first.kind, 'full');
    const items = first.kind === 'full' ? first.items : [];
    const error = items.find((d) => d.severity === 1);
    assert.equal(error?.code, 'C02');
    assert.equal(error?.source, 'legal-memo');
    assert.match(error?.codeDescription?.href ?? '', /zh-CN\/C02\.md$/);
    assert.match(String(error?.message), /89/);
    const second = await client.pull(uri, first.kind === 'full' ? first.resultId : undefined);
    assert.equal(second.kind, 'unchanged');
    await client.stop();
  });

  it('follows changes; an incremental change is applied at its place', async () => {
    const client = await connect();
    client.open(uri, right);
    const before = await client.pull(uri);
    assert.ok(before.kind === 'full' && !codes(before.items).includes('C02'));
    void client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [
        { range: { start: { line: 0, character: 10 }, end: { line: 0, character: 11 } }, text: '九' },
      ],
    });
    const after = await client.pull(uri);
    assert.ok(after.kind === 'full' && codes(after.items).includes('C02'), JSON.stringify(after));
    await client.stop();
  });

  it('watches the folders of law that the settings name, and follows the settings', async () => {
    let statuteFolders = ['/law/of-the-firm'];
    const log: string[] = [];
    const client = await connect(
      {
        textDocument: { diagnostic: {} },
        workspace: {
          configuration: true,
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
      (connection) => {
        connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
          items.map(() => ({ statuteFolders })),
        );
        connection.onRequest('client/registerCapability', (params: { registrations: unknown[] }) => {
          const text = JSON.stringify(params);
          const folder = /"baseUri":"([^"]+)"/.exec(text)?.[1];
          if (folder) log.push(`+ ${folder}`);
          return null;
        });
        connection.onRequest('client/unregisterCapability', () => {
          log.push('-');
          return null;
        });
      },
    );
    const changed = async (count: number) => {
      for (let i = 0; i < 200 && log.length < count; i++) await new Promise((done) => setTimeout(done, 5));
    };
    await changed(1);
    assert.deepEqual(log, ['+ file:///law/of-the-firm']);
    statuteFolders = ['/elsewhere'];
    void client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await changed(3);
    assert.deepEqual(log, ['+ file:///law/of-the-firm', '-', '+ file:///elsewhere']);
    await client.stop();
  });

  it('pushes to a client that does not pull, with the version', async () => {
    const client = await connect({});
    client.open(uri, wrong);
    client.change(uri, 2, right);
    client.change(uri, 3, wrong);
    for (let i = 0; i < 100 && client.pushed.get(uri)?.version !== 3; i++)
      await new Promise((r) => setTimeout(r, 10));
    const last = client.pushed.get(uri);
    assert.equal(last?.version, 3);
    assert.ok(codes(last?.diagnostics ?? []).includes('C02'));
    await client.stop();
  });

  it('hovers, completes, goes to the law and shows it as a document', async () => {
    const client = await connect();
    client.open(uri, right);
    const at = { textDocument: { uri }, position: { line: 0, character: 10 } };
    const hover = await client.connection.sendRequest<Hover>('textDocument/hover', at);
    assert.match(JSON.stringify(hover.contents), /相应的责任/);
    const definition = await client.connection.sendRequest<
      { uri: string; range: { start: { line: number } } }[]
    >('textDocument/definition', at);
    const target = definition[0];
    assert.match(decodeURIComponent(target?.uri ?? ''), /^statute:\/电子商务法@2019-01-01\.md$/);
    const content = await client.connection.sendRequest<{ text: string }>('workspace/textDocumentContent', {
      uri: target?.uri,
    });
    assert.match(content.text.split('\n')[target?.range.start.line ?? 0] ?? '', /第三十八条/);
    client.change(uri, 2, '依照《电子商');
    const list = await client.connection.sendRequest<{ items: { label: string }[] }>(
      'textDocument/completion',
      {
        textDocument: { uri },
        position: { line: 0, character: 6 },
      },
    );
    assert.equal(list.items[0]?.label, '电子商务法');
    await client.stop();
  });

  it('offers fixes as workspace edits that any client can apply', async () => {
    const client = await connect();
    client.open(uri, wrong);
    const actions = await client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } },
      context: { diagnostics: [] },
    });
    assert.ok(actions.length > 0);
    for (const action of actions) assert.ok(action.edit?.changes?.[uri], action.title);
    await client.stop();
  });

  it('never dies on a document', async () => {
    const client = await connect();
    const texts = [
      '',
      '\ud800\udc00\ud800',
      '\0\u0001',
      '---\n: [\n---\n',
      `第${'一'.repeat(5000)}条`,
      '《'.repeat(3000),
      `${'> '.repeat(300)}x`,
    ];
    for (const [i, text] of texts.entries()) {
      client.open(`file:///bad${i}.md`, text);
      const answer = await client.pull(`file:///bad${i}.md`);
      assert.equal(answer.kind, 'full');
    }
    await client.stop();
  });
});
