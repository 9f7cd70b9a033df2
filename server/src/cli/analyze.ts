import type { Words } from '../messages';
import { analysisJson } from '../report/analysis';
import { version } from '../version';
import { createService, readConfig } from './environment';
import { findFiles, readInput } from './files';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';

/** `legal-memo analyze FILES… --format json`: what was understood, for machines (schema in docs/cli.md). */
export async function analyze(line: CommandLine): Promise<number> {
  const { options, operands } = readOptions(line.args, {
    format: { value: true, allowed: ['json'] },
    'as-of': { value: true, date: true },
    config: { value: true },
  });
  if (operands.length === 0) throw new UsageError({ key: 'cli.no-paths' });
  const { files, problems } = findFiles(operands);
  const failures: Words[] = [...problems];
  const service = await createService(line, operands[0], false, options);
  const docs: Record<string, unknown> = {};
  for (const { path } of files) {
    const input = readInput(path);
    if ('problem' in input) {
      failures.push(input.problem);
      continue;
    }
    try {
      docs[path] = analysisJson(service.checkText(input.uri, input.text, readConfig(path, options)).check);
    } catch (error) {
      if (error instanceof UsageError) throw error;
      failures.push({ key: 'cli.internal', args: { path, error: String(error) } });
    }
  }
  const { library } = service.parts;
  line.out(
    `${JSON.stringify({
      schemaVersion: 1,
      tool: { name: 'legal-memo', version },
      library: { version: library.version, laws: library.statutes().length },
      docs,
    })}\n`,
  );
  for (const failure of failures) line.complain(failure);
  return failures.length > 0 ? exit.failed : exit.clean;
}
