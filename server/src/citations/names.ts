import type { StatuteLibrary } from '../statutes/library';
import type { Statute } from '../statutes/statute';
import { skipBlanks } from './element';
import { afterState, englishWords, firstWord } from './englishForm';
import { interpretationForm } from './englishInterpretations';
import { looseTitleForm, titleForm } from './fold';
import { titles, WordList } from './lexicon';
import { NamedLaws } from './nameList';
import { makeNameTable, type NameTable } from './nameTable';
import { type NameMatch, SortedNames } from './sortedNames';

/** The names of all laws of a library, for finding the longest one at a place of a text. */
export interface NameIndex {
  /** 1 for each code unit that begins a Chinese name. */
  readonly first: Uint8Array;
  /** The longest Chinese name at `at` of simplified text. */
  chinese(text: string, at: number): NameMatch | undefined;
  /** The same where blanks or a line break tear the name; only names that go on behind the blank at `gap`. */
  torn(text: string, at: number, gap: number): NameMatch | undefined;
  /** The longest English name whose first word begins at `at`. */
  english(text: string, at: number): NameMatch | undefined;
  /** The interpretation of an English title, or of what it is about with its number: Company Law Interpretation (III). */
  interpretation(title: string): readonly Statute[];
  /** What stands between title marks: the laws that it names, by exact, then by derived, then by looser comparison. */
  title(text: string): readonly Statute[];
}

const LETTER = /[A-Za-z]/;

/** The index of a library: over what the build prepared, or with the names worked out. */
export function createNameIndex(library: StatuteLibrary): NameIndex {
  const prepared = library.prepared('names');
  const table = prepared === undefined ? makeNameTable(library) : (JSON.parse(prepared) as NameTable);
  const statutes = library.statutes();
  const chineseNames = new SortedNames(table.chinese, statutes);
  const englishNames = new SortedNames(table.english, statutes);
  const exact = new NamedLaws(table.exact, statutes);
  const derived = new NamedLaws(table.derived, statutes);
  const loose = new NamedLaws(table.loose, statutes);
  const titles = new Map<string, readonly Statute[]>();
  // How many words the longest name has that begins with a word.
  const englishFirst = new Map<string, number>();
  // With which two words names begin: most places are dismissed by them.
  const englishPairs = new Set<string>();
  for (const form of englishNames.names) {
    const parts = form.split(' ');
    const first = parts[0] as string;
    englishFirst.set(first, Math.max(englishFirst.get(first) ?? 0, parts.length));
    englishPairs.add(parts.slice(0, 2).join(' '));
  }

  return {
    first: chineseNames.first,
    chinese(text, at) {
      if (!chineseNames.begins(text, at)) return undefined;
      return chineseNames.longest(text, at, (end) => standsAlone(text, at, end));
    },
    torn(text, at, gap) {
      const { joined, places } = withoutBlanks(text, at);
      if (!chineseNames.begins(joined, 0)) return undefined;
      const match = chineseNames.longest(
        joined,
        0,
        (end) => end > 2 && (places[end - 1] ?? 0) > gap && standsAlone(joined, 0, end),
      );
      return match && { end: (places[match.end - 1] as number) + 1, statutes: match.statutes };
    },
    english(text, at) {
      const most = englishFirst.get(firstWord(text, at));
      if (most === undefined) return undefined;
      const short = most > 2 && !englishPairs.has(englishWords(text, at, 2).form);
      const words = englishWords(text, at, short ? 1 : most);
      const match = englishNames.longest(words.form, 0, (end) => words.ends.has(end));
      if (!match) return undefined;
      const end = words.ends.get(match.end) as number;
      // An abbreviation stands in capitals: “csl” is none.
      const written = text.slice(at, end).replace(/['’]s?$/, '');
      if (written.length <= 8 && !/\s/.test(written) && !ABBREVIATION.test(written)) return undefined;
      return { end: afterState(text, end), statutes: match.statutes };
    },
    interpretation(title) {
      const form = interpretationForm(title);
      return (form && englishNames.get(form)) || none;
    },
    title(text) {
      const known = titles.get(text);
      if (known) return known;
      if (titles.size > 4000) titles.clear();
      const found = findTitle(text);
      titles.set(text, found);
      return found;
    },
  };

  /** 土地承包法 for 农村土地承包法: the only title that ends so. */
  function endingOf(form: string): readonly Statute[] {
    if (form.length < 5 || !/(?:法|条例)$/.test(form)) return none;
    let only: readonly Statute[] = none;
    for (const title of exact.names) {
      if (!title.endsWith(form) || title.length > form.length + 4) continue;
      const laws = exact.get(title)!;
      if (only !== none && only[0] !== laws[0]) return none;
      only = laws;
    }
    return only;
  }

  function findTitle(text: string): readonly Statute[] {
    const form = titleForm(text);
    if (form.length < 2) return none;
    if (LETTER.test(form[0] as string)) {
      const plain = text.replace(/[“”"]/g, '').trim();
      const { form: name, ends } = englishWords(plain, 0);
      // “Price Law, Art. 14”: more than a title.
      const laws = ends.get(name.length) === plain.length ? englishNames.get(name) : undefined;
      if (laws) return laws;
    }
    const found = library.find(text);
    if (found.length > 0) return found;
    const bare = form.replace(/^关于/, '');
    for (const key of [form, form.replace(/司法解释/g, '解释')]) {
      const laws = exact.get(key) ?? derived.get(key);
      if (laws) return laws;
    }
    const named = bare === form ? undefined : exact.get(bare);
    if (named) return named;
    const country = countries.at(text, 0);
    if (country > 0) return findTitle(text.slice(country));
    const looser = looseTitleForm(text);
    const alike = looser.length >= 5 ? loose.get(looser) : undefined;
    return alike ?? endingOf(form);
  }
}

const none: readonly Statute[] = [];

const countries = new WordList(titles.countryPrefixes);

/** No torn name is longer. */
const longestTorn = 60;

/** A stretch of text without its blanks, and where each of its characters stands. */
function withoutBlanks(text: string, at: number): { joined: string; places: number[] } {
  let joined = '';
  const places: number[] = [];
  for (let i = at; i < text.length && i - at < longestTorn; i += 1) {
    if (BLANK.test(text[i] as string)) continue;
    joined += text[i];
    places.push(i);
  }
  return { joined, places };
}

const BLANK = /[\s\u3000]/;

const ABBREVIATION = /^[A-Z][A-Z-]+s?$/;
/** After 法 these make another word: 劳动法律, 公司法务, 刑法学. */
const CONTINUES = new Set('律务学庭院官师医治'.split(''));
/** Before a name of two characters only these leave it a name (依消法, not 取消法). */
const BEFORE_SHORT = new Set(
  '依照据按反用及和与或对从以在的于是由见合参新旧原现该即因如且但为了将把'.split(''),
);

function standsAlone(text: string, at: number, end: number): boolean {
  if (text[end - 1] === '法' && CONTINUES.has(text[end] ?? '')) return false;
  if (end - at > 2 || text[skipBlanks(text, end)] === '第') return true;
  if (/[定人国制则理案]/.test(text[end] ?? '')) return false;
  const before = text[at - 1] ?? '';
  return !/[\u4e00-\u9fff]/.test(before) || BEFORE_SHORT.has(before);
}
