import type { StatuteFacts } from './facts';
import type { Statute, StatuteVersion } from './statute';
import { lawKey } from './titleKey';

/** A version to be added to the laws: facts from a statute file, from an index row, or from the user's folder. */
export interface Addition {
  readonly facts: StatuteFacts;
  /** 有效 etc., for an index row. */
  readonly status?: string;
  readonly own?: boolean;
}

/** What became of an addition. */
export type Outcome =
  | { readonly state: 'added' | 'merged' | 'replaced'; readonly version: StatuteVersion }
  /** The short title belongs to another law. */
  | { readonly state: 'title-taken'; readonly title: string };

interface Draft {
  short: string;
  title: string;
  aliases: string[];
  english?: string;
  englishAliases: string[];
  level: string;
  versions: StatuteVersion[];
}

/** Laws in the making: facts come in from several sources and become one list of statutes. */
export interface Assembly {
  add(addition: Addition): Outcome;
  /** The laws in the order in which they came; their versions linked with each other. */
  statutes(): Statute[];
}

/** `<short>@<effective>`; without a date the promulgation stands in, then `?`. */
export function versionId(short: string, facts: Pick<StatuteVersion, 'effective' | 'promulgated'>): string {
  return `${short}@${facts.effective ?? facts.promulgated ?? '?'}`;
}

/** Begins an assembly, from a finished list or from nothing. */
export function createAssembly(base: readonly Statute[] = []): Assembly {
  const drafts: Draft[] = [];
  const byShort = new Map<string, Draft>();
  const byTitle = new Map<string, Draft>();
  const touched = new Set<Draft>();
  const finished = new Map<Draft, Statute>();

  const enter = (draft: Draft) => {
    drafts.push(draft);
    byShort.set(draft.short, draft);
    if (!byTitle.has(lawKey(draft.title))) byTitle.set(lawKey(draft.title), draft);
  };
  for (const statute of base) {
    const draft: Draft = {
      ...statute,
      aliases: [...statute.aliases],
      englishAliases: [...statute.englishAliases],
      versions: [...statute.versions],
    };
    enter(draft);
    finished.set(draft, statute);
  }

  function draftOf(facts: StatuteFacts): Draft | string {
    const key = lawKey(facts.title);
    const sameTitle = byTitle.get(key);
    if (sameTitle) return sameTitle;
    const sameShort = byShort.get(facts.short);
    // A law may get a new full title with a new version; what it may not is take another law's short title.
    if (sameShort && lawKey(sameShort.title) !== key && key !== lawKey(facts.short)) return sameShort.title;
    if (sameShort) return sameShort;
    const draft: Draft = {
      short: facts.short,
      title: facts.title,
      aliases: [],
      englishAliases: [],
      level: facts.level,
      versions: [],
    };
    enter(draft);
    return draft;
  }

  return {
    add({ facts, status, own }) {
      const draft = draftOf(facts);
      if (typeof draft === 'string') return { state: 'title-taken', title: draft };
      touched.add(draft);
      const names = [...facts.aliases, ...(facts.short === draft.short ? [] : [facts.short])];
      draft.aliases = union(draft.aliases, names);
      draft.englishAliases = union(draft.englishAliases, facts.englishAliases);
      if (facts.english && !draft.english) draft.english = facts.english;
      if (!draft.level) draft.level = facts.level;
      const { aliases: _, english: __, englishAliases: ___, ...rest } = facts;
      const level = facts.level || draft.level;
      const version: StatuteVersion = {
        ...rest,
        level,
        short: draft.short,
        id: versionId(draft.short, facts),
        ...(status !== undefined && { status }),
        ...(own && { own }),
      };
      const at = draft.versions.findIndex((v) => sameVersion(v, version));
      const there = draft.versions[at];
      if (!there) {
        draft.versions.push(version);
        return { state: 'added', version };
      }
      if (own) {
        draft.versions[at] = version;
        return { state: 'replaced', version };
      }
      draft.versions[at] = merge(there, version);
      return { state: 'merged', version: draft.versions[at]! };
    },
    statutes() {
      return drafts.map((draft) => {
        const done = finished.get(draft);
        if (done && !touched.has(draft)) return done;
        const statute: Statute = { ...draft, versions: linkVersions(draft.versions) };
        finished.set(draft, statute);
        touched.delete(draft);
        return statute;
      });
    },
  };
}

function union(list: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...list, ...more])];
}

function sameVersion(a: StatuteVersion, b: StatuteVersion): boolean {
  if (a.effective !== undefined && a.effective === b.effective) return true;
  return a.promulgated !== undefined && a.promulgated === b.promulgated;
}

/** The first source of a version wins; what it does not say comes from the second. */
function merge(first: StatuteVersion, second: StatuteVersion): StatuteVersion {
  const gained = (Object.keys(second) as (keyof StatuteVersion)[]).filter((k) => first[k] === undefined);
  const uncertain = [
    ...first.uncertain,
    ...second.uncertain.filter((f) => gained.includes(f as keyof StatuteVersion)),
  ];
  return { ...second, ...first, ...Object.fromEntries(gained.map((key) => [key, second[key]])), uncertain };
}

/** Sorts versions by the day they began and says of each which one came after it. */
function linkVersions(versions: readonly StatuteVersion[]): StatuteVersion[] {
  const day = (v: StatuteVersion) => v.effective ?? v.promulgated ?? '';
  const sorted = [...versions].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return sorted.map((v, i) => {
    const next = sorted[i + 1];
    if (!next || v.repealed !== undefined) return v;
    const linked = { ...v, supersededBy: next.id };
    if (next.effective === undefined) return linked;
    if (v.superseded !== undefined && v.superseded <= next.effective) return linked;
    const uncertain = v.uncertain.filter((f) => f !== 'superseded');
    if (next.uncertain.includes('effective')) uncertain.push('superseded');
    return { ...linked, superseded: next.effective, uncertain };
  });
}
