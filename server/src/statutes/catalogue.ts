import type { ArticleMap } from './articleMap';
import { type NameKeys, nameKeys } from './names';
import type { Statute, StatuteVersion } from './statute';

/** The compiled form of the library without the texts; what `LibraryFiles.catalogue` gives, as JSON. */
export interface Catalogue {
  /** Fingerprint of everything, texts included. */
  readonly version: string;
  /** The day on which the index of facts was established; '' = not said. */
  readonly stated: string;
  readonly statutes: readonly CatalogueStatute[];
  /** Shape of each version that has text, by version id (see `shape.ts`). */
  readonly shapes: Readonly<Record<string, string>>;
  readonly maps: readonly ArticleMap[];
}

/** A statute with what follows from its name left out. */
export interface CatalogueStatute {
  readonly short: string;
  readonly title?: string;
  readonly aliases?: readonly string[];
  readonly english?: string;
  readonly englishAliases?: readonly string[];
  readonly level: string;
  /** `NameKeys.titles`, where they are not just the short title. */
  readonly titleKeys?: readonly string[];
  readonly aliasKeys?: readonly string[];
  readonly versions: readonly CatalogueVersion[];
}

type Implied = 'short' | 'id' | 'title' | 'level' | 'coverage' | 'uncertain';
type CatalogueVersion = Omit<StatuteVersion, Implied> & Partial<Pick<StatuteVersion, Implied>>;

/** Takes out what `expandStatute` can put back. */
export function packStatute(statute: Statute): CatalogueStatute {
  const { short, title, aliases, english, englishAliases, level, versions } = statute;
  const keys = nameKeys(statute);
  return {
    short,
    ...(title !== short && { title }),
    ...(aliases.length > 0 && { aliases }),
    ...(english !== undefined && { english }),
    ...(englishAliases.length > 0 && { englishAliases }),
    level,
    ...((keys.titles.length > 1 || keys.titles[0] !== short) && { titleKeys: keys.titles }),
    ...(keys.aliases.length > 0 && { aliasKeys: keys.aliases }),
    versions: versions.map((v) => {
      const { short: _, id, title: versionTitle, level: versionLevel, coverage, uncertain, ...rest } = v;
      return {
        ...rest,
        ...(id !== impliedId(short, v) && { id }),
        ...(versionTitle !== title && { title: versionTitle }),
        ...(versionLevel !== level && { level: versionLevel }),
        ...(coverage !== 'none' && { coverage }),
        ...(uncertain.length > 0 && { uncertain }),
      };
    }),
  };
}

const nothing: readonly string[] = Object.freeze([]);

/** The inverse of `packStatute`. */
export function expandStatute(packed: CatalogueStatute): Statute {
  return new ExpandedStatute(packed);
}

/** A memo cites few of thousands of laws: the versions are put together when they are asked for. */
class ExpandedStatute implements Statute {
  readonly short: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly english: string | undefined;
  readonly englishAliases: readonly string[];
  readonly level: string;
  readonly #packed: readonly CatalogueVersion[];
  #versions: readonly StatuteVersion[] | undefined;

  constructor(packed: CatalogueStatute) {
    this.short = packed.short;
    this.title = packed.title ?? packed.short;
    this.aliases = packed.aliases ?? nothing;
    this.english = packed.english;
    this.englishAliases = packed.englishAliases ?? nothing;
    this.level = packed.level;
    this.#packed = packed.versions;
  }

  get versions(): readonly StatuteVersion[] {
    this.#versions ??= this.#packed.map((version) => this.#expand(version));
    return this.#versions;
  }

  /** Every version has every property, in one order: objects of many shapes slow down all that reads them. */
  #expand(v: CatalogueVersion): StatuteVersion {
    return {
      id: v.id ?? impliedId(this.short, v),
      short: this.short,
      title: v.title ?? this.title,
      level: v.level ?? this.level,
      coverage: v.coverage ?? 'none',
      uncertain: v.uncertain ?? nothing,
      issuer: v.issuer,
      number: v.number,
      promulgated: v.promulgated,
      effective: v.effective,
      superseded: v.superseded,
      supersededBy: v.supersededBy,
      repealed: v.repealed,
      repealedBy: v.repealedBy,
      amendedFrom: v.amendedFrom,
      articles: v.articles,
      status: v.status,
      official: v.official,
      note: v.note,
      own: v.own,
    } satisfies Record<keyof Required<StatuteVersion>, unknown>;
  }
}

/** The names of a packed statute. */
export function packedNames({ short, titleKeys = [short], aliasKeys = nothing }: CatalogueStatute): NameKeys {
  return { titles: titleKeys, aliases: aliasKeys };
}

function impliedId(short: string, v: { effective?: string; promulgated?: string }): string {
  return `${short}@${v.effective ?? v.promulgated ?? '?'}`;
}
