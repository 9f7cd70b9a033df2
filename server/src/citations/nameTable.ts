import english from '../../citations/english.json';
import more from '../../citations/names.json';
import type { StatuteLibrary } from '../statutes/library';
import type { Statute } from '../statutes/statute';
import { derivedNames } from './derivedNames';
import { englishForm, turnedForm } from './englishForm';
import { interpretationForms } from './englishInterpretations';
import { loosely, simplify, titleForm } from './fold';
import { type NameList, nameList } from './nameList';

/** The names of all laws of a library: plain data, so that the build can make it in advance. */
export interface NameTable {
  /** As they stand in running text. */
  readonly chinese: NameList;
  readonly english: NameList;
  /** Title forms: the laws' own names, names that follow from them, and the former without their loose words. */
  readonly exact: NameList;
  readonly derived: NameList;
  readonly loose: NameList;
}

const NUMBERED = /[（(]([一二三四五六七八九十]{1,3})[）)]/;

/** Works out all names; some tens of milliseconds, which the build spends for the built-in law. */
export function makeNameTable(library: StatuteLibrary): NameTable {
  const chinese = new Map<string, Statute[]>();
  const exact = new Map<string, Statute[]>();
  const derived = new Map<string, Statute[]>();
  const englishNames = new Map<string, Statute[]>();
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
    for (const { number } of statute.versions) if (number) add(exact, titleForm(number), statute);
  }
  addEnglish(library, (form, statute) => add(englishNames, form, statute));
  for (const [short, names] of Object.entries(more.names)) {
    const statute = library.statute(short);
    if (!statute) continue;
    for (const name of names) {
      if (exact.has(titleForm(name))) continue;
      addChinese(name, statute);
      add(exact, titleForm(name), statute);
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

  const loose = new Map<string, Statute[]>();
  for (const [form, laws] of exact) for (const law of laws) add(loose, loosely(form), law);
  const numbers = new Map(statutes.map((statute, i) => [statute, i]));
  const list = (map: ReadonlyMap<string, readonly Statute[]>) => nameList(map, numbers);
  return {
    chinese: list(chinese),
    english: list(englishNames),
    exact: list(exact),
    derived: list(derived),
    loose: list(loose),
  };
}

const IMPLEMENTING = /^(.+法)实施(?:条例|细则|办法)$/;

/** Implementing Regulations of the EIT Law, EIT Law Implementing Rules … */
function implementingForms(law: string): string[] {
  return ['regulation', 'rule', 'measure'].flatMap((kind) => [
    `implementing ${kind} ${law}`,
    `detailed ${kind} implementing ${law}`,
    `${kind} implementing ${law}`,
    `${law} implementing ${kind}`,
  ]);
}

/** English names, each also with its kind at the other end, and the forms of interpretations. */
function addEnglish(library: StatuteLibrary, add: (form: string, statute: Statute) => void): void {
  const statutes = library.statutes();
  const listed: Readonly<Record<string, readonly string[]>> = english.names;
  const byTitle = new Map<string, readonly string[]>();
  const titles = new Set(statutes.map((statute) => titleForm(statute.title)));
  const all = new Map<Statute, readonly string[]>();
  for (const statute of statutes) {
    const names = [
      ...(statute.english ? [statute.english] : []),
      ...statute.englishAliases,
      ...(listed[statute.short] ?? []),
    ];
    if (names.length === 0) continue;
    all.set(statute, names);
    byTitle.set(titleForm(statute.title), names);
  }
  const forms = new Map<string, Statute>();
  for (const [statute, names] of all)
    for (const name of names) {
      const form = englishForm(name);
      add(form, statute);
      forms.set(form, statute);
    }
  for (const [form, statute] of [...forms]) {
    const turned = turnedForm(form);
    if (turned && !forms.has(turned)) add(turned, statute);
  }
  // The rules that implement a law, under each of its names.
  for (const statute of statutes) {
    const implemented = IMPLEMENTING.exec(titleForm(statute.title))?.[1];
    const names = implemented ? (byTitle.get(implemented) ?? []) : [];
    for (const form of names.flatMap((name) => implementingForms(englishForm(name))))
      if (!forms.has(form)) add(form, statute);
  }
  for (const statute of statutes)
    for (const form of interpretationForms(
      statute,
      (law) => byTitle.get(law) ?? [],
      (title) => titles.has(titleForm(title)),
    ))
      add(form, statute);
}
