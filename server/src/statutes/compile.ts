import { createAssembly } from './assemble';
import { type Catalogue, packStatute } from './catalogue';
import { fingerprint } from './fingerprint';
import type { LibraryFiles } from './library';
import { writeShape } from './shape';
import { type FileProblems, readStatuteFolder, type StatuteSource } from './sources';

/** The statute folder in its compiled form: facts in one catalogue, texts by version id. */
export interface CompiledLibrary {
  readonly catalogue: Catalogue;
  readonly texts: ReadonlyMap<string, string>;
  readonly translations: ReadonlyMap<string, string>;
  /** Everything that is wrong with the files; a release has none. */
  readonly problems: readonly FileProblems[];
}

/** Compiles a folder in the format of docs/statutes.md. Pure: the same files give the same result. */
export function compileLibrary(sources: readonly StatuteSource[]): CompiledLibrary {
  const sorted = [...sources].sort((a, b) => (a.path < b.path ? -1 : 1));
  const folder = readStatuteFolder(sorted);
  const problems: FileProblems[] = [...folder.problems];
  const assembly = createAssembly();
  const texts = new Map<string, string>();
  const shapes: Record<string, string> = {};

  for (const { source, parsed } of folder.statutes) {
    if (!parsed.facts) continue;
    const outcome = assembly.add({ facts: parsed.facts });
    if (outcome.state !== 'added') {
      const taken = outcome.state === 'title-taken';
      problems.push({
        path: source.path,
        problems: [
          taken
            ? { line: 1, code: 'title-taken', args: { short: parsed.facts.short, title: outcome.title } }
            : { line: 1, code: 'duplicate-version', args: { version: outcome.version.id } },
        ],
      });
      continue;
    }
    const { id } = outcome.version;
    if (parsed.articles.length === 0) continue;
    texts.set(id, source.text);
    shapes[id] = writeShape(parsed.articles);
  }
  for (const row of folder.rows) {
    const outcome = assembly.add({ facts: row.facts, status: row.status });
    if (outcome.state !== 'title-taken') continue;
    const args = { short: row.facts.short, title: outcome.title };
    problems.push({ path: 'index', problems: [{ line: row.line, code: 'title-taken', args }] });
  }
  const translations = new Map(folder.translations.map(({ source, id }) => [id, source.text]));
  return {
    catalogue: {
      version: fingerprint(sorted.map((s) => `${s.path}\n${s.text}`).join('\n')),
      stated: folder.stated,
      statutes: assembly.statutes().map(packStatute),
      shapes,
      maps: folder.maps,
    },
    texts,
    translations,
    problems,
  };
}

/** A compiled library as the loader wants it, from memory (tests, development). */
export function compiledFiles(compiled: CompiledLibrary): LibraryFiles {
  return {
    catalogue: () => JSON.stringify(compiled.catalogue),
    text: (id) => compiled.texts.get(id),
    translation: (id) => compiled.translations.get(id),
  };
}
