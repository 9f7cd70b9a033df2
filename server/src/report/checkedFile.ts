import type { PlainDiagnostic } from '../features/diagnostics';
import type { Words } from '../messages';
import type { Check } from '../rules/check';
import type { Severity } from '../rules/rule';
import type { TextRange } from '../text/range';

/** One file of a report: plain data and no more than reports need, so that a thousand files take little room. */
export interface CheckedFile {
  readonly path: string;
  readonly asOf: string;
  /** The findings in words and lines, in document order, cut off at the diagnostics' limit. */
  readonly diagnostics: readonly PlainDiagnostic[];
  /** The place of each; there may be one less, as a last diagnostic may say how many were cut off. */
  readonly findings: readonly ReportedFinding[];
  /** The severest of all findings. */
  readonly worst?: Severity;
  /** Number of fixes applied. */
  readonly fixed: number;
}

export interface ReportedFinding extends TextRange {
  readonly rule: string;
  /** The words of the memo that it is about. */
  readonly text: string;
  readonly related: readonly TextRange[];
}

const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** What reports need of a check. */
export function toCheckedFile(
  path: string,
  { asOf, findings, memo }: Check,
  diagnostics: readonly PlainDiagnostic[],
  fixed: number,
): CheckedFile {
  const worst = severities.find((severity) => findings.some((finding) => finding.severity === severity));
  return {
    path,
    asOf,
    diagnostics,
    findings: findings.slice(0, diagnostics.length).map(({ rule, start, end, related = [] }) => ({
      rule,
      start,
      end,
      text: memo.text.slice(start, end),
      related: related.map((place) => ({ start: place.start, end: place.end })),
    })),
    ...(worst && { worst }),
    fixed,
  };
}

/** How a report speaks. */
export interface Speaker {
  say(words: Words): string;
  readonly locale: 'zh-CN' | 'en';
}

/** Names of the severities in formats for machines. */
export const severityNames = { 1: 'error', 2: 'warning', 3: 'information', 4: 'hint' } as const;
