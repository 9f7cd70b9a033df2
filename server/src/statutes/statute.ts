/** The law as data. Dates are `YYYY-MM-DD`; every fact comes from the files described in docs/statutes.md. */

/** A place in a law: 条, 之一, 款, 项, 目. */
export interface Locator {
  readonly article: number;
  /** 第一百三十三条之一 has suffix 1. */
  readonly suffix?: number;
  readonly paragraph?: number;
  readonly item?: number;
  readonly subitem?: number;
}

export type Coverage = 'complete' | 'selected' | 'none';

/** A law over all its versions. */
export interface Statute {
  /** Unique short title: the law's name throughout the program. */
  readonly short: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly english?: string;
  readonly englishAliases: readonly string[];
  readonly level: string;
  /** Ascending by effective date (where it is not known, the promulgation stands in). */
  readonly versions: readonly StatuteVersion[];
}

export interface StatuteVersion {
  readonly short: string;
  /** `<short>@<effective>`; the key of maps and successors. */
  readonly id: string;
  readonly title: string;
  readonly issuer?: string;
  readonly level: string;
  readonly number?: string;
  readonly promulgated?: string;
  readonly effective?: string;
  readonly superseded?: string;
  readonly supersededBy?: string;
  readonly repealed?: string;
  /** Version id or title of the law that replaced it. */
  readonly repealedBy?: string;
  readonly amendedFrom?: string;
  readonly coverage: Coverage;
  /** Number of articles 第X条; undefined = not known. */
  readonly articles?: number;
  /** Names of the facts above that are not certain; an uncertain fact never decides an error. */
  readonly uncertain: readonly string[];
  /** 有效 etc. as in the index; undefined for laws with text. */
  readonly status?: string;
  readonly official?: string;
  readonly note?: string;
  /** True for a law from the user's own folder. */
  readonly own?: boolean;
}

/** An article's text: its 款, each with its 项 (and 目). */
export interface Article {
  readonly article: number;
  readonly suffix?: number;
  /** 第三十八条 as printed. */
  readonly label: string;
  readonly paragraphs: readonly Paragraph[];
  /** Headings above it, outermost first: 第二章 电子商务经营者, 第二节 … */
  readonly divisions: readonly string[];
}

export interface Paragraph {
  /** Words before the first 项 (or the whole 款). */
  readonly text: string;
  readonly items: readonly Item[];
  /** Words after the last 项 that still belong to this 款. */
  readonly closing?: string;
}

export interface Item {
  readonly number: number;
  /** With its （一）. */
  readonly text: string;
  readonly subitems: readonly string[];
}

/** What a law is on a day. When `unknown`, `version` is the nearest one known and must not decide an error. */
export interface AsOf {
  readonly date: string;
  /** in-force · repealed · not-yet-effective · unknown (no date certain enough to say). */
  readonly state: 'in-force' | 'repealed' | 'not-yet-effective' | 'unknown';
  /** The version that applies on the date (when repealed: the last one; not yet effective: the first one). */
  readonly version: StatuteVersion;
  /** Later version or successor law, where known. */
  readonly successor?: StatuteVersion;
  /** Title of the successor where it is not in the library. */
  readonly successorTitle?: string;
  /**
   * The version that may apply instead, where an uncertain date decides between the two: something may only be called
   * wrong when it is wrong in both.
   */
  readonly alternative?: StatuteVersion;
}

/** Whether a place exists in a version: `unknown` = the library cannot tell (text not bundled). */
export type Existence =
  | { readonly state: 'exists' }
  | { readonly state: 'unknown' }
  | { readonly state: 'no-article'; readonly articles: number }
  | { readonly state: 'no-paragraph'; readonly paragraphs: number }
  | { readonly state: 'no-item'; readonly items: number };

/** Where an article of one version went in a later version. */
export interface ArticleMove {
  readonly from: string;
  readonly to: string;
  readonly status: 'same' | 'changed' | 'deleted';
  readonly articles: readonly number[];
  readonly note?: string;
}
