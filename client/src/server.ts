import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';

/** Asks the language server to execute one of its commands; waits until it runs. */
export async function ask<T>(client: BaseLanguageClient, command: string, ...args: unknown[]): Promise<T> {
  if (client.state !== State.Running) await client.start();
  return client.sendRequest<T>('workspace/executeCommand', {
    command: `legalMemo.server.${command}`,
    arguments: args,
  });
}

/** The Markdown editor that commands act on; says so when there is none. */
export function memoEditor(): vscode.TextEditor | undefined {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId === 'markdown') return editor;
  void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown memo first.'));
  return undefined;
}

/** The uri as the server knows it. */
export function uriOf(client: BaseLanguageClient, document: vscode.TextDocument): string {
  return client.code2ProtocolConverter.asUri(document.uri);
}
