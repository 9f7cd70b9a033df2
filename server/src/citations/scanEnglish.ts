import { readListedTitle } from './englishTitles';
import { foreign, titles, WordList } from './lexicon';
import type { NameIndex } from './names';
import type { NameExpression } from './token';

const adjectives = new WordList(foreign.adjectivesEnglish);
const places = new WordList(foreign.placesEnglish);
const foreignNames = new WordList(foreign.names);
const foreignEndings = new Set(foreign.namesEnglishEndings);
const lawWords = new Set(titles.englishLawWords);
const officialSigns = new WordList(titles.englishOfficialSigns);
const leads = new Set(titles.englishLeads);
const firstWord = /^([A-Z][a-z]*)\s/;
const KINDS = new Set([
  'Measures',
  'Provisions',
  'Regulations',
  'Regulation',
  'Interpretation',
  'Rules',
  'Decision',
  'Law',
  'Opinions',
]);

/** Words before the kind of a title: Several Provisions on …, Interim Measures for …. */
const QUALIFIERS = new Set(titles.englishQualifiers);
const QUALIFIED = new RegExp(`^(?:(?:${titles.englishQualifiers.join('|')})\\s)+`);

/** Measures on …, Provisions (I) for …, Law of the PRC on …, Interpretation of the SPC on …; not “Provisions of the SPC”. */
const ABOUT =
  /^[A-Z][a-z]+\s+(?:\([^)]{1,12}\)\s+)?(?:of the [A-Z][A-Za-z'’]*(?:\s+(?:of\s+)?[A-Z][A-Za-z'’]*){0,4}\s+)?(?:\([^)]{1,12}\)\s+)?(?:on|for|governing|concerning|regarding|against|relating|to)\s/;
/** A number in brackets inside or behind a title. */
const NUMBER_AT = /\s\((?:[IVX]{1,4}|\d|One|Two|Three|Trial|Interim|for Trial Implementation)\)/y;
/** Company Law Interpretation (III), Civil Code Judicial Interpretation I. */
const INTERPRETATION_AT =
  /\s(?:[Jj]udicial\s)?(?:[Ii]nterpretations?(?:\s\(?[IVX\d]{1,3}\)?(?![A-Za-z\d]))?|(?:Provisions|Rules)\s\(?[IVX\d]{1,3}\)?(?![A-Za-z\d]))/y;
const INTERPRETATION_OF = /^(?:Judicial\s)?Interpretation/;
/** “the Provisions of the Civil Code” are the code's own. */
const PROVISIONS_OF = /^(?:Provisions|Rules)\sof\sthe\s(?!Supreme|SPC)/;
const JUDICIAL = /\b(?:Interpretations?|Provisions|Rules|Minutes)\b/;

/** The state, and what is said of the law, before its name: PRC, China's, the PRC's revised …. */
const STATE = new RegExp(
  `^(?:PRC(?:['’]s)?|Chinese|China['’]s)\\s+(?:(?:${titles.englishStates.join('|')})\\s+(?=[A-Z]|${titles.englishStates.join('|')}))*`,
);

const issuers = new WordList(titles.englishIssuers);
const implementing = new WordList(titles.englishImplementing);

/** Length of the issuer before an English title (SPC Provisions on …), with its blank. */
function issuer(text: string, at: number): number {
  const length = issuers.at(text, at);
  return length > 0 && text[at + length] === ' ' ? length + 1 : 0;
}

/** “the draft E-Commerce Law” is not the law. */
const DRAFT = new RegExp(`(?:^|[^A-Za-z])(?:${titles.englishDrafts.join('|')})\\s$`);

const GOES_ON = /^\s(?:(?:on|concerning|regarding|governing)\s(?:the\s)?[A-Z]|(?:Judicial\s)?Interpretation)/;
/** Reg. 1/2003, Directive 2005/29/EC, Regulation (EU) 2016/679. */
const NUMBERED_ACT =
  /(?:Reg\.|Regulation|Directive|Dir\.|Decision|Council\sRegulation)\s(?:\(E[UC]+\)\s)?(?:No\.?\s)?\d{1,4}\/\d{1,4}(?:\/E[A-Z]+)?/y;
const LETTER = /[A-Za-z]/;

/** Whether a word can begin at the place: no letter or digit before. */
export function wordStart(text: string, at: number): boolean {
  return at === 0 || !/[A-Za-z0-9]/.test(text[at - 1] as string);
}

