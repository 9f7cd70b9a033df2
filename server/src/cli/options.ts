import { isDate } from '../config';
import { UsageError } from './main';

/** An option that a command knows: a flag, or one with a value that may be limited to a list. */
export interface OptionSpec {
  readonly value: boolean;
  readonly allowed?: readonly string[];
  readonly date?: boolean;
}

/**
 * Splits arguments into options and operands; `--name value` and `--name=value`; `--` ends the options.
 * @throws UsageError for an unknown option, a missing or wrong value
 */
export function readOptions(
  args: readonly string[],
  specs: Readonly<Record<string, OptionSpec>>,
): { options: Record<string, string>; operands: string[] } {
  const options: Record<string, string> = {};
  const operands: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') {
      operands.push(...args.slice(i + 1));
      break;
    }
    if (!arg.startsWith('--')) {
      operands.push(arg);
      continue;
    }
    const equals = arg.indexOf('=');
    const name = arg.slice(2, equals < 0 ? undefined : equals);
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (!spec) throw new UsageError({ key: 'cli.unknown-option', args: { option: `--${name}` } });
    if (!spec.value) {
      options[name] = 'true';
      continue;
    }
    const value = equals < 0 ? args[++i] : arg.slice(equals + 1);
    if (value === undefined) throw new UsageError({ key: 'cli.needs-value', args: { option: `--${name}` } });
    if (spec.date && !isDate(value)) throw new UsageError({ key: 'cli.bad-date', args: { value } });
    if (spec.allowed && !spec.allowed.includes(value)) {
      throw new UsageError({
        key: 'cli.bad-option',
        args: { option: `--${name}`, value, allowed: spec.allowed.join(', ') },
      });
    }
    options[name] = value;
  }
  return { options, operands };
}
