import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { uriOf } from '../server';
import { pickProvision } from '../statutePick';
import { openStatute } from '../views/openStatute';

/** Opens a provision of the library beside the memo. */
export async function lookUpStatute(client: BaseLanguageClient, query?: string): Promise<boolean> {
  const document = vscode.window.activeTextEditor?.document;
  const chosen = await pickProvision(client, document ? uriOf(client, document) : '', query);
  if (!chosen) return false;
  await openStatute(chosen.uri);
  return true;
}
