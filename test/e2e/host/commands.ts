import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { chinese, closeAll, fileUri, findings, open, openCopy, until } from './memo';

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
    const { document } = await open('night-ride.zh.md');
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
    const editor = await openCopy('night-ride.zh.md', 'insert-statute.zh.md');
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(end, end);
    assert.equal(await vscode.commands.executeCommand('legalMemo.insertStatute', '电子商务法83'), true);
    const inserted = editor.document.getText();
    assert.match(inserted, /《电子商务法》第八十三条/);
    assert.match(inserted, /^> 电子商务平台经营者违反本法第三十八条规定/m);
    // In the language of the memo, whatever that of the workbench.
    assert.doesNotMatch(inserted, /in force/);
  });

  it('insertElement inserts the section of an element', async () => {
    const editor = await openCopy('night-ride.zh.md', 'insert-element.zh.md');
    await vscode.commands.executeCommand('legalMemo.insertElement', 'causation');
    await until('the section', () => /^#{1,6} .*因果关系/m.test(editor.document.getText()));
    // Where it belongs: before the exclusions, which get the next number.
    const headings = editor.document.getText().match(/^## .*/gm);
    assert.equal(headings?.length, 4, headings?.join('\n'));
    assert.match(headings[2]!, /^## 三、.*因果关系/);
    assert.match(headings[3]!, /^## 四、免责/);
  });

  it('showAnalysis opens the coverage of the memo beside it', async () => {
    await open('night-ride.zh.md');
    const uri = await vscode.commands.executeCommand<vscode.Uri>('legalMemo.showAnalysis');
    assert.equal(uri.scheme, 'legal-memo-analysis');
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    assert.match(text, chinese ? /^# 要素覆盖表/ : /^# /);
    for (const row of chinese ? ['资质资格审核', '因果关系'] : ['Qualification', 'Causation']) {
      assert.match(text, new RegExp(`^\\| .*${row}.* \\|$`, 'm'));
    }
    assert.equal(findings(uri).length, 0, 'it is no memo itself');
    await until('its tab', () =>
      vscode.window.tabGroups.all.some((group) =>
        group.tabs.some((tab) => tab.label.includes('night-ride') && group.viewColumn !== 1),
      ),
    );
  });

  it('exportReport writes it to a file', async () => {
    await closeAll();
    await open('night-ride.zh.md');
    const target = fileUri('report.md');
    await vscode.commands.executeCommand('legalMemo.exportReport', target);
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
    assert.match(text, /第一百三十八条|138/);
    await vscode.workspace.fs.delete(target);
  });

  it('lookUpStatute opens an article of the library', async () => {
    assert.equal(await vscode.commands.executeCommand('legalMemo.lookUpStatute', '消法55'), true);
    const document = await until('the law', () => {
      const active = vscode.window.activeTextEditor?.document;
      return active?.uri.scheme === 'statute' ? active : undefined;
    });
    const line = vscode.window.activeTextEditor!.selection.active.line;
    assert.match(document.lineAt(line).text, /第五十五条$/);
    assert.match(document.lineAt(line + 2).text, /三倍/);
  });
});
