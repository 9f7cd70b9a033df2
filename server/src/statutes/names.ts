import type { Statute } from './statute';
import { foldTitle, titleKey } from './titleKey';

/** All names of all laws. */
export interface Names {
  /** The laws that a name means; titles and short titles go before aliases. */
  find(name: string): readonly Statute[];
  /** Every folded name with its law, for a scanner. */
  all(): Iterable<readonly [name: string, statute: Statute]>;
}

const none: readonly Statute[] = Object.freeze([]);

/** Prepares the names of laws for look-up. */
export function createNames(statutes: readonly Statute[]): Names {
  const titles = new Map<string, Statute[]>();
  const aliases = new Map<string, Statute[]>();
  for (const statute of statutes) {
    enter(titles, statute.title, statute);
    enter(titles, statute.short, statute);
    // An amended law may have changed its title.
    for (const { title } of statute.versions) if (title !== statute.title) enter(titles, title, statute);
    if (statute.english) enter(titles, statute.english, statute);
    for (const alias of statute.aliases) enter(aliases, alias, statute);
    for (const alias of statute.englishAliases) enter(aliases, alias, statute);
  }
  let loose: Map<string, Statute[]> | undefined;

  return {
    find(name) {
      const key = titleKey(name);
      if (key === '') return none;
      const found = titles.get(key) ?? aliases.get(key);
      if (found) return found;
      // 解释一 for 解释（一）: only where the exact name means nothing.
      loose ??= withoutBrackets(titles, aliases);
      return loose.get(bare(key)) ?? none;
    },
    *all() {
      for (const statute of statutes) {
        const own = new Set<string>();
        const english = statute.english === undefined ? [] : [statute.english];
        for (const name of [
          statute.title,
          statute.short,
          ...statute.aliases,
          ...english,
          ...statute.englishAliases,
        ]) {
          own.add(foldTitle(name));
          own.add(titleKey(name));
        }
        for (const name of own) if (name.length > 1) yield [name, statute] as const;
      }
    },
  };
}

function enter(map: Map<string, Statute[]>, name: string, statute: Statute): void {
  const key = titleKey(name);
  const there = map.get(key);
  if (!there) map.set(key, [statute]);
  else if (!there.includes(statute)) there.push(statute);
}

const bare = (key: string) => key.replace(/[()]/g, '');

function withoutBrackets(...maps: readonly Map<string, Statute[]>[]): Map<string, Statute[]> {
  const out = new Map<string, Statute[]>();
  for (const map of maps) {
    for (const [key, statutes] of map) {
      if (key.includes('(') && !out.has(bare(key))) out.set(bare(key), statutes);
    }
  }
  return out;
}
