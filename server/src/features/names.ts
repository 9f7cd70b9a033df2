import type { ElementDefinition, Framework } from '../analysis/framework';
import type { Locator, StatuteVersion } from '../statutes/statute';
import { toChinese } from '../text/numerals';
import type { FeatureContext } from './context';

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

/** A place in words: 第三十八条第二款, or Article 38(2). */
export function placeName(place: Locator, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') {
    const suffix = place.suffix ? `-${place.suffix}` : '';
    const paragraph = place.paragraph ? `(${place.paragraph})` : '';
    const item = place.item ? `(${place.item})` : '';
    return `Article ${place.article}${suffix}${paragraph}${item}`;
  }
  const suffix = place.suffix ? `之${toChinese(place.suffix)}` : '';
  const paragraph = place.paragraph ? `第${toChinese(place.paragraph)}款` : '';
  const item = place.item ? `第${toChinese(place.item)}项` : '';
  return `第${toChinese(place.article)}条${suffix}${paragraph}${item}`;
}

/** 《电子商务法》 or, in English, E-Commerce Law. */
export function lawName(version: StatuteVersion, locale: 'zh-CN' | 'en', english?: string): string {
  return locale === 'en' && english ? english : `《${version.short}》`;
}
