import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from '../server';

/** Opens a new memo with front matter and the framework's skeleton. */
export async function newMemo(client: BaseLanguageClient): Promise<vscode.Uri> {
  const template = await ask<string>(client, 'template');
  const document = await vscode.workspace.openTextDocument({ language: 'markdown' });
  const editor = await vscode.window.showTextDocument(document);
  await editor.insertSnippet(new vscode.SnippetString(template));
  return document.uri;
}
