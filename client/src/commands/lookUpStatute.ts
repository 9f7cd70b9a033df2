import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { uriOf } from '../server';
import { pickProvision } from '../statutePick';

/** Opens a provision of the library beside the memo. */
export async function lookUpStatute(client: BaseLanguageClient, query?: string): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  const chosen = await pickProvision(client, document ? uriOf(client, document) : '', query);
  if (!chosen) return false;
  await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(chosen.uri), {
    preview: true,
    viewColumn: vscode.ViewColumn.Beside,
  });
  return true;
}
