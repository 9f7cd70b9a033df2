import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, findings, open, openCopy, place, until, untilValue } from './memo';

const where = (found: vscode.Location | vscode.LocationLink): vscode.Location =>
  'targetUri' in found
    ? new vscode.Location(found.targetUri, found.targetSelectionRange ?? found.targetRange)
    : found;

describe('navigation', () => {
  after(closeAll);

  it('goes from a citation to the words of the law', async () => {
    const { document } = await open('night-ride.zh.md');
    const at = place(document, '《电子商务法》第三十八条第二款', 9);
    const found = await untilValue(
      'a definition',
      () =>
        vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
          'vscode.executeDefinitionProvider',
          document.uri,
          at,
        ),
      (list) => list.length > 0,
    );
    const { uri, range } = where(found[0]!);
    assert.equal(uri.scheme, 'statute');
    const law = await vscode.workspace.openTextDocument(uri);
    assert.match(law.getText(), /^# 中华人民共和国电子商务法/);
    assert.match(law.lineAt(range.start.line).text, /^对关系消费者生命健康的商品或者服务/);
  });

  it('shows a law without findings', async () => {
    const [uri] = vscode.workspace.textDocuments.map((d) => d.uri).filter((u) => u.scheme === 'statute');
    assert.ok(uri, 'a law is open');
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    // A memo that opens after it and is checked shows that the law had its turn.
    const memo = await openCopy('night-ride.zh.md', 'after-law.zh.md');
    await until('findings in the memo', () => findings(memo.document.uri).length);
    assert.deepEqual(findings(uri), []);
  });

  it('finds where an article is cited, also in memos that are not open', async () => {
    await closeAll();
    const { document } = await open('night-ride.zh.md');
    const at = place(document, '《电子商务法》第三十八条第二款', 9);
    const found = await untilValue(
      'references',
      () =>
        vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          at,
        ),
      (list) => list.length > 1,
    );
    const files = new Set(found.map((location) => location.uri.path.split('/').at(-1)));
    assert.ok(files.has('night-ride.zh.md') && files.has('slimming-tea.zh.md'), [...files].join(' '));
    for (const { uri, range } of found) {
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      // Elsewhere it may stand as 该条第二款.
      if (uri.path === document.uri.path) assert.match(text, /第三十八条/, text);
      assert.match(text, /三十八|38|[条款]/, `${uri.path}: ${text}`);
    }
  });

  it('renames an abbreviation that the memo defines', async () => {
    const text = [
      '---',
      'framework: security-guarantee',
      '---',
      '',
      '# 备忘录',
      '',
      '《中华人民共和国电子商务法》（以下简称“电商法”）第三十八条规定了平台的责任。',
      '',
      '依据电商法第三十八条第二款，平台应当尽到安全保障义务；电商法第二十七条另有规定。',
      '',
    ].join('\n');
    const uri = fileUri('rename.zh.md');
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const { document } = await open('rename.zh.md');
    const edit = await until('a rename', async () =>
      vscode.commands
        .executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          uri,
          place(document, '依据电商法', 3),
          '《电子商务法》',
        )
        .then(undefined, () => undefined),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), text.replaceAll('电商法', '电子商务法'));
  });
});
