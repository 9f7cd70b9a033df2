import english from '../../citations/english.json';
import { readEnglishAnaphor, readNumberedKind } from './anaphor';
import type { EnglishLocatorRead } from './englishArticles';
import { documents, titles } from './lexicon';
import type { NameIndex } from './names';
import { capitalPhrase, expression, readEnglishName } from './scanEnglish';
import { readTitle } from './title';
import type { Anaphor, NameExpression } from './token';

const owners = new Set(documents.ownersEnglish);

export interface LawAfter {
  readonly end: number;
  readonly name?: NameExpression;
  readonly anaphor?: Anaphor;
  /** What is said for the law, without article: a short name that the memo defines has precedence. */
  readonly anaphorText?: string;
}

/** “the”, and what is said of a law before its name: “of the former Tort Liability Law”, “of China's newly revised Company Law”. */
const ARTICLE_AND_STATE = new RegExp(
  `^(?:(?:the|this|that|our|its|said)\\s+)?(?:(?:${titles.englishStates.join('|')}|\\(?(?:19|20)\\d\\d\\)?|(?:China|PRC)['’]s(?=\\s[a-z]))\\s+)*(?=[A-Z“"‘'《\\u4e00-\\u9fff]|[a-z]+ (?:law|code)\\b)`,
);

/** What may stand between a locator and the law behind it. */
const ASIDE =
  /^(?:\s(?:et\sseq\.?|ff?\.|onwards?|and\sfollowing)|,?\s\(?(?:the\s)?(?:first|second|third|last|final|latter)\s(?:sentence|half|clause|limb)\)?|\s\([^()\n]{1,60}\))+(?=,?\s(?:of|in|under)\s)/;

/** Length of “, second sentence”, “ et seq.”, “ (summary dismissal)” where the law follows it. */
function aside(text: string, at: number): number {
  return ASIDE.exec(text.slice(at, at + longestAside))?.[0].length ?? 0;
}

const longestAside = 90;

/** The law that follows an English locator: “of the Civil Code”, “thereof”, “, ECL”, “GDPR”. */
export function readLawAfter(
  text: string,
  locator: EnglishLocatorRead,
  names: NameIndex,
): LawAfter | undefined {
  const from = locator.end + aside(text, locator.end);
  const rest = text.slice(from, from + 24);
  const thereof = /^,?\s+(?:thereof|of the same)\b/.exec(rest);
  if (thereof && !/^,?\s+of the same\s+[A-Za-z]/.test(rest)) {
    return { end: from + thereof[0].length, anaphor: { kind: 'law', endings: [], own: false } };
  }
  // “Paragraph 3 above” is one of this memo's own, “Art. 8 there” the last thing's.
  const own = /^\s+(?:(?:above|below|hereof|hereto|herein)\b|there(?=[,;.)]))/.exec(rest);
  if (own) {
    const end = from + own[0].length;
    return { end, name: expression(text, from + 1, end, 'document') };
  }
  const of = /^,?\s+(?:of|in|under)\s+/.exec(rest);
  if (of) {
    const at = from + of[0].length;
    const anaphor = readEnglishAnaphor(text, at) ?? readNumberedKind(text, at, true);
    if (anaphor) return anaphor;
    let start = at + (ARTICLE_AND_STATE.exec(text.slice(at, at + 60))?.[0].length ?? 0);
    const quoted = /^[“"‘']/.test(text[start] ?? '') ? 1 : 0;
    start += quoted;
    const year = /\b((?:19|20)\d\d)\)?\s/.exec(text.slice(at, start))?.[1];
    const found = nameAt(text, start, names);
    const name = found && year && found.year === undefined ? { ...found, year: Number(year) } : found;
    if (name) {
      const closed = quoted && /[”"’']/.test(text[name.end] ?? '') ? 1 : 0;
      return { end: name.end + closed, name };
    }
    const words =
      /^[A-Za-z][A-Za-z'’-]*(?:\s+[A-Za-z][A-Za-z'’-]*){0,4}/.exec(text.slice(start, start + 60))?.[0] ?? '';
    const parts = words.split(/\s+/);
    const owner = parts.findIndex((word) => owners.has(word.toLowerCase()));
    if (owner >= 0) {
      const end = start + parts.slice(0, owner + 1).join(' ').length;
      return { end, name: expression(text, start, end, 'document') };
    }
    if (/^[A-Z]/.test(words)) {
      const phrase = capitalPhrase(text, start);
      // “of the LCL”: an abbreviation that the resolver knows.
      if (phrase && text.slice(start, phrase.end).replace(/^PRC /, '') in english.behindLocator)
        return undefined;
      if (phrase) return { end: phrase.end, name: expression(text, start, phrase.end, 'other') };
    }
    return undefined;
  }
  const direct = /^,?\s?/.exec(rest)?.[0].length ?? 0;
  const at = from + direct;
  if (!/[A-Z《]/.test(text[at] ?? '')) return undefined;
  const name = nameAt(text, at, names);
  if (!name || name.sort === 'unknown' || name.sort === 'other') return undefined;
  // “Article 38, Civil Code, Article 506”: the name belongs to what follows it.
  if (direct > 0 && rest[0] === ',' && /^,?\s+(?:Art|Article|§|\d)/.test(text.slice(name.end, name.end + 12)))
    return undefined;
  return { end: name.end, name };
}

function nameAt(text: string, at: number, names: NameIndex): NameExpression | undefined {
  if (text[at] === '《') return readTitle(text, at, names)?.name;
  if (/[\u4e00-\u9fff]/.test(text[at] ?? '')) {
    const match = names.chinese(text, at);
    return (
      match && {
        ...expression(text, at, match.end, 'law', match.statutes),
        english: false,
        forms: ['bare-title'],
      }
    );
  }
  return readEnglishName(text, at, names);
}
