import { type CommandLine, exit, UsageError } from './main';

/** The commands that have a page of help. */
const pages = ['check', 'analyze', 'statute', 'serve'];

/** `legal-memo help [COMMAND]`, also as `COMMAND --help`: the page of a command, else the overview. */
export function help(line: CommandLine, command: string | undefined): number {
  if (command === undefined) line.out(`${line.say({ key: 'cli.usage' })}\n`);
  else if (pages.includes(command)) line.out(`${line.say({ key: `cli.help.${command}` })}\n`);
  else throw new UsageError({ key: 'cli.unknown-command', args: { command } });
  return exit.clean;
}
