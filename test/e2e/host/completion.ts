import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, fileUri, open, untilValue } from './memo';

const label = (item: vscode.CompletionItem): string =>
  typeof item.label === 'string' ? item.label : item.label.label;

describe('completion', () => {
  after(closeAll);

  it('offers statutes after an opening title mark', async () => {
    // A memo without that title: the editor itself offers the words of the text.
    const uri = fileUri('completion.zh.md');
    const text = '---\nframework: security-guarantee\n---\n\n# 备忘录\n\n依据《';
    await vscode.workspace.fs.writeFile(uri, Buffer.from(text));
    const { document } = await open('completion.zh.md');
    const at = document.positionAt(text.length);
    const { items } = await untilValue(
      'statutes',
      () =>
        vscode.commands.executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          uri,
          at,
          '《',
        ),
      (list) => list.items.some((item) => label(item).includes('电子商务法')),
    );
    const item = items.find((i) => label(i).includes('电子商务法'))!;
    const { insertText } = item;
    assert.match(
      typeof insertText === 'object' ? insertText.value : (insertText ?? label(item)),
      /电子商务法/,
    );
  });
});
