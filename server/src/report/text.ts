import { type CheckedFile, type Speaker, severityNames } from './checkedFile';

/** Findings for people: grouped by file, one line each, a summary at the end. */
export function reportText(files: readonly CheckedFile[], speaker: Speaker): string {
  const lines: string[] = [];
  const count = { errors: 0, warnings: 0, others: 0 };
  for (const { path, diagnostics, fixed } of files) {
    if (fixed > 0) lines.push(speaker.say({ key: 'cli.fixed', args: { path, count: fixed } }));
    if (diagnostics.length === 0) continue;
    lines.push(path);
    for (const { range, severity = 3, message, code } of diagnostics) {
      count[severity === 1 ? 'errors' : severity === 2 ? 'warnings' : 'others']++;
      const place = `${range.start.line + 1}:${range.start.character + 1}`.padEnd(8);
      const word = speaker.say({ key: `cli.severity.${severityNames[severity]}` });
      lines.push(`  ${place}${word}  ${message.replace(/\s*\n\s*/g, ' ')}  ${code ?? ''}`.trimEnd());
    }
    lines.push('');
  }
  const clean = count.errors + count.warnings + count.others === 0;
  const key = files.length === 0 ? 'cli.none' : clean ? 'cli.clean' : 'cli.summary';
  lines.push(speaker.say({ key, args: { files: files.length, ...count } }));
  return `${lines.join('\n')}\n`;
}
