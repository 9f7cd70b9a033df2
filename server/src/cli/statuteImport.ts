import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { importStatute } from '../statutes/import/importStatute';
import type { ImportInput } from '../statutes/import/readInput';
import { importLimit } from '../statutes/import/result';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';

/**
 * `legal-memo statute import FILE…`: turns laws from elsewhere into statute files under `.legal-memo/statutes/` (or
 * `--out DIR`). Prints what it recognised; a file with an error is not written, not even in part. With `--join` the files are the
 * parts of one law.
 */
export async function importStatutes(line: CommandLine): Promise<number> {
  const { options, operands } = readOptions(line.args, {
    out: { value: true },
    'allow-gaps': { value: false },
    effective: { value: true, date: true },
    short: { value: true },
    force: { value: false },
    'dry-run': { value: false },
    join: { value: false },
  });
  if (operands.length === 0) throw new UsageError({ key: 'cli.no-import' });
  const folder = options.out ?? join('.legal-memo', 'statutes');
  let code: number = exit.clean;
  for (const paths of options.join ? [operands] : operands.map((p) => [p])) {
    code = Math.max(code, one(paths));
  }
  return code;

  function one(paths: readonly string[]): number {
    const path = paths.join(' + ');
    const inputs: ImportInput[] = [];
    for (const part of paths) {
      try {
        // A file over the limit is refused by its size, without being read.
        const { size } = statSync(part);
        if (size > importLimit) {
          const args = { size: Math.ceil(size / 2 ** 20), limit: importLimit / 2 ** 20 };
          line.out(`${part}\n  ${line.say({ key: 'statute-import.too-large', args })}\n`);
          return refuse(part);
        }
        inputs.push({ name: basename(part), bytes: readFileSync(part) });
      } catch (error) {
        const reason = (error as NodeJS.ErrnoException).code ?? String(error);
        line.complain({ key: 'cli.unreadable', args: { path: part, error: reason } });
        return exit.failed;
      }
    }
    const result = importStatute(inputs, {
      allowGaps: options['allow-gaps'] !== undefined,
      ...(options.effective !== undefined && { effective: options.effective }),
      ...(options.short !== undefined && { short: options.short }),
    });
    const { title = '?', divisions, articles, paragraphs, items } = result.recognised;
    line.out(`${path}\n`);
    line.out(
      `  ${line.say({ key: 'statute-import.recognised', args: { title, divisions, articles, paragraphs, items } })}\n`,
    );
    for (const problem of result.problems) {
      const word = line.say({ key: `cli.severity.${problem.severity}` });
      const words = line.say({ key: `statute-import.${problem.code}`, args: problem.args });
      line.out(`  ${problem.line > 0 ? `${problem.line}: ` : ''}${word}  ${words}\n`);
    }
    if (result.text === undefined || result.fileName === undefined) return refuse(path);
    if (options['dry-run']) return exit.clean;
    const target = join(folder, result.fileName);
    if (existsSync(target) && !options.force) {
      line.complain({ key: 'cli.exists', args: { path: target } });
      return exit.failed;
    }
    mkdirSync(folder, { recursive: true });
    writeFileSync(target, result.text);
    line.out(`  ${line.say({ key: 'statute-import.written', args: { path: target } })}\n`);
    return exit.clean;
  }

  function refuse(path: string): number {
    line.complain({ key: 'statute-import.refused', args: { path } });
    return exit.failed;
  }
}
