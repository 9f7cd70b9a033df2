import type { ElementDefinition, Framework } from '../analysis/framework';
import type { StatuteVersion } from '../statutes/statute';
import type { FeatureContext } from './context';

export { placeName } from '../statutes/placeName';

/** An element's (or part's) definition by id. */
export function elementDefinition(framework: Framework, id: string): ElementDefinition | undefined {
  const search = (list: readonly ElementDefinition[]): ElementDefinition | undefined => {
    for (const element of list) {
      if (element.id === id) return element;
      const part = search(element.parts);
      if (part) return part;
    }
    return undefined;
  };
  return search(framework.elements);
}

/** An element's name in the reader's language, its id where the framework has none. */
export function elementName(context: FeatureContext, id: string): string {
  const names = elementDefinition(context.check.framework, id)?.name;
  return names?.[context.locale === 'zh-CN' ? 'zh' : 'en'] ?? id;
}

/** 《电子商务法》 or, in English, E-Commerce Law. */
export function lawName(version: StatuteVersion, locale: 'zh-CN' | 'en', english?: string): string {
  return locale === 'en' && english ? english : `《${version.short}》`;
}
