import { elementDefinition } from '../analysis/definition';
import type { StatuteVersion } from '../statutes/statute';
import type { FeatureContext } from './context';

export { placeName } from '../statutes/placeName';

/** An element's name in the reader's language, its id where the framework has none. */
export function elementName(context: FeatureContext, id: string): string {
  const names = elementDefinition(context.check.framework, id)?.name;
  return names?.[context.locale === 'zh-CN' ? 'zh' : 'en'] ?? id;
}

/** 《电子商务法》 or, in English, E-Commerce Law. */
export function lawName(version: StatuteVersion, locale: 'zh-CN' | 'en', english?: string): string {
  return locale === 'en' && english ? english : `《${version.short}》`;
}
