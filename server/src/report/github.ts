import type { CheckedFile } from './checkedFile';

const commands = { 1: 'error', 2: 'warning', 3: 'notice', 4: 'notice' } as const;
const escapeData = (s: string) => s.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (s: string) => escapeData(s).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands that become annotations in a pull request. */
export function reportGithub(files: readonly CheckedFile[]): string {
  return files
    .flatMap(({ path, diagnostics }) =>
      diagnostics.map(
        ({ range, severity = 3, message, code }) =>
          `::${commands[severity]} file=${escapeProperty(path)},line=${range.start.line + 1},col=${range.start.character + 1},` +
          `endLine=${range.end.line + 1},endColumn=${range.end.character + 1},title=${escapeProperty(`legal-memo ${code ?? ''}`)}::${escapeData(message)}\n`,
      ),
    )
    .join('');
}
