import type { PlainDiagnostic } from '../features/diagnostics';
import type { Words } from '../messages';
import type { Check } from '../rules/check';

/** One file of a report. */
export interface CheckedFile {
  readonly path: string;
  readonly check: Check;
  /** The findings in words and lines; same order as `check.findings`, cut off at the diagnostics' limit. */
  readonly diagnostics: readonly PlainDiagnostic[];
  /** Number of fixes applied. */
  readonly fixed: number;
}

/** How a report speaks. */
export interface Speaker {
  say(words: Words): string;
  readonly locale: 'zh-CN' | 'en';
}

/** Names of the severities in formats for machines. */
export const severityNames = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' } as const;
