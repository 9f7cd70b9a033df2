import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { AliasDefinition } from '../citations/citation';
import type { TextRange } from '../text/range';
import type { FeatureContext } from './context';
import { toRange } from './positions';

/** A defined alias under the cursor and all its places. */
interface AliasPlaces {
  readonly definition: AliasDefinition;
  readonly here: TextRange;
  readonly places: readonly TextRange[];
}

/** Range and name of the alias that can be renamed here; null where there is none. */
export function prepareRename(
  context: FeatureContext,
  offset: number,
): { range: Range; placeholder: string } | null {
  const found = aliasAt(context, offset);
  return found ? { range: toRange(context.lines, found.here), placeholder: found.definition.alias } : null;
}

/** Renames a defined alias over the whole memo: its definition and every use of the name. */
export function rename(context: FeatureContext, offset: number, name: string): WorkspaceEdit | null {
  const found = aliasAt(context, offset);
  // Title marks belong to the text around the name, not to the name.
  const newText = name.trim().replace(/^[《“"「]|[》”"」]$/g, '');
  if (!found || !newText) return null;
  return {
    changes: {
      [context.check.memo.uri]: found.places.map((place) => ({
        range: toRange(context.lines, place),
        newText,
      })),
    },
  };
}

function aliasAt(context: FeatureContext, offset: number): AliasPlaces | undefined {
  const { memo, citations } = context.check;
  for (const definition of citations.aliases) {
    const places = placesOf(context, definition);
    const here = places.find((p) => offset >= p.start && offset <= p.end);
    if (here) return { definition, here, places };
  }
  return undefined;

  function placesOf({ check }: FeatureContext, definition: AliasDefinition): TextRange[] {
    const { alias } = definition;
    const found: TextRange[] = [];
    // The longer title may hold the alias as a part: those places are names of their own.
    const longer = titles(check.citations.aliases, definition);
    for (let at = memo.text.indexOf(alias); at >= 0; at = memo.text.indexOf(alias, at + alias.length)) {
      const inside = longer.some((title) => {
        const k = title.indexOf(alias);
        return k >= 0 && memo.text.startsWith(title, at - k);
      });
      if (!inside) found.push({ start: at, end: at + alias.length });
    }
    return found;
  }
}

function titles(all: readonly AliasDefinition[], own: AliasDefinition): string[] {
  const names = new Set<string>();
  for (const { title, alias } of all) {
    names.add(title);
    if (alias !== own.alias) names.add(alias);
  }
  return [...names].filter((name) => name.length > own.alias.length && name.includes(own.alias));
}
