import type { ArticleMap } from './articleMap';
import type { StatuteFacts } from './facts';
import { fingerprint } from './fingerprint';
import type { StatuteLibrary } from './library';
import type { StatuteProblem } from './problem';
import { type FileProblems, readStatuteFolder, type StatuteSource } from './sources';
import type { Article } from './statute';
import { lawKey } from './titleKey';

/** Law from the user's own folders, ready to be laid over the built-in law. */
export interface OwnStatutes {
  readonly version: string;
  readonly statutes: readonly OwnStatute[];
  readonly translations: ReadonlyMap<string, string>;
  readonly maps: readonly ArticleMap[];
  /** Problems by file, for diagnostics on that file. */
  readonly problems: readonly FileProblems[];
}

export interface OwnStatute {
  readonly path: string;
  readonly text: string;
  readonly facts: StatuteFacts;
  readonly articles: readonly Article[];
}

/**
 * Reads the user's statute files, in the same format as the built-in ones. A file without usable front matter is left out; what else is
 * wrong is reported, and what could be read is used. Of two files for the same version the later one is left out.
 */
export function readOwnStatutes(sources: readonly StatuteSource[]): OwnStatutes {
  const folder = readStatuteFolder(sources);
  const statutes: OwnStatute[] = [];
  const more: FileProblems[] = [];
  const seen = new Map<string, string>();
  for (const { source, parsed } of folder.statutes) {
    const { facts, articles } = parsed;
    if (!facts) continue;
    const id = `${facts.short}@${facts.effective}`;
    const other = seen.get(id);
    if (other !== undefined) {
      const problem: StatuteProblem = {
        line: 1,
        code: 'duplicate-version',
        args: { version: id, path: other },
      };
      more.push({ path: source.path, problems: [problem] });
      continue;
    }
    seen.set(id, source.path);
    statutes.push({ path: source.path, text: source.text, facts, articles });
  }
  return {
    version: fingerprint(sources.map((s) => `${s.path}\n${s.text}`).join('\n')),
    statutes,
    translations: new Map(folder.translations.map(({ source, id }) => [id, source.text])),
    maps: folder.maps,
    problems: [...folder.problems, ...more],
  };
}

/**
 * What is wrong with the user's files only beside the built-in law: a short title that belongs to another law (the file is then not
 * used).
 * @param library the library with the user's law laid over it
 */
export function ownConflicts(own: OwnStatutes, library: StatuteLibrary): FileProblems[] {
  return own.statutes.flatMap(({ path, facts: { short, title } }) => {
    const there = library.statute(short);
    if (
      !there ||
      [there.title, ...there.versions.map((v) => v.title)].some((t) => lawKey(t) === lawKey(title))
    )
      return [];
    const problem: StatuteProblem = { line: 1, code: 'title-taken', args: { short, title: there.title } };
    return [{ path, problems: [problem] }];
  });
}
