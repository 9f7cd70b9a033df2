import { join } from 'node:path';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';

/** `legal-memo serve --stdio`: the language server for any editor. Ends with its connection. */
export async function serve(line: CommandLine): Promise<number> {
  const { options } = readOptions(line.args, { stdio: { value: false }, clientProcessId: { value: true } });
  if (!options.stdio) throw new UsageError({ key: 'cli.serve-how' });
  // The program that editors start; it reads the same arguments.
  require(join(__dirname, 'server.js'));
  await new Promise<void>((resolve) => process.stdin.once('close', resolve));
  return exit.clean;
}
