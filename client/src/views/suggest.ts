import * as vscode from 'vscode';
import { type BaseLanguageClient, CompletionRequest } from 'vscode-languageclient';

/** More at once is pasted, not typed; an input method may hand over a few characters. */
const mostTyped = 8;

/**
 * Opens the suggestions behind a trigger character that is a letter. The editor takes letters for a word being typed, and
 * in Markdown it does not suggest while one types words; the server is asked first, so that nothing else ever pops up.
 */
export function registerSuggest(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const letters = () =>
    (client.initializeResult?.capabilities.completionProvider?.triggerCharacters ?? []).filter((c) =>
      /\p{L}/u.test(c),
    );
  context.subscriptions.push(
    vscode.workspace.onDidChangeTextDocument(async ({ document, contentChanges, reason }) => {
      const [change] = contentChanges;
      const editor = vscode.window.activeTextEditor;
      if (!change || contentChanges.length > 1 || reason !== undefined) return;
      if (editor?.document !== document || document.languageId !== 'markdown') return;
      if (change.text.length > mostTyped || !letters().some((c) => change.text.includes(c))) return;
      const { version } = document;
      // The server is told of the change first: its client hears of it after this.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const position = document.positionAt(change.rangeOffset + change.text.length);
      const params = client.code2ProtocolConverter.asTextDocumentPositionParams(document, position);
      const found = await client.sendRequest(CompletionRequest.type, params).catch(() => null);
      const items = Array.isArray(found) ? found : (found?.items ?? []);
      if (items.length === 0 || document.version !== version) return;
      if (vscode.window.activeTextEditor !== editor || !editor.selection.active.isEqual(position)) return;
      await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }),
  );
}
