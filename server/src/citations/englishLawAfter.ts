import { readEnglishAnaphor } from './anaphor';
import type { EnglishLocatorRead } from './englishLocator';
import { documents } from './lexicon';
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

/** “the”, and that a law is the old or the present one: “of the former Tort Liability Law”. */
const ARTICLE_AND_STATE =
  /^(?:(?:the|this|that|our|its|said)\s+)?(?:(?:19|20)\d\d\s+(?=[A-Z]))?(?:(?:former|old|repealed|then|current|present|new|amended|revised)\s+(?=[A-Z“"]))?/;

/** Length of “, second sentence” where the law follows it. */
function sentencePart(text: string, at: number): number {
  return (
    /^,?\s(?:the\s)?(?:first|second|third|last|final|latter)\s(?:sentence|half|clause|limb)(?=,?\sof\b)/.exec(
      text.slice(at, at + 40),
    )?.[0].length ?? 0
  );
}

/** The law that follows an English locator: “of the Civil Code”, “thereof”, “, ECL”, “GDPR”. */
export function readLawAfter(
  text: string,
  locator: EnglishLocatorRead,
  names: NameIndex,
): LawAfter | undefined {
  const from = locator.end + sentencePart(text, locator.end);
  const rest = text.slice(from, from + 24);
  const thereof = /^,?\s+(?:thereof|of the same)\b/.exec(rest);
  if (thereof && !/^,?\s+of the same\s+[A-Za-z]/.test(rest)) {
    return { end: from + thereof[0].length, anaphor: { kind: 'law', endings: [], own: false } };
  }
  // “Paragraph 3 above” is one of this memo's own, “Art. 8 there” the last thing's.
  const own = /^,?\s+(?:above|below|hereof|hereto|herein|there)\b/.exec(rest);
  if (own) {
    const end = from + own[0].length;
    return { end, name: expression(text, from + 1, end, 'document') };
  }
  const of = /^,?\s+(?:of|in|under)\s+/.exec(rest);
  if (of) {
    const at = from + of[0].length;
    const anaphor = readEnglishAnaphor(text, at);
    if (anaphor) return anaphor;
    let start = at + (ARTICLE_AND_STATE.exec(text.slice(at, at + 24))?.[0].length ?? 0);
    const quoted = /^[“"‘']/.test(text[start] ?? '') ? 1 : 0;
    start += quoted;
    const name = nameAt(text, start, names);
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
