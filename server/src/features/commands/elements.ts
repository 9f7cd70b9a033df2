import type { Framework } from '../../analysis/framework';
import type { Locale } from '../../messages';
import type { FeatureContext } from '../context';
import { elementName } from '../names';
export function listElements(context: FeatureContext) {
  return context.check.analysis.elements.map((e) => ({ id: e.element, name: elementName(context, e.element), status: e.status }));
}
export function elementSection(_context: FeatureContext, _id: string): { offset: number; snippet: string } | null {
  return null;
}
export function newMemoTemplate(_framework: Framework, _locale: Locale, today: string): string {
  return `---\ntitle: \ndate: ${today}\n---\n`;
}
