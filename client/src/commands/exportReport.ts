import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, memoEditor, uriOf } from '../server';

/**
 * Saves the coverage report of the active memo as Markdown.
 * @param target where to; without it the user chooses
 */
export async function exportReport(
  client: BaseLanguageClient,
  target?: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const editor = memoEditor();
  if (!editor) return undefined;
  const report = await ask<string | null>(client, 'analysis', uriOf(client, editor.document));
  if (!report) return undefined;
  const uri =
    target ??
    (await vscode.window.showSaveDialog({
      defaultUri: editor.document.uri.with({
        path: editor.document.uri.path.replace(/(\.\w+)?$/, '-report.md'),
      }),
      filters: { Markdown: ['md'] },
    }));
  if (!uri) return undefined;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(report));
  return uri;
}
