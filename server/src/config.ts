import type { Severity, StyleProfile } from './rules/rule';

/** What a user may set: VS Code settings `legalMemo.*`, `.legal-memo/config.yaml` and `--config` share this shape. */
export interface Configuration {
  /** House style of citations. */
  readonly profile: StyleProfile;
  /** Rule id or name → severity or `off`. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Framework for memos that name none. */
  readonly framework: string;
  /** Date as of which law is checked; overrides the memo's own (command line only). */
  readonly asOf?: string;
  /** Globs of Markdown files that are memos although they do not look like it; and of files that never are. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Folders with further statutes, absolute or relative to the workspace folder. */
  readonly statuteFolders: readonly string[];
}

export const defaultConfiguration: Configuration = {
  profile: 'firm',
  rules: {},
  framework: 'security-guarantee',
  include: [],
  exclude: [],
  statuteFolders: [],
};

const severities = new Set(['error', 'warning', 'information', 'hint', 'off']);
const profiles = new Set(['court', 'academic', 'firm']);

/** A part of a configuration that could not be used. */
export interface ConfigurationProblem {
  readonly key: string;
  readonly value: string;
  /** There is no such key. */
  readonly unknown?: true;
}

/**
 * Reads a configuration from untrusted data (settings JSON or parsed YAML) over `base`.
 * Never throws: what is wrong is reported and left out.
 */
export function readConfiguration(
  data: unknown,
  base: Configuration = defaultConfiguration,
): { configuration: Configuration; problems: ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = [];
  if (data === undefined || data === null) return { configuration: base, problems };
  if (typeof data !== 'object' || Array.isArray(data)) {
    return { configuration: base, problems: [{ key: '', value: String(data) }] };
  }
  const configuration: { -readonly [K in keyof Configuration]: Configuration[K] } = { ...base };
  const bad = (key: string, value: unknown) => problems.push({ key, value: JSON.stringify(value) ?? '' });
  for (const [key, value] of Object.entries(data)) {
    switch (key) {
      case 'profile':
        if (typeof value === 'string' && profiles.has(value)) configuration.profile = value as StyleProfile;
        else bad(key, value);
        break;
      case 'rules':
        configuration.rules = { ...base.rules, ...readRules(value, bad) };
        break;
      case 'framework':
        if (typeof value === 'string' && value) configuration.framework = value;
        else bad(key, value);
        break;
      case 'as-of':
      case 'asOf':
        if (typeof value === 'string' && isDate(value)) configuration.asOf = value;
        else bad(key, value);
        break;
      case 'include':
      case 'exclude':
      case 'statuteFolders':
        if (Array.isArray(value) && value.every((x) => typeof x === 'string')) configuration[key] = value;
        else bad(key, value);
        break;
      default:
        problems.push({ key, value: JSON.stringify(value) ?? '', unknown: true });
    }
  }
  return { configuration, problems };
}

function readRules(value: unknown, bad: (key: string, value: unknown) => void) {
  const rules: Record<string, Severity | 'off'> = {};
  if (typeof value !== 'object' || value === null) {
    bad('rules', value);
    return rules;
  }
  for (const [rule, severity] of Object.entries(value)) {
    // YAML 1.1 habits: `off` may arrive as false.
    const word = severity === false ? 'off' : severity;
    if (typeof word === 'string' && severities.has(word)) rules[rule] = word as Severity | 'off';
    else bad(`rules.${rule}`, severity);
  }
  return rules;
}

/** A real calendar day written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!m) return false;
  const day = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return day.getUTCMonth() === Number(m[2]) - 1 && day.getUTCDate() === Number(m[3]);
}
