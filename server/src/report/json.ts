import { version } from '../version';
import { type CheckedFile, severityNames } from './checkedFile';

/** Findings for machines: offsets are UTF-16 code units of the text without BOM, lines and columns count from 1. */
export function reportJson(files: readonly CheckedFile[]): string {
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      tool: { name: 'legal-memo', version },
      files: files.map(({ path, asOf, findings, diagnostics, fixed }) => ({
        path,
        asOf,
        fixed,
        findings: findings.map((finding, i) => {
          const diagnostic = diagnostics[i]!;
          return {
            rule: finding.rule,
            severity: severityNames[diagnostic.severity ?? 3],
            message: diagnostic.message,
            start: finding.start,
            end: finding.end,
            line: diagnostic.range.start.line + 1,
            column: diagnostic.range.start.character + 1,
            endLine: diagnostic.range.end.line + 1,
            endColumn: diagnostic.range.end.character + 1,
            related: finding.related,
          };
        }),
      })),
    },
    null,
    2,
  )}\n`;
}
