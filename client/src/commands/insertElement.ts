import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, memoEditor, uriOf } from '../server';

interface ElementChoice {
  readonly id: string;
  readonly name: string;
  readonly status: string;
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
  const place = await ask<{ offset: number; snippet: string } | null>(client, 'elementSection', uri, chosen);
  if (!place) return false;
  return editor.insertSnippet(
    new vscode.SnippetString(place.snippet),
    editor.document.positionAt(place.offset),
  );
}

async function choose(client: BaseLanguageClient, uri: string): Promise<string | undefined> {
  const elements = await ask<ElementChoice[]>(client, 'elements', uri);
  const picked = await vscode.window.showQuickPick(
    elements.map((e) => ({ label: e.name, description: e.status, id: e.id })),
    { placeHolder: vscode.l10n.t('Element to insert'), matchOnDescription: true },
  );
  return picked?.id;
}
