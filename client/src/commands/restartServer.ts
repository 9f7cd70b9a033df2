import type { BaseLanguageClient } from 'vscode-languageclient';

/** Stops the language server and starts it again. */
export async function restartServer(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}
