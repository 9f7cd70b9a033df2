import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from '../node/host';
import { startServer } from '../server';
import { type CommandLine, exit } from './main';
import { readOptions } from './options';

/** `legal-memo serve --stdio`: the language server for any editor. Ends with its connection. */
export async function serve(line: CommandLine): Promise<number> {
  readOptions(line.args, { stdio: { value: false }, clientProcessId: { value: true } });
  startServer(createConnection(ProposedFeatures.all, process.stdin, process.stdout), nodeHost());
  await new Promise<void>((resolve) => process.stdin.once('close', resolve));
  return exit.clean;
}
