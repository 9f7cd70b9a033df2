import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkMemo } from './checkMemo';
import { checkWorkspace } from './checkWorkspace';
import { exportReport } from './exportReport';
import { insertElement } from './insertElement';
import { insertStatute } from './insertStatute';
import { lookUpStatute } from './lookUpStatute';
import { newMemo } from './newMemo';
import { restartServer } from './restartServer';
import { showAnalysis } from './showAnalysis';

/** A palette command: gets the client, the rest as the caller gave it; answers something that a test can look at. */
export type Command = (client: BaseLanguageClient, ...args: never[]) => unknown;

const commands: Record<string, Command> = {
  checkMemo,
  checkWorkspace,
  exportReport,
  insertElement,
  insertStatute,
  lookUpStatute,
  newMemo,
  restartServer,
  showAnalysis,
};

/** Registers every palette command under `legalMemo.<name>`. */
export function registerCommands(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  for (const [name, command] of Object.entries(commands)) {
    context.subscriptions.push(
      vscode.commands.registerCommand(`legalMemo.${name}`, (...args: never[]) => command(client, ...args)),
    );
  }
}
