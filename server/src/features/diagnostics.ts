import type { Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { type Locale, say, type Words } from '../messages';
import type { Check } from '../rules/check';
import type { Finding, Severity } from '../rules/rule';
import type { LineIndex } from '../text/lines';
import { toRange } from './positions';

const severities: Record<Severity, DiagnosticSeverity> = { error: 1, warning: 2, information: 3, hint: 4 };

/** More findings than this in one memo help nobody and cost time: the rest is counted in one last finding. */
const most = 500;

/** A protocol diagnostic whose message is plain text. */
export type PlainDiagnostic = Diagnostic & { message: string };

/** The findings of a check as protocol diagnostics. */
export function toDiagnostics(
  check: Check,
  lines: LineIndex,
  options: { locale: Locale; rulePages: string },
): PlainDiagnostic[] {
  const shown = check.findings.length > most ? check.findings.slice(0, most) : check.findings;
  const diagnostics = shown.map((finding) => toDiagnostic(finding, check, lines, options));
  if (shown.length < check.findings.length) {
    const rest = check.findings.length - most;
    diagnostics.push({
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      severity: 3,
      source: 'legal-memo',
      message: say(options.locale, { key: 'more-findings', args: { count: rest } }),
    });
  }
  return diagnostics;
}

/** One finding as a protocol diagnostic; `data` carries the finding's index for code actions. */
export function toDiagnostic(
  finding: Finding,
  check: Check,
  lines: LineIndex,
  options: { locale: Locale; rulePages: string },
): PlainDiagnostic {
  const diagnostic: PlainDiagnostic = {
    range: toRange(lines, finding),
    severity: severities[finding.severity],
    source: 'legal-memo',
    code: finding.rule,
    codeDescription: { href: rulePage(finding.rule, options) },
    message: wordsOf(finding.message, options.locale),
  };
  if (finding.tag) diagnostic.tags = [finding.tag === 'unnecessary' ? 1 : 2];
  if (finding.related?.length) {
    diagnostic.relatedInformation = finding.related.map((place) => ({
      location: { uri: check.memo.uri, range: toRange(lines, place) },
      message: wordsOf(place.message, options.locale),
    }));
  }
  return diagnostic;
}

interface Said {
  readonly locale: Locale;
  readonly words: string;
}

const said = new WeakMap<Words, Said>();

/** The words of a message; most findings are those of the version before, with the same message. */
function wordsOf(message: Words, locale: Locale): string {
  const known = said.get(message);
  if (known?.locale === locale) return known.words;
  const words = say(locale, message);
  said.set(message, { locale, words });
  return words;
}

/** Address of a rule's page in the reader's language. */
export function rulePage(rule: string, options: { locale: Locale; rulePages: string }): string {
  return `${options.rulePages}/${options.locale === 'zh-CN' ? 'zh-CN' : 'en'}/${rule}.md`;
}
