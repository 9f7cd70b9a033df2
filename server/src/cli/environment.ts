import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { type Configuration, defaultConfiguration, readConfiguration } from '../config';
import { createLanguageService, type LanguageService } from '../languageService';
import { nodeHost } from '../node/host';
import { allRules } from '../rules/all';
import { ownFolder, readOwnFiles } from '../workspace/ownFiles';
import { type CommandLine, UsageError } from './main';

/**
 * The language service as the command line uses it, with the user's own law and frameworks of the nearest
 * `.legal-memo` folder at or above a path. Mistakes in those files are said on stderr unless it is to be quiet.
 */
export async function createService(
  line: Pick<CommandLine, 'locale'>,
  from = '.',
  quiet = false,
  options: Readonly<Record<string, string>> = {},
): Promise<LanguageService> {
  const host = nodeHost();
  const root = nearest(from, ownFolder);
  const statuteFolders = furtherFolders(from, options);
  const own =
    root || statuteFolders.length > 0
      ? await readOwnFiles({
          files: host.files,
          folders: root ? [pathToFileURL(dirname(root)).href] : [],
          statuteFolders: statuteFolders.map((folder) => pathToFileURL(folder).href),
          frameworks: host.frameworks,
          library: host.library,
          locale: line.locale,
        })
      : undefined;
  for (const [uri, problems] of quiet ? [] : (own?.problems ?? [])) {
    for (const { range, message } of problems) {
      process.stderr.write(`${fileURLToPath(uri)}:${range.start.line + 1}: ${message}\n`);
    }
  }
  return createLanguageService({
    library: host.library(own?.statutes),
    framework: host.frameworks.withOwn(own?.frameworks ?? []).framework,
    rulePages: host.rulePages,
    locale: line.locale,
    today: host.today,
    snippets: false,
  });
}

/** The folders with further law that the configuration names: absolute, or relative to the folder that holds `.legal-memo`. */
function furtherFolders(from: string, options: Readonly<Record<string, string>>): string[] {
  const root = nearest(from, ownFolder);
  try {
    const { statuteFolders } = readConfig(from, options);
    return statuteFolders.map((folder) => resolve(root ? dirname(root) : '.', folder));
  } catch {
    // What is wrong with the configuration is told where the files are checked.
    return [];
  }
}

/** Whether the user has law or frameworks of their own at or above a path, or named in the configuration. */
export function hasOwnLaw(from: string = '.', options: Readonly<Record<string, string>> = {}): boolean {
  if (furtherFolders(from, options).length > 0) return true;
  const root = nearest(from, ownFolder);
  return root !== undefined && ['statutes', 'frameworks'].some((name) => existsSync(join(root, name)));
}

/**
 * The configuration that holds for a path: `--config FILE`, else the nearest `.legal-memo/config.yaml` above it.
 * @throws UsageError when a named file cannot be read or holds something that cannot be used
 */
export function readConfig(path: string, options: Readonly<Record<string, string>>): Configuration {
  const file = options.config ?? nearest(path, join(ownFolder, 'config.yaml'));
  const configuration = file === undefined ? defaultConfiguration : configurationIn(file);
  return options['as-of'] ? { ...configuration, asOf: options['as-of'] } : configuration;
}

const configurations = new Map<string, Configuration>();

/** What a configuration file says; read once, however many memos it holds for. @throws UsageError as `readConfig` */
function configurationIn(file: string): Configuration {
  const known = configurations.get(resolve(file));
  if (known) return known;
  let data: unknown;
  try {
    data = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError({ key: 'cli.not-found', args: { path: file } });
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new UsageError({
      key: 'cli.config-unreadable',
      args: { path: file, error: reason.replace(/[:：\s]+$/, '') },
    });
  }
  const read = readConfiguration(data);
  const [problem] = read.problems;
  if (problem) {
    const { key, value, unknown } = problem;
    throw new UsageError({
      key: unknown ? 'cli.config-unknown' : key ? 'cli.config-bad' : 'cli.config-shape',
      args: { path: file, key, value },
    });
  }
  const rule = Object.keys(read.configuration.rules).find((name) => !isRuleName(name));
  if (rule !== undefined) throw new UsageError({ key: 'cli.config-rule', args: { path: file, rule } });
  configurations.set(resolve(file), read.configuration);
  return read.configuration;
}

const isRuleName = (name: string) => allRules.some((rule) => rule.id === name || rule.name === name);

const found = new Map<string, string | undefined>();

/** The nearest file or folder of that name at or above a path. */
function nearest(path: string, name: string): string | undefined {
  let folder = resolve(path);
  const visited: string[] = [];
  let answer: string | undefined;
  for (;;) {
    const key = `${folder}\n${name}`;
    if (found.has(key)) {
      answer = found.get(key);
      break;
    }
    visited.push(key);
    if (existsSync(join(folder, name))) {
      answer = join(folder, name);
      break;
    }
    const up = dirname(folder);
    if (up === folder) break;
    folder = up;
  }
  for (const key of visited) found.set(key, answer);
  return answer;
}
