import * as vscode from 'vscode';

/** Command behind the links of a hover; not in the palette. */
export const openStatuteCommand = 'legalMemo.openStatute';

/** Registers it: opens a law of the library beside the memo, and nothing but that. */
export function registerOpenStatute(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand(openStatuteCommand, async (address: unknown) => {
      if (typeof address === 'string' && address.startsWith('statute:')) await openStatute(address);
    }),
  );
}

/**
 * Opens a law beside the memo, at the article that the fragment names.
 * @param address `statute:` uri
 */
export async function openStatute(address: string): Promise<void> {
  const uri = vscode.Uri.parse(address);
  const document = await vscode.workspace.openTextDocument(uri.with({ fragment: '' }));
  const heading = new RegExp(`^#+ ${uri.fragment.replace(/[^\p{L}\p{N}]/gu, '')}$`, 'mu');
  const at = uri.fragment ? document.getText().search(heading) : -1;
  const place = document.positionAt(Math.max(0, at));
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.Beside,
    preview: true,
    selection: new vscode.Range(place, place),
  });
}
