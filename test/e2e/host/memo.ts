// What the tests share: waiting, opening memos, asking the editor.
import * as vscode from 'vscode';

export const EXTENSION = 'legal-memo.legal-memo';
export const chinese = (process.env.LEGAL_MEMO_LOCALE ?? 'en').startsWith('zh');

/** Polls: providers and diagnostics have no event for "ready", and a request may be cancelled while others register. */
export async function until<T>(
  what: string,
  probe: () => T | Thenable<T>,
  ms = 20_000,
): Promise<NonNullable<T>> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (value) return value;
    if (Date.now() > end) throw new Error(`timed out: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** As `until`, on the value itself; a failure tells the last one. */
export async function untilValue<T>(
  what: string,
  ask: () => T | Thenable<T>,
  good: (value: T) => boolean,
): Promise<T> {
  let last: T | undefined;
  try {
    return (
      await until(what, async () => {
        last = await ask();
        return good(last) ? { value: last } : undefined;
      })
    ).value;
  } catch (error) {
    throw new Error(`${(error as Error).message}; last: ${JSON.stringify(last, null, 1)}`);
  }
}

export const folder = (): vscode.Uri => {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (!first) throw new Error('no workspace folder is open');
  return first.uri;
};
export const fileUri = (name: string): vscode.Uri => vscode.Uri.joinPath(folder(), name);

export async function open(name: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(name)));
}

/** Opens a copy, which the test may change: the tests share one workbench. */
export async function openCopy(name: string, as: string): Promise<vscode.TextEditor> {
  await vscode.workspace.fs.copy(fileUri(name), fileUri(as), { overwrite: true });
  return open(as);
}

export async function closeAll(): Promise<void> {
  for (const group of vscode.window.tabGroups.all) {
    for (const tab of group.tabs) {
      if (tab.isDirty) {
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    }
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export const findings = (uri: vscode.Uri): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(uri).filter((diagnostic) => diagnostic.source === 'legal-memo');

export const ruleOf = (diagnostic: vscode.Diagnostic): string => {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
};

export const describeAll = (list: readonly vscode.Diagnostic[]): string =>
  list.map((d) => `${d.range.start.line + 1}: ${ruleOf(d)}: ${d.message}`).join('\n');

/** The place of `text`, `by` characters into it. */
export function place(document: vscode.TextDocument, text: string, by = 0): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`not in ${document.fileName}: ${text}`);
  return document.positionAt(offset + by);
}

/** The element as both languages name it. */
export const CAUSATION = /因果关系|causation/i;

/** The finding that an element is missing as a whole (not one that parts of it are, nor one on its consequences). */
export const missing = (uri: vscode.Uri, name: RegExp): vscode.Diagnostic | undefined =>
  findings(uri).find((d) => ruleOf(d) === 'E01' && name.test(d.message));
