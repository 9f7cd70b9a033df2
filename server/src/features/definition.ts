import type { LocationLink } from 'vscode-languageserver-types';
import type { FeatureContext } from './context';
import { citationAt } from './hover';
import { toRange } from './positions';
import { provisionLocation } from './statuteDocument';

/** From a citation to the provision in the law's read-only document. */
export function definition(context: FeatureContext, offset: number, today: string): LocationLink[] {
  const at = citationAt(context, offset);
  if (!at?.target || !at.citation.statute) return [];
  const { library, check } = context;
  const version = at.target.version ?? library.asOf(at.citation.statute, check.asOf).version;
  const location = provisionLocation(context, version, at.target.place, today);
  if (!location) return [];
  return [
    {
      originSelectionRange: toRange(context.lines, at.citation),
      targetUri: location.uri,
      targetRange: location.range,
      targetSelectionRange: location.range,
    },
  ];
}
