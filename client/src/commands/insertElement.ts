import * as vscode from 'vscode';
import type { BaseLanguageClient, TextEdit } from 'vscode-languageclient';
import { ask, memoEditor, uriOf } from '../server';

interface ElementChoice {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

interface Section {
  readonly offset: number;
  readonly snippet: string;
  readonly edits: TextEdit[];
}

/**
 * Inserts the section of an element where it belongs in the memo.
 * @param id the element; without it the user chooses from a list
 */
export async function insertElement(client: BaseLanguageClient, id?: string): Promise<boolean> {
  const editor = memoEditor();
  if (!editor) return false;
  const uri = uriOf(client, editor.document);
  const chosen = id ?? (await choose(client, uri));
  if (!chosen) return false;
  const section = await ask<Section | null>(client, 'elementSection', uri, chosen);
  if (!section) return false;
  // One step to undo: the section and the new numbers of those after it.
  const edit = new vscode.WorkspaceEdit();
  edit.set(editor.document.uri, [
    vscode.SnippetTextEdit.insert(
      editor.document.positionAt(section.offset),
      new vscode.SnippetString(section.snippet),
    ),
    ...(await client.protocol2CodeConverter.asTextEdits(section.edits)),
  ]);
  return vscode.workspace.applyEdit(edit);
}

async function choose(client: BaseLanguageClient, uri: string): Promise<string | undefined> {
  const elements = await ask<ElementChoice[]>(client, 'elements', uri);
  const picked = await vscode.window.showQuickPick(
    elements.map((e) => ({ label: e.name, description: `${e.state} · ${e.id}`, id: e.id })),
    { placeHolder: vscode.l10n.t('Element to insert'), matchOnDescription: true },
  );
  return picked?.id;
}
