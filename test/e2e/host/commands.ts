import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, findings, open, openCopy, until } from './memo';

interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly asOf: string;
  readonly memos: number;
  readonly cancelled: boolean;
}

describe('commands', () => {
  after(closeAll);

  it('checkMemo checks the memo in front', async () => {
    const { document } = await open('ride-hailing.zh.md');
    const summary = await vscode.commands.executeCommand<Summary>('legalMemo.checkMemo');
    assert.ok(summary.errors + summary.warnings + summary.others > 0, JSON.stringify(summary));
    assert.match(summary.asOf, /^\d{4}-\d\d-\d\d$/);
    await until('findings', () => findings(document.uri).length);
  });

  it('checkWorkspace marks memos that are not open', async () => {
    await closeAll();
    const summary = await vscode.commands.executeCommand<Summary>('legalMemo.checkWorkspace');
    assert.ok(summary.memos >= 2, JSON.stringify(summary));
    assert.equal(summary.cancelled, false);
    await until('findings in a closed memo', () => findings(fileUri('closed/second-hand.zh.md')).length);
    assert.equal(findings(fileUri('notes.md')).length, 0);
  });

  it('newMemo starts a memo with every required element', async () => {
    await closeAll();
    await vscode.commands.executeCommand('legalMemo.newMemo');
    const document = await until('a new memo', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.languageId === 'markdown' && active.getText().length > 0 ? active : undefined;
    });
    for (const element of [
      /资质资格|qualification/i,
      /损害预防|prevention/i,
      /因果关系|causation/i,
      /免责|exclusions|exemption/i,
    ]) {
      assert.match(document.getText(), element);
    }
  });

  it('insertStatute inserts an article at the cursor', async () => {
    const editor = await openCopy('ride-hailing.zh.md', 'insert-statute.zh.md');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    await vscode.commands.executeCommand('legalMemo.insertStatute', '电子商务法83');
    await until('the article', () => /第八十三条/.test(editor.document.getText()));
  });

  it('insertElement inserts the section of an element', async () => {
    const editor = await openCopy('ride-hailing.zh.md', 'insert-element.zh.md');
    await vscode.commands.executeCommand('legalMemo.insertElement', 'causation');
    await until('the section', () => /^#{1,6} .*因果关系/m.test(editor.document.getText()));
  });
});
