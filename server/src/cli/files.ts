import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Words } from '../messages';
import { decodeText } from '../node/decodeText';
import { isMarkdown, isPassedOver } from '../node/workspaceFiles';
import { globToRegExp } from '../text/glob';

/** A file named on the command line, or found below a folder that was. */
export interface InputFile {
  /** As given, or the folder as given plus the path below it. */
  readonly path: string;
  /** Named itself: it is checked even when it does not look like a memo. */
  readonly named: boolean;
}

/** Finds what the operands mean: files, folders (their Markdown files) and globs. */
export function findFiles(operands: readonly string[]): { files: InputFile[]; problems: Words[] } {
  const files = new Map<string, InputFile>();
  const problems: Words[] = [];
  const add = (path: string, named: boolean) => {
    const key = resolve(path);
    if (!files.has(key)) files.set(key, { path, named });
  };
  for (const operand of operands) {
    const stat = statSync(operand, { throwIfNoEntry: false });
    if (stat?.isFile()) add(operand, true);
    else if (stat?.isDirectory()) {
      for (const path of walk(operand)) add(path, false);
    } else if (/[*?{]/.test(operand)) {
      const found = expand(operand);
      for (const path of found) add(path, true);
      if (found.length === 0) problems.push({ key: 'cli.no-match', args: { path: operand } });
    } else problems.push({ key: 'cli.not-found', args: { path: operand } });
  }
  return { files: [...files.values()], problems };
}

function walk(folder: string): string[] {
  const found: string[] = [];
  let entries: import('node:fs').Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return found;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!isPassedOver(entry.name)) found.push(...walk(path));
    } else if (isMarkdown(entry.name)) found.push(path);
  }
  return found;
}

/** Files that match a glob: the folder before the first wildcard is walked. */
function expand(glob: string): string[] {
  const fixed = glob.slice(0, glob.search(/[*?{]/));
  const folder = fixed.slice(0, fixed.lastIndexOf('/') + 1) || '.';
  const expression = globToRegExp(glob.replace(/^\.\//, ''));
  return walk(folder).filter((path) => expression.test(path.replaceAll('\\', '/')));
}

/** The text of a file, or in words why there is none. */
export function readInput(path: string): { text: string; uri: string } | { problem: Words } {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return { problem: { key: 'cli.unreadable', args: { path, error: reason } } };
  }
  const { text, problem } = decodeText(bytes);
  if (text === undefined) return { problem: { key: `cli.${problem}`, args: { path } } };
  return { text, uri: pathToFileURL(resolve(path)).href };
}
