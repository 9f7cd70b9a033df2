import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { type Configuration, defaultConfiguration, readConfiguration } from '../config';
import { createLanguageService, type LanguageService } from '../languageService';
import type { Words } from '../messages';
import { nodeHost } from '../node/host';
import { type CommandLine, UsageError } from './main';

/** The language service as the command line uses it. */
export function createService(line: Pick<CommandLine, 'locale'>): LanguageService {
  const host = nodeHost();
  return createLanguageService({
    library: host.library(),
    framework: host.frameworks.framework,
    rulePages: host.rulePages,
    locale: line.locale,
    today: host.today,
    snippets: false,
  });
}

/**
 * The configuration that holds for a path: `--config FILE`, else the nearest `.legal-memo/config.yaml` above it.
 * @throws UsageError when a named file cannot be read or holds something that cannot be used
 */
export function readConfig(path: string, options: Record<string, string>): Configuration {
  const file = options.config ?? nearest(path);
  let configuration = defaultConfiguration;
  if (file !== undefined) {
    let data: unknown;
    try {
      data = parse(readFileSync(file, 'utf8'));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
      throw new UsageError({ key: 'cli.config-unreadable', args: { path: file, error: reason } });
    }
    const read = readConfiguration(data);
    const [problem] = read.problems;
    if (problem) {
      const words: Words = {
        key: 'cli.config-bad',
        args: { path: file, key: problem.key, value: problem.value },
      };
      throw new UsageError(words);
    }
    configuration = read.configuration;
  }
  return options['as-of'] ? { ...configuration, asOf: options['as-of'] } : configuration;
}

const nearestByFolder = new Map<string, string | undefined>();

function nearest(path: string): string | undefined {
  let folder = dirname(resolve(path));
  const visited: string[] = [];
  let found: string | undefined;
  for (;;) {
    if (nearestByFolder.has(folder)) {
      found = nearestByFolder.get(folder);
      break;
    }
    visited.push(folder);
    const file = join(folder, '.legal-memo', 'config.yaml');
    if (existsSync(file)) {
      found = file;
      break;
    }
    const up = dirname(folder);
    if (up === folder) break;
    folder = up;
  }
  for (const f of visited) nearestByFolder.set(f, found);
  return found;
}
