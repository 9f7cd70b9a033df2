import type { SymbolInformation } from 'vscode-languageserver-types';
import { findProvisions, type LibraryContext } from './commands/statutes';
import { provisionLocation, statuteDocument } from './statuteDocument';
import { statuteUri } from './statuteUri';

/** Laws and articles of the library by title, alias, initials and number: `消法55`, `xfzqy`, `ECL 38`. */
export function workspaceSymbols(context: LibraryContext, query: string): SymbolInformation[] {
  if (!query.trim()) return [];
  const symbols: SymbolInformation[] = [];
  for (const choice of findProvisions(context, query)) {
    const version = context.library.versionById(choice.version);
    if (!version) continue;
    const { article, suffix } = choice;
    const place = article === undefined ? undefined : { article, ...(suffix !== undefined && { suffix }) };
    const location = (place && provisionLocation(context, version, place, context.asOf)) ?? {
      uri: statuteUri(version),
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    };
    const name = matches(query, choice.label) ? choice.label : `${choice.label} · ${query.trim()}`;
    symbols.push({ name, kind: place ? 12 : 4, containerName: choice.description, location });
  }
  return [...symbols, ...articlesOf(context, query.trim())];
}

/**
 * The articles of the law that the query names, with their numbers: of `ECL 38` VS Code asks for `ECL` only, and filters what it gets
 * by the whole.
 */
function articlesOf(context: LibraryContext, name: string): SymbolInformation[] {
  const [law, ...others] = context.library.find(name);
  if (!law || others.length > 0) return [];
  const { version } = context.library.asOf(law, context.asOf);
  const uri = statuteUri(version);
  const document = statuteDocument(context, uri, context.asOf);
  const title = `《${version.short}》`;
  const lead = matches(name, title) ? '' : `${name} `;
  return (document?.articles ?? []).map(({ article, line }) => ({
    name: `${title}${article.label} · ${lead}${article.article}`,
    kind: 12,
    containerName: article.paragraphs[0]?.text.slice(0, 60) ?? '',
    location: { uri, range: { start: { line, character: 0 }, end: { line, character: 0 } } },
  }));
}

/**
 * Whether the editor's own filter lets the name through: VS Code drops symbols whose name lacks the letters of the query
 * in their order, so that what was found by alias or initials has to name them.
 */
function matches(query: string, name: string): boolean {
  const lower = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase().replace(/\s+/g, '')) {
    from = lower.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}
