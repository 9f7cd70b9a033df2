import type { ElementFinding, Facets } from '../../analysis/analysis';
import { elementDefinition } from '../../analysis/definition';
import type { ElementDefinition, InBothLanguages } from '../../analysis/framework';
import { textOf } from '../../memo/textOf';
import { type Locale, say } from '../../messages';
import type { TextRange } from '../../text/range';
import type { RuleContext } from '../rule';
import { lawThen } from './lawThen';

export type Facet = keyof Facets;
type Arguments = Record<string, string | number>;

const facets: readonly Facet[] = ['authority', 'application', 'conclusion'];

/** Message arguments in both languages: `{name}` and `{nameEn}`, without the full stop at the end. */
export function both(name: string, text: InBothLanguages): Arguments {
  return { [name]: withoutStop(text.zh), [`${name}En`]: withoutStop(text.en) };
}

/** `{name}`, `{complete}`, `{authority}` of an element. */
export function elementWords(element: ElementDefinition): Arguments {
  const complete = element.complete.zh || element.complete.en ? element.complete : element.question;
  return {
    ...both('name', element.name),
    ...both('complete', complete),
    ...both('authority', element.authority),
  };
}

/** `elementWords` in a message: the authority as it stood on the law date. */
export function elementWordsIn({ library, citations }: RuleContext, element: ElementDefinition): Arguments {
  return {
    ...elementWords(element),
    ...both('authority', lawThen(element.authority, library, citations.asOf)),
  };
}

/** `{names}`: elements in a list. */
export function namesOf(elements: readonly ElementDefinition[]): Arguments {
  const list = (language: 'zh' | 'en', locale: Locale) =>
    elements.map(({ name }) => name[language]).join(say(locale, { key: 'list.comma' }));
  return { names: list('zh', 'zh-CN'), namesEn: list('en', 'en') };
}

/** What a treatment lacks; all three where it is a mere mention, or good but for its blanks. */
export function lackingOf({ status, facets: shown }: ElementFinding): readonly Facet[] {
  const lacking = facets.filter((facet) => !shown[facet]);
  return status === 'mentioned' || lacking.length === 0 ? facets : lacking;
}

/** `{lacks}`: legal basis, application to the facts, conclusion. */
export function lackWords(lacking: readonly Facet[]): Arguments {
  const list = (locale: Locale) =>
    lacking.map((facet) => say(locale, { key: `facet.${facet}` })).join(say(locale, { key: 'list.and' }));
  return { lacks: list('zh-CN'), lacksEn: list('en') };
}

/** Elements with their definitions; an element that the framework does not define (a broken one) is left out. */
export function* judged(
  context: RuleContext,
): Iterable<{ finding: ElementFinding; element: ElementDefinition }> {
  for (const finding of context.analysis.elements) {
    const element = elementDefinition(context.framework, finding.element);
    if (element) yield { finding, element };
  }
}

/** Longest excerpt, in characters. */
const longest = 28;

/** `{words}`: how a place of the memo begins, so that a list of places tells one from the other. */
export function excerpt({ memo }: RuleContext, { start, end }: TextRange): Arguments {
  const line = textOf(memo, start, Math.min(end, start + 200))
    .replace(/[*_`#>|]+|^\s*(?:[-+]|\d+[.)])\s/gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { words: line.length > longest ? `${line.slice(0, longest - 1)}…` : line };
}

const withoutStop = (text: string): string => text.trim().replace(/[。.]$/, '');
