import english from '../../citations/english.json';
import type { TextRange } from '../text/range';
import type { Antecedent } from './antecedent';
import { simplify } from './fold';
import { titles, WordList } from './lexicon';
import { named } from './naming';
import type { Reading } from './reading';
import { skipBack } from './surroundings';
import type { ReferenceToken } from './token';

/** Names that the scanner could not know for names: aliases of the memo, and laws in brackets behind a locator. */

/** 第三十八条（《电子商务法》）, Article 38 (E-Commerce Law): the law in brackets behind. */
export function namedBehind(reading: Reading, token: ReferenceToken): Antecedent | undefined {
  const next = reading.next;
  if (next?.type !== 'name') return undefined;
  const [between, behind] = [
    reading.prose.slice(token.end, next.start),
    reading.prose.slice(next.end, next.end + 1),
  ];
  if (!/^\s?[（(](?:见)?\s?$/.test(between) || !/^[）)，,]/.test(behind)) return undefined;
  const law = named(reading, next.name);
  return law && law.kind !== 'document' && reading.book.mayHave(law, token.points[0]?.place ?? {})
    ? law
    : undefined;
}
/** “Interpretation (IV)” where only the Company Law has been named: its fourth one. */
export function ofLawInView(reading: Reading, endings: readonly string[]): Antecedent | undefined {
  for (const law of [reading.focus, ...reading.recent])
    for (const ending of endings) {
      if (law?.kind !== 'law' || !ending.endsWith('）')) continue;
      const found = reading.book.titled(`${law.statute.short}${ending}`);
      if (found.kind === 'law') return found;
    }
  return undefined;
}
/** “… under Art. 13. Article 13(1) PIPL is consent”: the next citation tells the law of the same number; where the block has named none. */
export function sameInNext(reading: Reading, token: ReferenceToken): Antecedent | undefined {
  const next = reading.afterStop;
  if (!token.english || reading.inBlock || next?.type !== 'reference' || !next.english || !next.name)
    return undefined;
  if (next.points[0]?.place.article !== token.points[0]?.place.article) return undefined;
  const law = named(reading, next.name);
  return law?.kind === 'law' ? law : undefined;
}
/** “Article 27, and Article 38 of the E-Commerce Law” with no law before: the law of the latter. */
export function lawOfNext(reading: Reading, token: ReferenceToken): Antecedent | undefined {
  const next = reading.next;
  if (!token.english || next?.type !== 'reference' || !next.english || !next.name) return undefined;
  if (!/^[,;]?\s(?:and|or|&)\s$/.test(reading.prose.slice(token.end, next.start))) return undefined;
  const law = named(reading, next.name);
  return law && law.kind !== 'document' && reading.book.mayHave(law, token.points[0]?.place ?? {})
    ? law
    : undefined;
}

