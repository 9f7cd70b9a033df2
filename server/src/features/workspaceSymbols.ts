import type { SymbolInformation } from 'vscode-languageserver-types';
import { findProvisions, type LibraryContext } from './commands/statutes';
import { provisionLocation } from './statuteDocument';
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
  return symbols;
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
