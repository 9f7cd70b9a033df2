import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { State } from 'vscode-languageclient';
import { ask, uriOf } from '../server';

interface Decision {
  readonly memo: boolean;
  readonly reason: string;
  readonly words: string;
  readonly asOf?: string;
}

/** The language status item: whether the file is checked, why, as of which date; its command toggles it. */
export function registerStatus(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const item = vscode.languages.createLanguageStatusItem('legalMemo.status', { language: 'markdown' });
  item.name = 'Legal Memo';
  const toggle = 'legalMemo.toggleMemo';

  async function show(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document?.languageId !== 'markdown') return;
    if (client.state !== State.Running) {
      item.text = vscode.l10n.t('Legal Memo: starting');
      item.busy = client.state === State.Starting;
      return;
    }
    item.busy = false;
    const decision = await ask<Decision | null>(client, 'decision', uriOf(client, document)).catch(
      () => null,
    );
    if (!decision) return;
    item.text = decision.memo
      ? vscode.l10n.t('Legal memo, law as of {0}', decision.asOf ?? '?')
      : vscode.l10n.t('Not checked as a legal memo');
    item.detail = decision.words;
    item.command = {
      command: toggle,
      title: decision.memo ? vscode.l10n.t("Don't check") : vscode.l10n.t('Check'),
    };
  }

  context.subscriptions.push(
    item,
    vscode.commands.registerCommand(toggle, async () => {
      const document = vscode.window.activeTextEditor?.document;
      if (!document) return;
      await ask(client, 'toggle', uriOf(client, document));
      await show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidSaveTextDocument(show),
    client.onDidChangeState(show),
    // The server answers a pull after each check: then the decision may be another one.
    vscode.languages.onDidChangeDiagnostics((event) => {
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      if (event.uris.some((u) => u.toString() === uri)) void show();
    }),
  );
  void show();
}
