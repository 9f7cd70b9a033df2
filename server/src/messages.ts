import citationsEn from '../messages/citations.en.json';
import citationsZh from '../messages/citations.zh-CN.json';
import elementsEn from '../messages/elements.en.json';
import elementsZh from '../messages/elements.zh-CN.json';
import generalEn from '../messages/general.en.json';
import generalZh from '../messages/general.zh-CN.json';
import statutesEn from '../messages/statutes.en.json';
import statutesZh from '../messages/statutes.zh-CN.json';

/** The languages in which the program speaks. */
export type Locale = 'zh-CN' | 'en';

type Table = Readonly<Record<string, string>>;

let chinese: Table | undefined;
let english: Table | undefined;

/** All messages of a language, put together when they are first asked for: most runs speak one language only. */
function tableOf(locale: Locale): Table {
  if (locale === 'en') {
    english ??= { ...generalEn, ...citationsEn, ...elementsEn, ...statutesEn };
    return english;
  }
  chinese ??= { ...generalZh, ...citationsZh, ...elementsZh, ...statutesZh };
  return chinese;
}

/** A message key with its arguments: findings carry these, words are made at the edge. */
export interface Words {
  readonly key: string;
  /** The words themselves, where they come from a framework and not from the message tables. */
  readonly text?: { readonly zh: string; readonly en: string };
  readonly args?: Readonly<Record<string, string | number>>;
}

/** Chinese for every `zh…` tag (zh-cn, zh_CN.UTF-8, zh-Hant), English for the rest. */
export function localeOf(tag: string | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** Every key of a language's table (tests compare the two). */
export function messageKeys(locale: Locale): string[] {
  return Object.keys(tableOf(locale));
}

/**
 * The message in the reader's language, `{name}` replaced by the argument of that name; a stretch `⟦name?…⟧` is shown only if the
 * argument is a number above 1 or a text that is not empty.
 * An unknown key is shown as it is: a missing word must not cost a finding.
 */
export function say(locale: Locale, words: Words): string {
  const template = words.text?.[locale === 'en' ? 'en' : 'zh'] ?? tableOf(locale)[words.key] ?? words.key;
  const args = words.args;
  if (!args) return template;
  const shown = template.replace(/⟦(\w+)\?([^⟦⟧]*)⟧/g, (_, name: string, words: string) => {
    const value = args[name];
    return (typeof value === 'number' ? value > 1 : value) ? words : '';
  });
  return shown.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = args[name];
    return value === undefined ? whole : String(value);
  });
}