/** 《广告法》（第九条）: the law before the brackets in which the locator stands first. */
export function bracketedBehind(reading: Reading, token: ReferenceToken): Antecedent | undefined {
  const { previous, prose } = reading;
  if (previous?.type !== 'name' || !/^\s?[（(]\s?$/.test(prose.slice(previous.end, token.start)))
    return undefined;
  return named(reading, previous.name);
}

const interpretation = new WordList(titles.itsInterpretation);
const vagueOwners = new WordList(titles.vagueOwners);

/** 《民事诉讼法》及其司法解释第九十条: the interpretation of the law named before; 'vague' = of which law nobody can know. */
export function interpretationBefore(
  reading: Reading,
  token: ReferenceToken,
): Antecedent | 'vague' | undefined {
  const end = skipBack(reading.prose, token.start);
  const before = simplify(reading.prose.slice(Math.max(0, end - 10), end));
  const length = interpretation.before(before, before.length);
  if (length === 0) return undefined;
  const rest = before.slice(0, -length).replace(/的$/, '');
  if (vagueOwners.before(rest, rest.length) > 0) return 'vague';
  if (!rest.endsWith('其')) return undefined;
  const law = reading.sentence ?? reading.inBlock;
  if (law?.kind !== 'law') return 'vague';
  for (const word of titles.itsInterpretation) {
    const found = reading.book.titled(`${law.statute.short}${word}`);
    if (found.kind === 'law') return found;
  }
  return 'vague';
}

/** An alias of the memo, without marks, directly before the locator. */
export function aliasBefore(
  reading: Reading,
  token: ReferenceToken,
): { law: Antecedent; range: TextRange } | undefined {
  if (reading.memo.aliases.size === 0) return undefined;
  let end = skipBack(reading.prose, token.start);
  // “the Interpretation, art. 40”
  if (token.english && reading.prose[end - 1] === ',') end -= 1;
  const before = simplify(reading.prose.slice(Math.max(0, end - 40), end));
  let best: { law: Antecedent; range: TextRange } | undefined;
  let length = 0;
  for (const [alias, law] of reading.memo.aliases) {
    if (alias.length > length && before.endsWith(simplify(alias))) {
      if (/[A-Za-z]$/.test(before.slice(0, before.length - alias.length)) && /^[A-Za-z]/.test(alias))
        continue;
      best = { law, range: { start: end - alias.length, end: token.end } };
      length = alias.length;
    }
  }
  return best;
}
const BEHIND = /^,?\s?(?:(?:of|in|under)\s(?:the\s)?)?(?:PRC\s)?([A-Z][A-Z-]{1,7})(?![A-Za-z0-9])/;
const behindLocator: Readonly<Record<string, string>> = english.behindLocator;

const BEFORE = /(?:^|[^A-Za-z0-9])([A-Z][A-Za-z]?[A-Z]{1,6})(?:['’]s)?,?\s$/;
const noAbbreviations = new Set(english.noAbbreviations);

/** LCL, Art. 46: an abbreviation before an English locator, and the law, if it is a known one. */
export function abbreviationBefore(
  reading: Reading,
  token: ReferenceToken,
): { law: Antecedent | undefined; range: TextRange } | undefined {
  if (!token.english) return undefined;
  const match = BEFORE.exec(reading.prose.slice(Math.max(0, token.start - 14), token.start));
  const written = match?.[1];
  if (!match || !written || noAbbreviations.has(written)) return undefined;
  const title = behindLocator[written];
  const start = token.start - match[0].length + match[0].indexOf(written);
  return {
    law: title === undefined ? undefined : reading.book.titled(title),
    range: { start, end: token.end },
  };
}

/** Article 1198 CC: an abbreviation behind an English locator, and the law, if it is a known one. */
export function abbreviationBehind(
  reading: Reading,
  token: ReferenceToken,
): { law: Antecedent | undefined; range: TextRange } | undefined {
  if (!token.english) return undefined;
  const match = BEHIND.exec(reading.prose.slice(token.end, token.end + 24));
  const written = match?.[1];
  if (!match || !written) return undefined;
  const title = behindLocator[written];
  const range = { start: token.start, end: token.end + match[0].length };
  return { law: title === undefined ? undefined : reading.book.titled(title), range };
}
/** An alias of the memo directly after an English locator (Article 131 DAL). */
export function aliasAfter(
  reading: Reading,
  token: ReferenceToken,
): { law: Antecedent; range: TextRange } | undefined {
  if (!token.english || reading.memo.aliases.size === 0) return undefined;
  const rest = reading.prose.slice(token.end, token.end + 48);
  const gap = /^,?\s?(?:(?:of|in|under) (?:the )?)?/.exec(rest)?.[0].length ?? 0;
  for (const [alias, law] of reading.memo.aliases) {
    if (!rest.startsWith(alias, gap) || /[A-Za-z]/.test(rest[gap + alias.length] ?? '')) continue;
    return { law, range: { start: token.start, end: token.end + gap + alias.length } };
  }
  return undefined;
}
