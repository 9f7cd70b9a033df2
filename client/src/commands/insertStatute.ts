import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { memoEditor, uriOf } from '../server';
import { pickProvision } from '../statutePick';

/**
 * Inserts a provision at the cursor: its citation and the law's words as a block quote, with the version.
 * @param query law and article (`消法55`); without it the user chooses
 */
export async function insertStatute(client: BaseLanguageClient, query?: string): Promise<boolean> {
  const editor = memoEditor();
  if (!editor) return false;
  const chosen = await pickProvision(client, uriOf(client, editor.document), query);
  if (!chosen) return false;
  return editor.insertSnippet(new vscode.SnippetString().appendText(chosen.text), editor.selection.active);
}
