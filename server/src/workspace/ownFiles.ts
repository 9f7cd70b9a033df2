import type { Diagnostic } from 'vscode-languageserver-types';
import type { Frameworks } from '../analysis/frameworks';
import type { FrameworkData } from '../analysis/parseFramework';
import { type Locale, say } from '../messages';
import type { StatuteLibrary } from '../statutes/library';
import { type OwnStatutes, ownConflicts, readOwnStatutes } from '../statutes/ownStatutes';
import { createLineIndex } from '../text/lines';
import type { WorkspaceFiles } from './files';

/** The user's own law and frameworks, with what is wrong in their files. */
export interface OwnFiles {
  readonly statutes: OwnStatutes | undefined;
  readonly frameworks: readonly FrameworkData[];
  /** Diagnostics by file; a file without problems has an empty list, so that old ones are taken back. */
  readonly problems: ReadonlyMap<string, Diagnostic[]>;
}

/** Folder of a workspace that holds the user's own files. */
export const ownFolder = '.legal-memo';

/** Whether a changed file can belong to the user's own law or frameworks. */
export const isOwnFile = (uri: string, statuteFolders: readonly string[]): boolean =>
  `${uri}/`.includes(`/${ownFolder}/`) || statuteFolders.some((folder) => uri.startsWith(folder));

/**
 * Reads `.legal-memo/statutes/`, `.legal-memo/frameworks/` of every folder and the further statute folders.
 * @param statuteFolders uris of folders named in the settings
 */
export async function readOwnFiles(options: {
  files: WorkspaceFiles;
  folders: readonly string[];
  statuteFolders: readonly string[];
  frameworks: Frameworks;
  /** The library with the user's law laid over it: names that belong to another law are found only there. */
  library(own: OwnStatutes): StatuteLibrary;
  locale: Locale;
}): Promise<OwnFiles> {
  const { files, folders, locale } = options;
  const problems = new Map<string, Diagnostic[]>();
  const sources: { path: string; text: string; uri: string }[] = [];
  const roots = [...folders.map((f) => `${f}/${ownFolder}/statutes`), ...options.statuteFolders];
  for (const root of roots) {
    for (const part of ['', 'translations', 'maps', 'index']) {
      const folder = part ? `${root}/${part}` : root;
      for (const { name, uri, text } of await files.readFolder(folder, /\.(md|ya?ml)$/i)) {
        sources.push({ path: part ? `${part}/${name}` : name, text, uri });
        problems.set(uri, []);
      }
    }
  }
  const statutes = sources.length > 0 ? readOwnStatutes(sources) : undefined;
  const conflicts = statutes ? ownConflicts(statutes, options.library(statutes)) : [];
  for (const file of [...(statutes?.problems ?? []), ...conflicts]) {
    const uri = sources.find((s) => s.path === file.path)?.uri;
    if (!uri) continue;
    problems.set(uri, [
      ...(problems.get(uri) ?? []),
      ...file.problems.map((problem) =>
        onLine(
          problem.line - 1,
          say(locale, { key: `statute-file.${problem.code}`, args: problem.args }),
          problem.code,
        ),
      ),
    ]);
  }
  const frameworks: FrameworkData[] = [];
  for (const folder of folders) {
    for (const { uri, text } of await files.readFolder(`${folder}/${ownFolder}/frameworks`, /\.ya?ml$/i)) {
      const parsed = options.frameworks.parse(text);
      if (parsed.framework) frameworks.push(parsed.framework);
      const lines = createLineIndex(text);
      problems.set(
        uri,
        parsed.problems.map(({ start, end, code, args }) => ({
          range: { start: lines.position(start), end: lines.position(end) },
          severity: 1,
          source: 'legal-memo',
          code,
          message: say(locale, {
            key: `framework-file.${code}`,
            args: Object.fromEntries(args.map((value, i) => [String(i), value])),
          }),
        })),
      );
    }
  }
  return { statutes, frameworks, problems };
}

function onLine(line: number, message: string, code: string): Diagnostic {
  const at = Math.max(0, line);
  return {
    range: { start: { line: at, character: 0 }, end: { line: at, character: 1000 } },
    severity: 1,
    source: 'legal-memo',
    code,
    message,
  };
}
