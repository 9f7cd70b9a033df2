import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, memoEditor, uriOf } from '../server';

interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly asOf: string;
}

/** Checks the memo in the active editor, also one that does not look like a memo, and opens the list of problems. */
export async function checkMemo(client: BaseLanguageClient): Promise<Summary | undefined> {
  const editor = memoEditor();
  if (!editor) return undefined;
  const summary = await ask<Summary>(client, 'checkMemo', uriOf(client, editor.document));
  const total = summary.errors + summary.warnings + summary.others;
  if (total > 0) {
    await vscode.commands.executeCommand('workbench.actions.view.problems');
    vscode.window.setStatusBarMessage(
      vscode.l10n.t(
        'Legal Memo: {0} error(s), {1} warning(s), {2} note(s), law as of {3}',
        summary.errors,
        summary.warnings,
        summary.others,
        summary.asOf,
      ),
      8000,
    );
  } else {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Legal Memo: nothing found, law as of {0}.', summary.asOf),
    );
  }
  return summary;
}
