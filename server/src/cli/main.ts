import { localeOf, say, type Words } from '../messages';
import { version } from '../version';
import { analyze } from './analyze';
import { check } from './check';
import { help } from './help';
import { serve } from './serve';
import { statute } from './statute';

/** A wrong call: its message goes to stderr, the exit code is 2. */
export class UsageError extends Error {
  constructor(readonly words: Words) {
    super(words.key);
  }
}

/** Exit codes of the public contract. */
export const exit = { clean: 0, findings: 1, usage: 2, failed: 3 } as const;

/** What a command gets: its arguments (without its own name) and how to speak. */
export interface CommandLine {
  readonly args: readonly string[];
  say(words: Words): string;
  readonly locale: 'zh-CN' | 'en';
  out(text: string): void;
  complain(words: Words): void;
}

const commands: Record<string, (line: CommandLine) => Promise<number>> = { check, analyze, statute, serve };

/** The command line `legal-memo`. @returns the exit code; never throws */
export async function main(argv: readonly string[]): Promise<number> {
  const { rest, locale, bad } = takeLocale(argv);
  const speak = (words: Words) => say(locale, words);
  const line: CommandLine = {
    args: rest.slice(1),
    locale,
    say: speak,
    out: (text) => process.stdout.write(text),
    complain: (words) => process.stderr.write(`legal-memo: ${speak(words)}\n`),
  };
  const [name] = rest;
  try {
    if (name === '--version' || name === '-V') {
      line.out(`${version}\n`);
      return exit.clean;
    }
    if (bad !== undefined) {
      throw new UsageError({
        key: 'cli.bad-option',
        args: { option: '--locale', value: bad, allowed: 'zh-CN, en' },
      });
    }
    if (name === undefined) {
      process.stderr.write(`${speak({ key: 'cli.usage' })}\n`);
      return exit.usage;
    }
    if (name === '--help' || name === '-h' || name === 'help') return help(line, rest[1]);
    if (rest.includes('--help') || rest.includes('-h')) return help(line, name);
    const command = commands[name];
    if (!command) throw new UsageError({ key: 'cli.unknown-command', args: { command: name } });
    return await command(line);
  } catch (error) {
    if (error instanceof UsageError) {
      line.complain(error.words);
      return exit.usage;
    }
    line.complain({
      key: 'cli.internal',
      args: {
        path: name ?? '',
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      },
    });
    return exit.failed;
  }
}

/** `--locale` works in front of and behind the command; else the environment decides. `bad` is a value that is none. */
function takeLocale(argv: readonly string[]): { rest: string[]; locale: 'zh-CN' | 'en'; bad?: string } {
  const rest: string[] = [];
  let chosen: string | undefined;
  for (let i = 0; i < argv.length; i++) {
    const arg = argv[i]!;
    if (arg === '--locale') chosen = argv[++i] ?? '';
    else if (arg.startsWith('--locale=')) chosen = arg.slice('--locale='.length);
    else rest.push(arg);
  }
  const { env } = process;
  const locale = localeOf(chosen || env.LC_ALL || env.LC_MESSAGES || env.LANG || env.LANGUAGE);
  return { rest, locale, ...(chosen !== undefined && !/^(?:zh|en)\b/i.test(chosen) && { bad: chosen }) };
}