function ends(text: string, at: number): boolean {
  return !/[A-Za-z]/.test(text[at] ?? '');
}

export function expression(
  text: string,
  start: number,
  end: number,
  sort: NameExpression['sort'],
  statutes: NameExpression['statutes'] = [],
): NameExpression {
  const written = text.slice(start, end).replace(/\s+/g, ' ');
  return {
    start,
    end,
    inner: { start, end },
    text: written,
    marks: 'none',
    statutes,
    sort,
    english: true,
    forms: ['english'],
    year: undefined,
    old: false,
  };
}

/** How far a run of capitalised words that names nothing has been read, so that no word of it is read again. */
export interface PhraseMemory {
  end: number;
}

/** A law or foreign law named in Latin letters whose first word begins at `at`. */
export function readEnglishName(
  text: string,
  at: number,
  names: NameIndex,
  memory?: PhraseMemory,
): NameExpression | undefined {
  if (leads.has(firstWord.exec(text.substr(at, 16))?.[1] ?? '')) return undefined;
  const skip = STATE.exec(text.slice(at, at + 24))?.[0].length ?? issuer(text, at);
  const known = names.english(text, at + skip) ?? (skip > 0 ? names.english(text, at) : undefined);
  if (known) {
    const rules = implementing.at(text, known.end + 1);
    if (rules > 0 && text[known.end] === ' ') {
      const statutes = names.title(`${known.statutes[0]?.short}${titles.implementing[0]}`);
      const end = known.end + 1 + rules;
      return expression(text, at, end, statutes.length > 0 ? 'law' : 'unknown', statutes);
    }
    INTERPRETATION_AT.lastIndex = known.end;
    const interpreted = INTERPRETATION_AT.exec(text);
    if (interpreted) {
      const end = known.end + interpreted[0].length;
      const statutes = names.interpretation(text.slice(at + skip, end));
      return expression(text, at, end, statutes.length > 0 ? 'law' : 'unknown', statutes);
    }
    if (DRAFT.test(text.slice(Math.max(0, at - 10), at))) return expression(text, at, known.end, 'document');
    const abroad = places.at(text, followingPlace(text, known.end)) > 0;
    return expression(text, at, known.end, abroad ? 'foreign' : 'law', abroad ? [] : known.statutes);
  }
  const listed = readListedTitle(text, at + skip) ?? (skip > 0 ? readListedTitle(text, at) : undefined);
  if (listed) {
    const statutes = names.title(listed.title);
    return statutes.length > 0
      ? expression(text, at, listed.end, 'law', statutes)
      : { ...expression(text, at, listed.end, 'unknown'), title: listed.title };
  }
  if (skip > 0 && !/[A-Z]/.test(text[at + skip] ?? '')) return undefined;
  NUMBERED_ACT.lastIndex = at;
  const numbered = text[at] === 'R' || text[at] === 'D' || text[at] === 'C' ? NUMBERED_ACT.exec(text) : null;
  if (numbered) return expression(text, at, at + numbered[0].length, 'foreign');
  const name = foreignNames.at(text, at);
  if (name > 0 && ends(text, at + name)) return expression(text, at, at + name, 'foreign');
  const adjective = adjectives.at(text, at);
  if (adjective > 0 && text[at + adjective] === ' ') {
    const law = names.english(text, at + adjective + 1);
    if (law) return expression(text, at, law.end, 'foreign');
  }
  if (
    memory &&
    at + skip < memory.end &&
    !KINDS.has(/^[A-Z][a-z]*/.exec(text.substr(at + skip, 48).replace(QUALIFIED, ''))?.[0] ?? '')
  ) {
    return undefined;
  }
  const phrase = capitalPhrase(text, at + skip);
  if (!phrase) return undefined;
  const original = originalTitle(text, phrase.end, names);
  if (original) return expression(text, at, phrase.end, 'law', original);
  if (memory && !lawWords.has(phrase.last) && !foreignEndings.has(phrase.last))
    memory.end = Math.max(memory.end, phrase.end);
  // “B. Statute” is a heading, “the Convention” a thing spoken of.
  if (
    adjective === 0 &&
    phrase.words === 1 &&
    !/\b(?:[Tt]he|[Tt]hat|[Tt]his)\s$/.test(text.slice(Math.max(0, at - 6), at))
  )
    return undefined;
  if (adjective > 0 || foreignEndings.has(phrase.last))
    return lawWords.has(phrase.last) || foreignEndings.has(phrase.last)
      ? expression(text, at, phrase.end, 'foreign')
      : undefined;
  const title = text.slice(at + skip, phrase.end);
  const interpretations =
    phrase.words > 1 && JUDICIAL.test(title) && (INTERPRETATION_OF.test(title) || !PROVISIONS_OF.test(title))
      ? names.interpretation(title)
      : [];
  if (interpretations.length > 0) return expression(text, at, phrase.end, 'law', interpretations);
  if (
    KINDS.has(phrase.first) &&
    phrase.first !== phrase.last &&
    !ABOUT.test(text.slice(at + skip, at + skip + 90).replace(QUALIFIED, ''))
  )
    return undefined;
  if (phrase.words < 2 || !(lawWords.has(phrase.last) || KINDS.has(phrase.first))) return undefined;
  const around = text.slice(Math.max(0, at - 24), phrase.end + 24);
  const official =
    skip > 0 ||
    officialSigns.within(around) ||
    KINDS.has(phrase.first) ||
    phrase.last === 'Law' ||
    phrase.last === 'Measures' ||
    phrase.last === 'Provisions';
  return expression(text, at, phrase.end, official ? 'unknown' : 'other');
}

