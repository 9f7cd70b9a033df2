import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, open, place, until, untilValue } from './memo';

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('hover', () => {
  after(closeAll);

  it('shows the law behind a citation', async () => {
    const { document } = await open('night-ride.zh.md');
    const at = place(document, '《电子商务法》第三十八条第二款', 9);
    const text = await untilValue(
      'hover',
      () => hoverText(document, at),
      (t) => /第三十八条第二款|Article 38\(2\)/.test(t),
    );
    assert.match(text, /关系消费者生命健康的商品或者服务/);
    assert.match(text, /相应的责任/);
    // Links to the law are commands: the editor drops those with a scheme of our own.
    const link = /\]\(command:legalMemo\.openStatute\?([^)]*)\)/.exec(text);
    assert.ok(link, text);
    assert.doesNotMatch(text, /\]\(statute:/);
    await vscode.commands.executeCommand(
      'legalMemo.openStatute',
      ...JSON.parse(decodeURIComponent(link[1]!)),
    );
    const editor = await until('the law', () => {
      const active = vscode.window.activeTextEditor;
      return active?.document.uri.scheme === 'statute' ? active : undefined;
    });
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /第三十八条$/);
  });

  it('is silent beside a citation', async () => {
    const { document } = await open('night-ride.zh.md');
    assert.equal(await hoverText(document, place(document, '无人接听', 1)), '');
  });
});
