import more from '../../citations/names.json';
import type { StatuteLibrary } from '../statutes/library';
import type { Statute } from '../statutes/statute';
import { looseTitleForm, simplify, titleForm } from './fold';
import { skipBlanks } from './locator';

/** A name found in running text. */
export interface NameMatch {
  readonly end: number;
  readonly statutes: readonly Statute[];
}

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

/** Sorted names with, for each, the longest other name that is its beginning: the longest match costs one binary search. */
class SortedNames {
  readonly #names: readonly string[];
  readonly #shorter: Int32Array;
  readonly #laws: readonly (readonly Statute[])[];
  /** First characters of all names, and their first pairs: most places of a text are dismissed by a look. */
  readonly first = new Uint8Array(0x10000);
  readonly #pairs = new Uint8Array(0x10000);

  constructor(entries: ReadonlyMap<string, readonly Statute[]>) {
    const names = [...entries.keys()].sort();
    this.#names = names;
    this.#laws = names.map((name) => entries.get(name) as readonly Statute[]);
    this.#shorter = new Int32Array(names.length).fill(-1);
    const open: number[] = [];
    names.forEach((name, i) => {
      while (open.length > 0 && !name.startsWith(names[open[open.length - 1] as number] as string))
        open.pop();
      this.#shorter[i] = open[open.length - 1] ?? -1;
      open.push(i);
      this.first[name.charCodeAt(0)] = 1;
      this.#pairs[pair(name, 0)] = 1;
    });
  }

  begins(text: string, at: number): boolean {
    return this.#pairs[pair(text, at)] === 1;
  }