/** Shangbiao Fa (商标法), Measures on … (办法): the law whose Chinese title stands in brackets behind a title in Latin letters. */
export function originalTitle(
  text: string,
  end: number,
  names: NameIndex,
): NameExpression['statutes'] | undefined {
  const inner = /^\s?[（(]([^（()）\n]{2,60})[）)]/.exec(text.slice(end, end + 64))?.[1];
  if (!inner) return undefined;
  for (const part of inner.split(/[,，;；]/)) {
    const statutes = /[\u4e00-\u9fff]{2}/.test(part) ? names.title(part.trim()) : [];
    if (statutes.length > 0) return statutes;
  }
  return undefined;
}

/** Where a place name would stand in “… of Germany”, “… of the Republic of Poland” after a name. */
function followingPlace(text: string, end: number): number {
  const match = /^\s+(?:of|in)\s+(?:the\s+)?(?:(?:Federal\s+)?Republic\s+of\s+)?/.exec(
    text.slice(end, end + 40),
  );
  return match ? end + match[0].length : text.length;
}

const SMALL = new Set([
  'of',
  'on',
  'for',
  'the',
  'and',
  'in',
  'to',
  'by',
  'against',
  'with',
  'governing',
  'concerning',
  'regarding',
  'relating',
  'involving',
  'under',
  'from',
  'or',
  'at',
  'through',
  'over',
  'arising',
]);

/** Length of a number in brackets with its blank: “ (II)”. */
function numberAt(text: string, at: number): number {
  NUMBER_AT.lastIndex = at;
  return NUMBER_AT.exec(text)?.[0].length ?? 0;
}

/** A run of capitalised words (with small joining words inside). */
export function capitalPhrase(
  text: string,
  at: number,
): { end: number; words: number; first: string; last: string } | undefined {
  let i = at;
  let end = at;
  let words = 0;
  let first = '';
  let last = '';
  for (let n = 0; n < 32; n += 1) {
    const word = /^[A-Za-z][A-Za-z'’/-]*/.exec(text.slice(i, i + 30))?.[0];
    if (!word) break;
    const capital = /^[A-Z]/.test(word);
    if (!capital && !SMALL.has(word)) break;
    // “Law The Law”: another phrase begins.
    if (capital && word === 'The' && end > at && end === i - 1) break;
    if (capital) {
      words += 1;
      if (!first && !QUALIFIERS.has(word)) first = word;
      last = word;
      end = i + word.length;
      // A phrase ends at its kind, unless it began with it (Measures on …).
      if (lawWords.has(word) && words > 1 && !KINDS.has(first)) {
        end += numberAt(text, end);
        // Two-Highs Interpretation on Environmental Pollution
        if (!KINDS.has(word) || word === 'Law' || !GOES_ON.test(text.slice(end, end + 16))) break;
        i = end + 1;
        continue;
      }
    }
    i += word.length;
    if (capital) {
      i += numberAt(text, i);
      end = i;
    }
    if (text[i] !== ' ' || !LETTER.test(text[i + 1] ?? '')) break;
    i += 1;
  }
  return words > 0 ? { end, words, first, last } : undefined;
}
