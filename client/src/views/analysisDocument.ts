import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, uriOf } from '../server';

/** Scheme of the read-only coverage documents; the memo's own address is the query. */
export const analysisScheme = 'legal-memo-analysis';

/** Address of a memo's coverage document. */
export function analysisUri(memo: vscode.Uri): vscode.Uri {
  const name = memo.path.slice(memo.path.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/i, '');
  return vscode.Uri.from({
    scheme: analysisScheme,
    path: `/${name} ${vscode.l10n.t('coverage')}.md`,
    query: memo.toString(),
  });
}

/** Provides the coverage documents; an open one follows its memo when that is saved. */
export function registerAnalysisDocument(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(analysisScheme, {
      onDidChange: changed.event,
      async provideTextDocumentContent(uri) {
        const memo = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri.query));
        return (await ask<string | null>(client, 'analysis', uriOf(client, memo))) ?? '';
      },
    }),
    vscode.workspace.onDidSaveTextDocument((document) => {
      const uri = analysisUri(document.uri);
      if (vscode.workspace.textDocuments.some((d) => d.uri.toString() === uri.toString())) changed.fire(uri);
    }),
  );
}
