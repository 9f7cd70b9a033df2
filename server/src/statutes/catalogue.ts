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
  const { short, title = short, level } = packed;
  return {
    short,
    title,
    aliases: packed.aliases ?? nothing,
    ...(packed.english !== undefined && { english: packed.english }),
    englishAliases: packed.englishAliases ?? nothing,
    level,
    versions: packed.versions.map((v) => ({
      id: impliedId(short, v),
      short,
      title,
      level,
      coverage: 'none' as const,
      uncertain: nothing,
      ...v,
    })),
  };
}

/** The names of a packed statute. */
export function packedNames({ short, titleKeys = [short], aliasKeys = nothing }: CatalogueStatute): NameKeys {
  return { titles: titleKeys, aliases: aliasKeys };
}

function impliedId(short: string, v: { effective?: string; promulgated?: string }): string {
  return `${short}@${v.effective ?? v.promulgated ?? '?'}`;
}
