import { join } from 'node:path';
import type * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from './clientOptions';
import { registerCommands } from './commands/register';
import { registerAnalysisDocument } from './views/analysisDocument';
import { registerOpenStatute } from './views/openStatute';
import { registerStatus } from './views/status';
import { registerSuggest } from './views/suggest';

let client: LanguageClient | undefined;

/** Firms that look into encrypted traffic name their certificates here; reading them delays a server that never goes online. */
const env = { NODE_EXTRA_CA_CERTS: undefined };

/** Starts the language server in a process of its own; nothing waits for it. */
export function activate(context: vscode.ExtensionContext): void {
  const module = context.asAbsolutePath(join('server', 'dist', 'server.js'));
  const options: LanguageClientOptions = clientOptions(context);
  client = new LanguageClient(
    'legalMemo',
    'Legal Memo',
    {
      run: { module, transport: TransportKind.ipc, options: { env } },
      debug: {
        module,
        transport: TransportKind.ipc,
        options: { env, execArgv: ['--nolazy', '--inspect=6009'] },
      },
    },
    options,
  );
  registerCommands(context, client);
  registerStatus(context, client);
  registerAnalysisDocument(context, client);
  registerOpenStatute(context);
  registerSuggest(context, client);
  void client.start();
}

export function deactivate(): Thenable<void> | undefined {
  return client?.stop();
}
