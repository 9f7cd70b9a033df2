import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { CAUSATION, closeAll, missing, openCopy, until, untilValue } from './memo';

const fixesFor = (uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    'quickfix',
    50,
  );

describe('quick fixes', () => {
  after(closeAll);

  it('insert the section of a missing element', async () => {
    const { document } = await openCopy('night-ride.zh.md', 'fix-element.zh.md');
    const { uri } = document;
    const diagnostic = await until('causation is missing', () => missing(uri, CAUSATION));
    const actions = await untilValue(
      'a fix',
      () => fixesFor(uri, diagnostic.range),
      (list) => list.some((action) => action.edit && CAUSATION.test(action.title)),
    );
    const action = actions.find((a) => a.edit && CAUSATION.test(a.title))!;
    assert.ok(await vscode.workspace.applyEdit(action.edit!));
    assert.match(document.getText(), /^#{1,6} .*因果关系/m);
    await until('the diagnostic goes away', () => !missing(uri, CAUSATION));
  });

  it('leave the memo as it was when undone', async () => {
    const editor = await openCopy('night-ride.zh.md', 'fix-undo.zh.md');
    const { uri } = editor.document;
    const text = editor.document.getText();
    const diagnostic = await until('causation is missing', () => missing(uri, CAUSATION));
    const [action] = await untilValue(
      'a fix',
      () => fixesFor(uri, diagnostic.range),
      (list) => list.some((a) => a.edit),
    );
    assert.ok(await vscode.workspace.applyEdit(action!.edit!));
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('undo');
    await until('the text is back', () => editor.document.getText() === text);
  });
});
