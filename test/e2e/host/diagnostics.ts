import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  CAUSATION,
  chinese,
  closeAll,
  describeAll,
  fileUri,
  findings,
  missing,
  open,
  openCopy,
  place,
  ruleOf,
  until,
} from './memo';

describe('diagnostics', () => {
  after(closeAll);

  it('mark the planted defects of the sample memo', async () => {
    const { document } = await open('slimming-tea.zh.md');
    await until('findings', () => findings(document.uri).length >= 3);
    const list = findings(document.uri);
    const on = (pattern: RegExp): vscode.Diagnostic[] =>
      list.filter((d) => pattern.test(document.getText(d.range)));
    assert.ok(missing(document.uri, CAUSATION), `causation is missing\n${describeAll(list)}`);
    assert.ok(on(/网络交易管理办法/).length, `the repealed measures are marked\n${describeAll(list)}`);
    assert.ok(
      list.some((d) => ruleOf(d) === 'C19'),
      `the misquoted article is marked\n${describeAll(list)}`,
    );
  });

  it('carry the rule as a code with a link', async () => {
    const { document } = await open('slimming-tea.zh.md');
    await until('findings', () => findings(document.uri).length);
    for (const { code, message } of findings(document.uri)) {
      assert.ok(typeof code === 'object' && code, message);
      assert.match(String(code.value), /^[A-Z]\d\d$/);
      // The page of the rule comes with the extension, in the reader's language.
      const page = `/docs/rules/${chinese ? 'zh-CN' : 'en'}/${code.value}.md`;
      assert.ok(code.target.path.endsWith(page), code.target.toString());
      const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target));
      assert.ok(text.includes(String(code.value)), text.slice(0, 200));
    }
  });

  it('are in the language of the workbench', async () => {
    const { document } = await open('night-ride.zh.md');
    const found = await until('causation is missing', () => missing(document.uri, CAUSATION));
    assert.equal(/^\p{Script=Han}/u.test(found.message), chinese, found.message);
  });

  it('follow the typing', async () => {
    const editor = await openCopy('night-ride.zh.md', 'typing.zh.md');
    const { document } = editor;
    const atArticle = (): vscode.Diagnostic | undefined =>
      findings(document.uri).find((d) => document.getText(d.range).includes('九百九十九'));
    await until('findings', () => findings(document.uri).length);
    assert.equal(atArticle(), undefined);
    await editor.edit((edit) =>
      edit.insert(place(document, '## 三'), '另见《电子商务法》第九百九十九条。\n\n'),
    );
    await until('the article that does not exist is marked', atArticle);
    await editor.edit((edit) => {
      const start = place(document, '九百九十九');
      edit.replace(new vscode.Range(start, start.translate(0, 5)), '三十八');
    });
    await until(
      'the corrected article is not',
      () => !findings(document.uri).some((d) => document.getText(d.range).includes('另见')) && !atArticle(),
    );
  });

  it('leave other Markdown alone', async () => {
    const { document } = await open('notes.md');
    const memo = await open('night-ride.zh.md');
    await until('findings in the memo', () => findings(memo.document.uri).length);
    assert.equal(describeAll(findings(document.uri)), '');
  });

  it('survive a file that is no text at all', async () => {
    const uri = fileUri('binary.md');
    await vscode.workspace.fs.writeFile(
      uri,
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 31) % 251),
    );
    await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
    const { document } = await open('slimming-tea.zh.md');
    await until('findings', () => findings(document.uri).length);
    await vscode.workspace.fs.delete(uri);
  });
});
