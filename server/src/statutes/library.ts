import type { Article, ArticleMove, AsOf, Existence, Locator, Statute, StatuteVersion } from './statute';

/** What the host gives the library to read: all calls are synchronous and return undefined when there is no such file. */
export interface LibraryFiles {
  /** The compiled catalogue (facts, article shapes, maps), JSON. */
  catalogue(): string;
  /** The text of one version in the format of docs/statutes.md. */
  text(id: string): string | undefined;
  /** Unofficial English rendering, same format. */
  translation(id: string): string | undefined;
  /** See `StatuteLibrary.prepared`. */
  prepared?(name: string): string | undefined;
}

/** The statute library: facts at once, texts when asked for. Never throws on unknown input. */
export interface StatuteLibrary {
  /** Changes whenever the content changes; part of cache keys. */
  readonly version: string;
  /**
   * What the build worked out of the library in advance, for those who use it; undefined = it did not, or the user's own law is laid over
   * the built-in law.
   */
  prepared(name: string): string | undefined;
  /** Every law, built-in and the user's own. */
  statutes(): readonly Statute[];
  /** By short title. */
  statute(short: string): Statute | undefined;
  /**
   * By any name: full or short title, alias, English title or alias; 《》, 中华人民共和国, issuer, spaces, traditional characters and
   * character width do not matter. Several laws may share a name (then the answer has several).
   */
  find(name: string): readonly Statute[];
  /** Every name in its comparable form (`titleKey`), with the law it means. */
  names(): Iterable<readonly [key: string, statute: Statute]>;
  /**
   * What a user types in a search: part of a name, pinyin initials (xfzqy), English; best first. For the certain answer to
   * a certain name there is `find`.
   */
  search(query: string, limit: number): readonly Statute[];
  versionById(id: string): StatuteVersion | undefined;
  /** The version of a law that applies on a date. */
  asOf(statute: Statute, date: string): AsOf;
  /** Whether the place exists in the version. */
  existence(version: StatuteVersion, place: Locator): Existence;
  /** Number of 款 of an article, undefined = not known. */
  paragraphCount(version: StatuteVersion, article: number, suffix?: number): number | undefined;
  /** Number of 项 of a 款 (1-based), undefined = not known. */
  itemCount(version: StatuteVersion, article: number, paragraph: number, suffix?: number): number | undefined;
  article(version: StatuteVersion, article: number, suffix?: number): Article | undefined;
  translation(version: StatuteVersion, article: number, suffix?: number): Article | undefined;
  /** The articles of a version whose text is here, in order. */
  articles(version: StatuteVersion): readonly Article[];
  /** Where an article went between two versions (also several steps); undefined = no map. */
  move(from: StatuteVersion, article: number, to: StatuteVersion): ArticleMove | undefined;
}
