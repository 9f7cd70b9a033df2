import type { Words } from '../messages';
import { today } from '../node/clock';
import type { CheckedFile } from '../report/checkedFile';
import { reportGithub } from '../report/github';
import { reportJson } from '../report/json';
import { reportJunit } from '../report/junit';
import { reportSarif } from '../report/sarif';
import { reportText } from '../report/text';
import type { Severity } from '../rules/rule';
import type { Outcome } from './checkFile';
import { checkFiles } from './checkFiles';
import { hasOwnLaw } from './environment';
import { findFiles, type InputFile } from './files';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';
import { openResultCache } from './resultCache';

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
    'no-cache': { value: false },
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
  const from = operands[0];
  // Own law may change in ways that the cache does not see, and fixes change the files.
  const cache =
    options['no-cache'] || options.fix || hasOwnLaw(from, options)
      ? undefined
      : openResultCache(options, [line.locale, today(), process.env.LEGAL_MEMO_RULE_PAGES ?? '']);
  const kept = new Map<InputFile, Outcome>();
  for (const file of cache ? files : []) {
    const outcome = cache?.get(file);
    if (outcome) kept.set(file, outcome);
  }
  const rest = files.filter((file) => !kept.has(file));
  const jobs = options.jobs === undefined ? undefined : Number(options.jobs);
  const found = rest.length > 0 ? await checkFiles(rest, { options, locale: line.locale, from }, jobs) : [];
  rest.forEach((file, i) => {
    kept.set(file, found[i]!);
    cache?.put(file, found[i]!);
  });
  cache?.save();
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const outcome = kept.get(file)!;
    if ('usage' in outcome) throw new UsageError(outcome.usage);
    if ('failure' in outcome) failures.push(outcome.failure);
    else if ('checked' in outcome) checked.push(outcome.checked);
    else if (outcome.reason !== undefined) {
      const reason = line.say({ key: `decision.${outcome.reason}` });
      line.complain({ key: 'cli.skipped', args: { path: file.path, reason } });
    }
  }
  const report = reporters[(options.format ?? 'text') as keyof typeof reporters];
  line.out(report(checked, line));
  for (const failure of failures) line.complain(failure);
  if (failures.length > 0) return exit.failed;
  const limit = { error: 3, warning: 2, info: 0 }[
    (options['fail-on'] ?? 'error') as 'error' | 'warning' | 'info'
  ];
  return checked.some(({ worst }) => worst !== undefined && rank[worst] >= limit)
    ? exit.findings
    : exit.clean;
}
