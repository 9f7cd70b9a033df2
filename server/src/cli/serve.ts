import { nodeHost } from '../node/host';
import { connectionOf } from '../node/serverTransport';
import { startServer } from '../server';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';

/** `legal-memo serve --stdio`: the language server for any editor. Ends with its connection. */
export async function serve(line: CommandLine): Promise<number> {
  const { options } = readOptions(line.args, { stdio: { value: false }, clientProcessId: { value: true } });
  if (!options.stdio) throw new UsageError({ key: 'cli.serve-how' });
  startServer(connectionOf(['--stdio']), nodeHost());
  await new Promise<void>((resolve) => process.stdin.once('close', resolve));
  return exit.clean;
}
