import { type ArticleMap, parseArticleMap } from './articleMap';
import { cutFrontMatter } from './facts';
import { type IndexRow, parseIndexTable } from './indexTable';
import { type ParsedStatute, parseStatute } from './parseStatute';
import type { StatuteProblem } from './problem';

/** A file of a statute folder; `path` is relative to the folder, with `/`. */
export interface StatuteSource {
  readonly path: string;
  readonly text: string;
}

/** What is wrong with one file. */
export interface FileProblems {
  readonly path: string;
  readonly problems: readonly StatuteProblem[];
}

/** A folder of law (built-in or the user's), read by the one format of docs/statutes.md. */
export interface StatuteFolder {
  readonly statutes: readonly { readonly source: StatuteSource; readonly parsed: ParsedStatute }[];
  readonly translations: readonly { readonly source: StatuteSource; readonly id: string }[];
  readonly maps: readonly ArticleMap[];
  readonly rows: readonly IndexRow[];
  /** The latest day on which all index files were established; '' = not said. */
  readonly stated: string;
  readonly problems: readonly FileProblems[];
}

/** Reads every file of a statute folder; files that are none of ours are passed over. */
export function readStatuteFolder(sources: readonly StatuteSource[]): StatuteFolder {
  const statutes: { source: StatuteSource; parsed: ParsedStatute }[] = [];
  const translations: { source: StatuteSource; id: string }[] = [];
  const maps: ArticleMap[] = [];
  const rows: IndexRow[] = [];
  const problems: FileProblems[] = [];
  let stated = '';
  const report = (path: string, found: readonly StatuteProblem[]) => {
    if (found.length > 0) problems.push({ path, problems: found });
  };

  for (const source of sources) {
    const { path, text } = source;
    const folder = path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (folder === 'maps' && /\.ya?ml$/.test(name)) {
      const { map, problems: found } = parseArticleMap(text);
      if (map) maps.push(map);
      report(path, found);
    } else if (folder === 'index' && name.endsWith('.md')) {
      const table = parseIndexTable(text, name.replace(/(?:-\d{1,3})?\.md$/, ''));
      rows.push(...table.rows);
      if (table.stated && (stated === '' || table.stated < stated)) stated = table.stated;
      report(path, table.problems);
    } else if (folder === 'translations' && name.endsWith('.md')) {
      const id = translationId(text);
      if (id) translations.push({ source, id });
      else report(path, [{ line: 1, code: 'missing-key', args: { key: 'short, effective' } }]);
    } else if (name.endsWith('.md')) {
      const parsed = parseStatute(text);
      statutes.push({ source, parsed });
      report(path, parsed.problems);
    }
  }
  return { statutes, translations, maps, rows, stated, problems };
}

/** The version that a translation belongs to: its front matter says `short` and `effective`. */
function translationId(text: string): string | undefined {
  const { yaml = '' } = cutFrontMatter(text);
  const short = /^short:[ \t]*(\S.*)$/m.exec(yaml)?.[1]?.trim();
  const effective = /^effective:[ \t]*(\d{4}-\d\d-\d\d)[ \t]*$/m.exec(yaml)?.[1];
  return short && effective ? `${short}@${effective}` : undefined;
}
