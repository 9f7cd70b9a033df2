import { writeFileSync } from 'node:fs';
import { safeEdits } from '../features/codeActions';
import type { Words } from '../messages';
import type { CheckedFile } from '../report/checkedFile';
import { reportGithub } from '../report/github';
import { reportJson } from '../report/json';
import { reportJunit } from '../report/junit';
import { reportSarif } from '../report/sarif';
import { reportText } from '../report/text';
import type { Check } from '../rules/check';
import type { Severity } from '../rules/rule';
import { applyEdits } from '../text/edits';
import { createService, readConfig } from './environment';
import { findFiles, readInput } from './files';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';

const reporters = {
  text: reportText,
  json: reportJson,
  sarif: reportSarif,
  github: reportGithub,
  junit: reportJunit,
} as const;

const rank: Record<Severity, number> = { error: 3, warning: 2, information: 1, hint: 0 };

/** `legal-memo check PATHS…`: all rules on files, folders and globs. */
export async function check(line: CommandLine): Promise<number> {
  const { options, operands } = readOptions(line.args, {
    format: { value: true, allowed: Object.keys(reporters) },
    'fail-on': { value: true, allowed: ['error', 'warning', 'info'] },
    'as-of': { value: true, date: true },
    config: { value: true },
    jobs: { value: true },
    fix: { value: false },
  });
  if (options.jobs !== undefined && !/^[1-9]\d?$/.test(options.jobs)) {
    throw new UsageError({
      key: 'cli.bad-option',
      args: { option: '--jobs', value: options.jobs, allowed: '1–99' },
    });
  }
  if (operands.length === 0) throw new UsageError({ key: 'cli.no-paths' });
  const { files, problems } = findFiles(operands);
  const failures: Words[] = [...problems];
  const service = await createService(line, operands[0]);
  const checked: CheckedFile[] = [];
  for (const { path, named } of files) {
    const configuration = readConfig(path, options);
    const input = readInput(path);
    if ('problem' in input) {
      failures.push(input.problem);
      continue;
    }
    try {
      let result = service.checkText(input.uri, input.text, configuration);
      const { memo, reason } = result.decision;
      // A shell spreads `*.md` over project files too: those are passed over even when named, and said to be.
      if (!memo && (!named || reason === 'project-file' || reason === 'excluded')) {
        if (named)
          line.complain({
            key: 'cli.skipped',
            args: { path, reason: line.say({ key: `decision.${reason}` }) },
          });
        continue;
      }
      let fixed = 0;
      if (options.fix) {
        const mended = fixAll(
          result.check,
          (text) => service.checkText(input.uri, text, configuration).check,
        );
        fixed = mended.count;
        if (fixed > 0) {
          // The BOM is not part of the memo's text but of the file.
          writeFileSync(path, (input.text.startsWith('\ufeff') ? '\ufeff' : '') + mended.text);
          result = service.checkText(input.uri, mended.text, configuration);
        }
      }
      const last = result.check;
      checked.push({ path, check: last, diagnostics: service.diagnosticsOf(last), fixed });
    } catch (error) {
      if (error instanceof UsageError) throw error;
      failures.push({ key: 'cli.internal', args: { path, error: String(error) } });
    }
  }
  const report = reporters[(options.format ?? 'text') as keyof typeof reporters];
  line.out(report(checked, line));
  for (const failure of failures) line.complain(failure);
  if (failures.length > 0) return exit.failed;
  const limit = { error: 3, warning: 2, info: 0 }[
    (options['fail-on'] ?? 'error') as 'error' | 'warning' | 'info'
  ];
  return checked.some((file) => file.check.findings.some((f) => rank[f.severity] >= limit))
    ? exit.findings
    : exit.clean;
}

/** Applies safe fixes until nothing changes (a fix may uncover another one); at most five rounds. */
function fixAll(first: Check, again: (text: string) => Check): { text: string; count: number } {
  let check = first;
  let count = 0;
  for (let round = 0; round < 5; round++) {
    const edits = safeEdits(check);
    if (edits.length === 0) break;
    count += edits.length;
    const text = applyEdits(check.memo.text, edits);
    if (text === check.memo.text) break;
    check = again(text);
  }
  return { text: check.memo.text, count };
}
