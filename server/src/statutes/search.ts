import type { NameKeys } from './names';
import { pinyinInitials } from './pinyin';
import type { Statute } from './statute';
import { foldTitle, titleKey } from './titleKey';

interface Entry {
  readonly statute: Statute;
  /** Comparable names. */
  readonly names: readonly string[];
  /** For each Chinese name the possible initials of each character; worked out when letters are first asked for. */
  initials?: readonly (readonly string[])[];
  /** Laws with text stand before laws without. */
  readonly late: number;
}

/** Laws for what a user types, best first. */
export type StatuteSearch = (query: string, limit: number) => readonly Statute[];

/**
 * Search over all names by part of a name (消费者权益), by pinyin initials (`xfzqy`, also from the middle: `qyb`) and by English title or
 * abbreviation. Names are prepared at the first call.
 */
export function createSearch(
  statutes: readonly Statute[],
  keysOf: (statute: Statute) => NameKeys,
): StatuteSearch {
  let entries: Entry[] | undefined;
  return (query, limit) => {
    const wanted = foldTitle(query);
    if (wanted === '' || limit <= 0) return [];
    entries ??= statutes.map((statute) => prepare(statute, keysOf(statute)));
    const key = titleKey(query);
    const latin = /^[a-z]{2,24}$/.test(wanted);
    const found: { statute: Statute; rank: number }[] = [];
    for (const entry of entries) {
      const rank = rankOf(entry, wanted, key, latin);
      if (rank !== undefined) found.push({ statute: entry.statute, rank: rank + entry.late });
    }
    found.sort((a, b) => a.rank - b.rank || a.statute.short.length - b.statute.short.length);
    return found.slice(0, limit).map((f) => f.statute);
  };
}

function prepare(statute: Statute, keys: NameKeys): Entry {
  return {
    statute,
    names: [...keys.titles, ...keys.aliases],
    late: statute.versions.some((v) => v.coverage !== 'none') ? 0 : 0.5,
  };
}

function initialsOf(entry: Entry): readonly (readonly string[])[] {
  entry.initials ??= entry.names
    .filter((name) => !/^[a-z]/.test(name))
    .map((name) => [...name].map(pinyinInitials));
  return entry.initials;
}

/** 0 the name itself, 1 its beginning or all its initials, 2 initials from the beginning, 3 a part of it, 4 initials from the middle. */
function rankOf(entry: Entry, wanted: string, key: string, latin: boolean): number | undefined {
  let best = Number.POSITIVE_INFINITY;
  for (const name of entry.names) {
    if (name === wanted || name === key) return 0;
    if (best > 1 && name.startsWith(key)) best = 1;
    else if (best > 3 && (name.includes(key) || name.includes(wanted))) best = 3;
  }
  if (latin && best > 1) {
    for (const initials of initialsOf(entry)) {
      const at = placeOf(wanted, initials);
      if (at === 0) best = Math.min(best, initials.length === wanted.length ? 1 : 2);
      else if (at > 0) best = Math.min(best, 4);
    }
  }
  return Number.isFinite(best) ? best : undefined;
}

/** Where the letters stand in a row of initials, -1 = nowhere. */
function placeOf(letters: string, initials: readonly string[]): number {
  for (let start = 0; start + letters.length <= initials.length; start++) {
    let i = 0;
    while (i < letters.length && initials[start + i]!.includes(letters[i]!)) i++;
    if (i === letters.length) return start;
  }
  return -1;
}
