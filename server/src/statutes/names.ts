import type { Statute } from './statute';
import { titleKey } from './titleKey';

/** The comparable names of a law (`titleKey`). */
export interface NameKeys {
  /** Of its full, short and English title. */
  readonly titles: readonly string[];
  readonly aliases: readonly string[];
}

/** Works out the names of a law; the compiler does it once and for all. */
export function nameKeys(statute: Statute): NameKeys {
  const { short, title, english, versions } = statute;
  // An amended law may have changed its title.
  const titles = [title, short, ...versions.map((v) => v.title), ...(english === undefined ? [] : [english])];
  const keys = new Set(titles.map(titleKey));
  const aliases = new Set([...statute.aliases, ...statute.englishAliases].map(titleKey));
  return { titles: [...keys], aliases: [...aliases].filter((a) => !keys.has(a)) };
}

const none: readonly Statute[] = Object.freeze([]);
type Index = Map<string, Statute[]>;

/** All names of all laws. */
export interface Names {
  find(name: string): readonly Statute[];
  all(): Iterable<readonly [key: string, statute: Statute]>;
}

/**
 * Look-up by name over all laws. The answer of `find` holds the laws that have the name as a title; only where there is none, those that
 * have it as an alias.
 */
export function createNames(statutes: readonly Statute[], keysOf: (statute: Statute) => NameKeys): Names {
  const titles: Index = new Map();
  const aliases: Index = new Map();
  for (const statute of statutes) {
    const keys = keysOf(statute);
    for (const key of keys.titles) enter(titles, key, statute);
    for (const key of keys.aliases) enter(aliases, key, statute);
  }
  let loose: Index | undefined;
  function find(name: string): readonly Statute[] {
    const key = titleKey(name);
    if (key === '') return none;
    const found = titles.get(key) ?? aliases.get(key);
    if (found) return found;
    // 解释一 for 解释（一）, 修理更换 for 修理、更换: only where the exact name means nothing.
    loose ??= withoutMarks(titles, aliases);
    return loose.get(bare(key)) ?? none;
  }
  return {
    find,
    *all() {
      for (const index of [titles, aliases]) {
        for (const [key, laws] of index) for (const law of laws) yield [key, law] as const;
      }
    },
  };
}

function enter(index: Index, key: string, statute: Statute): void {
  const there = index.get(key);
  if (!there) index.set(key, [statute]);
  else if (!there.includes(statute)) there.push(statute);
}

const bare = (key: string) => key.replace(/[()、]/g, '');

function withoutMarks(...indexes: readonly Index[]): Index {
  const out: Index = new Map();
  for (const index of indexes) {
    for (const [key, statutes] of index) {
      if (/[()、]/.test(key)) for (const statute of statutes) enter(out, bare(key), statute);
    }
  }
  return out;
}
