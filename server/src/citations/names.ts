import more from '../../citations/names.json';
import type { StatuteLibrary } from '../statutes/library';
import type { Statute } from '../statutes/statute';
import { derivedNames } from './derivedNames';
import { skipBlanks } from './element';
import { afterState, englishForm, englishWords, firstWord } from './englishForm';
import { loosely, looseTitleForm, simplify, titleForm } from './fold';
import { type NameMatch, SortedNames } from './sortedNames';

/** The names of all laws of a library, for finding the longest one at a place of a text. */
export interface NameIndex {
  /** 1 for each code unit that begins a Chinese name. */
  readonly first: Uint8Array;
  /** The longest Chinese name at `at` of simplified text. */
  chinese(text: string, at: number): NameMatch | undefined;
  /** The longest English name whose first word begins at `at`. */
  english(text: string, at: number): NameMatch | undefined;
  /** What stands between title marks: the laws that it names, by exact, then by derived, then by looser comparison. */
  title(text: string): readonly Statute[];
}

const LETTER = /[A-Za-z]/;
const NUMBERED = /[（(]([一二三四五六七八九十]{1,3})[）)]/;

/** Builds the index; a few milliseconds, once a library. */
export function createNameIndex(library: StatuteLibrary): NameIndex {
  const chinese = new Map<string, Statute[]>();
  const exact = new Map<string, Statute[]>();
  const derived = new Map<string, Statute[]>();
  const english = new Map<string, Statute[]>();
  const statutes = library.statutes();
  const namesOf = new Map<string, readonly string[]>();

  const add = (map: Map<string, Statute[]>, key: string, statute: Statute) => {
    if (key.length < 2) return;
    const list = map.get(key);
    if (!list) map.set(key, [statute]);
    else if (!list.includes(statute)) list.push(statute);
  };
  const addChinese = (name: string, statute: Statute) => {
    const plain = simplify(name);
    add(chinese, plain, statute);
    if (plain.includes('中华人民共和国')) add(chinese, plain.replace('中华人民共和国', ''), statute);
    if (plain.includes('《')) {
      const inner = plain.replace('《中华人民共和国', '《');
      for (const name of [inner, plain]) {
        add(chinese, name.replace(/《/g, '〈').replace(/》/g, '〉'), statute);
        add(chinese, name.replace(/[《》]/g, ''), statute);
      }
    }
    if (!plain.includes('（')) return;
    add(chinese, plain.replace(NUMBERED, '$1'), statute);
    add(chinese, plain.replace(/（/g, '(').replace(/）/g, ')'), statute);
  };

  for (const statute of statutes) {
    const names = [
      ...new Set([statute.short, statute.title, ...statute.aliases, ...statute.versions.map((v) => v.title)]),
    ];
    namesOf.set(titleForm(statute.title), names);
    for (const name of names) {
      if (/[A-Za-z]{3}/.test(name)) continue;
      addChinese(name, statute);
      add(exact, titleForm(name), statute);
    }
    for (const name of [statute.english, ...statute.englishAliases])
      if (name) add(english, englishForm(name), statute);
  }
  for (const [short, names] of Object.entries(more.names)) {
    const statute = library.statute(short);
    if (!statute) continue;
    for (const name of names) {
      if (/[A-Za-z]/.test(name)) add(english, englishForm(name), statute);
      else if (!exact.has(titleForm(name))) {
        addChinese(name, statute);
        add(exact, titleForm(name), statute);
      }
    }
  }
  for (const statute of statutes) {
    for (const name of derivedNames(statute, namesOf)) {
      const form = titleForm(name);
      if (exact.has(form)) continue;
      add(derived, form, statute);
      add(derived, form.replace(/司法解释/g, '解释'), statute);
    }
  }
  for (const [form, laws] of derived) for (const law of laws) if (!exact.has(form)) add(chinese, form, law);
  for (const [form, laws] of derived) {
    const numbered = /^(.{3,})([一二三四五六七八九十]{1,2})$/.exec(form);
    if (numbered) for (const law of laws) add(chinese, `${numbered[1]}（${numbered[2]}）`, law);
  }

  let loose: Map<string, Statute[]> | undefined;
  const titles = new Map<string, readonly Statute[]>();
  const chineseNames = new SortedNames(chinese);
  const englishNames = new SortedNames(english);
  // How many words the longest name has that begins with a word.
  const englishFirst = new Map<string, number>();
  for (const form of english.keys()) {
    const parts = form.split(' ');
    const first = parts[0] as string;
    englishFirst.set(first, Math.max(englishFirst.get(first) ?? 0, parts.length));
  }

  return {
    first: chineseNames.first,
    chinese(text, at) {
      if (!chineseNames.begins(text, at)) return undefined;
      return chineseNames.longest(text, at, (end) => standsAlone(text, at, end));
    },
    english(text, at) {
      const most = englishFirst.get(firstWord(text, at));
      if (most === undefined) return undefined;
      const words = englishWords(text, at, most);
      const match = englishNames.longest(words.form, 0, (end) => words.ends.has(end));
      if (!match) return undefined;
      const end = words.ends.get(match.end) as number;
      // An abbreviation stands in capitals: “csl” is none.
      const written = text.slice(at, end);
      if (written.length <= 8 && !/\s/.test(written) && !ABBREVIATION.test(written)) return undefined;
      return { end: afterState(text, end), statutes: match.statutes };
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

  function byLooseForm(): Map<string, Statute[]> {
    if (loose) return loose;
    loose = new Map();
    for (const [form, laws] of exact) for (const law of laws) add(loose, loosely(form), law);
    return loose;
  }

  /** 土地承包法 for 农村土地承包法: the only title that ends so. */
  function endingOf(form: string): readonly Statute[] {
    if (form.length < 5 || !/(?:法|条例)$/.test(form)) return none;
    let only: readonly Statute[] = none;
    for (const [title, laws] of exact) {
      if (!title.endsWith(form) || title.length > form.length + 4) continue;
      if (only !== none && only[0] !== laws[0]) return none;
      only = laws;
    }
    return only;
  }

  function findTitle(text: string): readonly Statute[] {
    const form = titleForm(text);
    if (form.length < 2) return none;
    if (LETTER.test(form[0] as string)) {
      const laws = english.get(englishForm(text.replace(/[“”"]/g, '')));
      if (laws) return laws;
    }
    const found = library.find(text);
    if (found.length > 0) return found;
    const bare = form.replace(/^关于/, '');
    for (const key of [form, form.replace(/司法解释/g, '解释')]) {
      const laws = exact.get(key) ?? derived.get(key);
      if (laws) return laws;
    }
    if (bare !== form && exact.has(bare)) return exact.get(bare) as Statute[];
    const looser = looseTitleForm(text);
    const alike = looser.length >= 5 ? byLooseForm().get(looser) : undefined;
    return alike ?? endingOf(form);
  }
}

const none: readonly Statute[] = [];

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
