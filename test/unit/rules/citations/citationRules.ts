import { fixesOf } from '../../../../server/src/features/codeActions';
import type { Check } from '../../../../server/src/rules/check';
import type { Finding, Fix, StyleProfile } from '../../../../server/src/rules/rule';
import { check } from '../environment';

/** The findings of the citation rules in a text. */
export function citationFindings(text: string, profile: StyleProfile = 'firm') {
  const result = check(text, { profile });
  return { result, findings: result.findings.filter(({ rule }) => rule.startsWith('C')) };
}

/** A finding's first fix of a rule in a text; fails where there is none. */
export function firstFix(text: string, rule: string, profile: StyleProfile = 'firm'): Fix {
  const { result, findings } = citationFindings(text, profile);
  const finding = findings.find((f) => f.rule === rule);
  const fix = finding && fixesOf(finding, result)[0];
  if (!fix) throw new Error(`no fix of ${rule} in: ${text}\n${shown(findings)}`);
  return fix;
}

export const shown = (findings: readonly Finding[]) =>
  findings.map((f) => `${f.rule} ${f.severity} ${f.start}-${f.end} ${f.message.key}`).join('\n');

export type { Check, Finding };
