import type { CheckedFile } from './checkedFile';

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** XML 1.0 knows no control characters but tab and line breaks, and no lone surrogates. */
function escapeXml(text: string): string {
  let out = '';
  for (const c of text) {
    const code = c.codePointAt(0)!;
    const known =
      code >= 0x20
        ? code < 0xd800 || (code > 0xdfff && code < 0xfffe) || code > 0xffff
        : code === 9 || code === 10 || code === 13;
    if (known) out += entities[c] ?? c;
  }
  return out;
}

/** JUnit XML: a suite a file, a failed case a finding. */
export function reportJunit(files: readonly CheckedFile[]): string {
  const total = files.reduce((n, f) => n + Math.max(1, f.diagnostics.length), 0);
  const failures = files.reduce((n, f) => n + f.diagnostics.length, 0);
  const suites = files.map(({ path, diagnostics }) => {
    const cases = diagnostics.map(({ range, message, code }) => {
      const place = `${range.start.line + 1}:${range.start.character + 1}`;
      return (
        `    <testcase classname="${escapeXml(path)}" name="${escapeXml(String(code ?? ''))} ${place}">\n` +
        `      <failure message="${escapeXml(message)}">${escapeXml(`${path}:${place} ${message}`)}</failure>\n    </testcase>\n`
      );
    });
    if (cases.length === 0) cases.push(`    <testcase classname="${escapeXml(path)}" name="legal-memo"/>\n`);
    return `  <testsuite name="${escapeXml(path)}" tests="${cases.length}" failures="${diagnostics.length}">\n${cases.join('')}  </testsuite>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="legal-memo" tests="${total}" failures="${failures}">\n${suites.join('')}</testsuites>\n`;
}
