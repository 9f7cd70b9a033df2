import type { CheckedFile } from './checkedFile';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
// XML 1.0 knows no control characters.
const escape = (s: string) =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are to be removed
  s.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff\ufffe\uffff]/g, '').replace(/[&<>"']/g, (c) => entities[c]!);

/** JUnit XML: a suite a file, a failed case a finding. */
export function reportJunit(files: readonly CheckedFile[]): string {
  const total = files.reduce((n, f) => n + Math.max(1, f.diagnostics.length), 0);
  const failures = files.reduce((n, f) => n + f.diagnostics.length, 0);
  const suites = files.map(({ path, diagnostics }) => {
    const cases = diagnostics.map(({ range, message, code }) => {
      const place = `${range.start.line + 1}:${range.start.character + 1}`;
      return (
        `    <testcase classname="${escape(path)}" name="${escape(String(code ?? ''))} ${place}">\n` +
        `      <failure message="${escape(message)}">${escape(`${path}:${place} ${message}`)}</failure>\n    </testcase>\n`
      );
    });
    if (cases.length === 0) cases.push(`    <testcase classname="${escape(path)}" name="legal-memo"/>\n`);
    return `  <testsuite name="${escape(path)}" tests="${cases.length}" failures="${diagnostics.length}">\n${cases.join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="legal-memo" tests="${total}" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
}
