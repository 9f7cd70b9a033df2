import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask } from '../server';

interface Summary {
  readonly memos: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly cancelled: boolean;
}

/** Checks every memo of the workspace; the server reports progress and can be cancelled there. */
export async function checkWorkspace(client: BaseLanguageClient): Promise<Summary> {
  const summary = await ask<Summary>(client, 'checkWorkspace');
  if (summary.errors + summary.warnings + summary.others > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
  }
  vscode.window.setStatusBarMessage(
    vscode.l10n.t(
      'Legal Memo: {0} memo(s): {1} error(s), {2} warning(s), {3} note(s)',
      summary.memos,
      summary.errors,
      summary.warnings,
      summary.others,
    ),
    8000,
  );
  return summary;
}