  /** The longest name that the text has at `at` and that `accept` takes. */
  longest(text: string, at: number, accept: (end: number) => boolean): NameMatch | undefined {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareAt(this.#names[middle] as string, text, at) <= 0) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i = this.#shorter[i] as number) {
      const name = this.#names[i] as string;
      if (text.startsWith(name, at) && accept(at + name.length)) {
        return { end: at + name.length, statutes: this.#laws[i] as readonly Statute[] };
      }
    }
    return undefined;
  }
}

/** A number for two characters; other pairs may share it. */
function pair(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;
}

/** Order of a name against the text at a place: 0 also when the text goes on after the name. */
function compareAt(name: string, text: string, at: number): number {
  for (let i = 0; i < name.length; i += 1) {
    const other = text.charCodeAt(at + i);
    if (Number.isNaN(other)) return 1;
    const difference = name.charCodeAt(i) - other;
    if (difference !== 0) return difference;
  }
  return 0;
}

const LETTER = /[A-Za-z]/;
const NUMBERED = /[（(]([一二三四五六七八九十]{1,3})[）)]/;

/** Builds the index; a few milliseconds, once a library. */
export function createNameIndex(library: StatuteLibrary): NameIndex {
  const chinese = new Map<string, Statute[]>();
  const exact = new Map<string, Statute[]>();
  const derived = new Map<string, Statute[]>();
  const loose = new Map<string, Statute[]>();
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
    add(chinese, plain.replace('中华人民共和国', ''), statute);
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
      add(loose, looseTitleForm(name), statute);
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

  const titles = new Map<string, readonly Statute[]>();
  const chineseNames = new SortedNames(chinese);
  const englishNames = new SortedNames(english);
  const englishFirst = new Set([...english.keys()].map((form) => form.split(' ', 1)[0] as string));

  return {
    first: chineseNames.first,
    chinese(text, at) {
      if (!chineseNames.begins(text, at)) return undefined;
      return chineseNames.longest(text, at, (end) => standsAlone(text, at, end));
    },
    english(text, at) {
      if (!englishFirst.has(firstWord(text, at))) return undefined;
      const words = englishWords(text, at);
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
    const alike = looser.length >= 5 ? loose.get(looser) : undefined;
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

/**
 * Names by which interpretations go in practice and that no list has to hold: 关于适用〈公司法〉若干问题的规定（四） is 公司法解释四,
 * 关于审理网络消费纠纷案件…的规定（一） is 网络消费纠纷司法解释（一）.
 */
function derivedNames(statute: Statute, namesOf: ReadonlyMap<string, readonly string[]>): string[] {
  const title = simplify(statute.title).replace(/\s/g, '');
  const number = /[（(]([一二三四五六七八九十]{1,3})[）)]$/.exec(title)?.[1];
  const kind = /(解释|规定|意见|批复)(?:[（(]|$)/.exec(title)?.[1];
  if (!kind) return [];
  const out: string[] = [];
  const add = (stem: string) => {
    for (const word of new Set(['解释', '司法解释', kind])) {
      if (word === '意见' && kind !== '意见') continue;
      if (number) out.push(`${stem}${word}${number}`);
      else out.push(stem + word);
      if (number === '一') out.push(stem + word);
    }
  };
  const applied = /关于适用[《〈（(](.{2,30}?)[》〉）)](.{0,12}?)(?:的|若干|$)/.exec(title);
  if (applied) {
    const law = titleForm(applied[1] as string);
    const part = (applied[2] as string).replace(/有关.*|几个.*/, '');
    for (const name of namesOf.get(law) ?? [law]) {
      const stem = titleForm(name) + part;
      if (stem.length <= 14) add(stem);
    }
    if (/编/.test(part)) add(part);
  }
  const tried = /关于(?:审理|办理)(.{2,24}?)(?:纠纷)?(?:民事|刑事|行政)?案件/.exec(title);
  if (tried) {
    const stem = tried[1] as string;
    add(stem);
    if (/纠纷/.test(title)) add(`${stem}纠纷`);
  }
  return out;
}

const STOP_WORDS = new Set(['the', 'of', 'prc', 'and', 'on', 'for']);
const WORD = /[A-Za-z0-9'’&-]/;
const maxWords = 24;

function englishForm(name: string): string {
  return englishWords(name, 0).form;
}

/** The word at a place as it stands in the comparable form. */
function firstWord(text: string, at: number): string {
  let end = at;
  while (end - at < 24 && WORD.test(text[end] ?? '')) end += 1;
  return text.slice(at, end).replace(/’/g, "'").toLowerCase().replace(/-/g, '').replace(/'s$/, '');
}

/** Words from a place on, lower-cased and joined by blanks, without articles; ends of words in the form → ends in the text. */
function englishWords(text: string, at: number): { form: string; ends: Map<number, number> } {
  let form = '';
  const ends = new Map<number, number>();
  let i = at;
  for (let n = 0; n < maxWords; n += 1) {
    let end = i;
    while (end < text.length && end - i < 24 && WORD.test(text[end] as string)) end += 1;
    if (end === i) break;
    const written = text.slice(i, end).replace(/’/g, "'");
    const word = written.toLowerCase().replace(/-/g, '').replace(/'s$/, '');
    if (word === 'people' && /^\s+republic\s+of\s+china/i.test(text.slice(end, end + 24))) {
      end += (/^\s+republic\s+of\s+china/i.exec(text.slice(end, end + 24)) as RegExpExecArray)[0].length;
    } else if (!STOP_WORDS.has(word)) {
      form += (form ? ' ' : '') + word;
      ends.set(form.length, end);
    }
    // Blanks, or the bracket of “(Trial)”, between words.
    let next = end;
    while (next < text.length && next - end < 4 && /[\s(]/.test(text[next] as string)) next += 1;
    if (next === end) break;
    i = next;
  }
  return { form, ends };
}

/** “… of the PRC”, “… of the People's Republic of China” after a name belongs to it. */
function afterState(text: string, end: number): number {
  const match = /^\s+(?:of|in)\s+(?:the\s+)?(?:PRC|P\.R\.C\.|China|People['’]s\s+Republic\s+of\s+China)/.exec(
    text.slice(end, end + 48),
  );
  return match ? end + match[0].length : end;
}
