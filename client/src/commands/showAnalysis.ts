import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { memoEditor } from '../server';
import { analysisUri } from '../views/analysisDocument';

/** Opens the coverage matrix of the active memo beside it, as a preview. */
export async function showAnalysis(_client: BaseLanguageClient): Promise<vscode.Uri | undefined> {
  const editor = memoEditor();
  if (!editor) return undefined;
  const uri = analysisUri(editor.document.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri).then(undefined, () =>
    // Where the built-in preview is not there, the text itself is readable.
    vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }),
  );
  return document.uri;
}
