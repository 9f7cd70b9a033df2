import type { DocumentSymbol } from 'vscode-languageserver-types';
import { lengthOf, textOf } from '../memo/textOf';
import { say } from '../messages';
import type { FeatureContext } from './context';
import { elementName } from './names';
import { toRange } from './positions';

/**
 * The outline of a memo: its elements with their state, and the laws it cites. Headings are left to the editor,
 * which shows them already.
 */
export function documentSymbols(context: FeatureContext): DocumentSymbol[] {
  const { check, lines, locale } = context;
  const whole = toRange(lines, { start: 0, end: lengthOf(check.memo) });
  const elements: DocumentSymbol[] = [];
  for (const element of check.analysis.elements) {
    if (!element.required && element.status === 'missing') continue;
    const place = element.evidence.find((e) => e.shows !== 'mention') ?? element.evidence[0];
    const range = toRange(lines, place ?? check.analysis.anchor);
    elements.push({
      name: elementName(context, element.element),
      detail: say(locale, { key: `status.${element.status}` }),
      kind: 5,
      range,
      selectionRange: range,
    });
  }
  const laws = new Map<string, DocumentSymbol>();
  for (const citation of check.citations.citations) {
    const law = citation.statute?.short ?? citation.unknownTitle;
    if (!law) continue;
    const range = toRange(lines, citation);
    let symbol = laws.get(law);
    if (!symbol) {
      symbol = { name: law, kind: 4, range, selectionRange: range, children: [] };
      laws.set(law, symbol);
    }
    symbol.children!.push({
      name: textOf(context.check.memo, citation.start, citation.end).replace(/\s+/g, ' '),
      kind: 20,
      range,
      selectionRange: range,
    });
  }
  for (const symbol of laws.values()) symbol.detail = String(symbol.children!.length);
  const group = (key: string, children: DocumentSymbol[]): DocumentSymbol => ({
    name: say(locale, { key }),
    kind: 3,
    range: whole,
    selectionRange: children[0]?.selectionRange ?? whole,
    children,
  });
  return [group('outline.elements', elements), group('outline.authorities', [...laws.values()])].filter(
    (g) => g.children!.length > 0,
  );
}
