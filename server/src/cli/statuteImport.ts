import { type CommandLine, UsageError } from './main';

export async function importStatutes(_line: CommandLine): Promise<number> {
  throw new UsageError({ key: 'cli.unknown-command', args: { command: 'statute import' } });
}
