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
    symbols.push({ name: choice.label, kind: place ? 12 : 4, containerName: choice.description, location });
  }
  return symbols;
}
