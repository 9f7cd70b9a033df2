/** A remark of the import; words are made at the edge from the key `statute-import.<code>`. */
export interface ImportProblem {
  readonly severity: 'error' | 'warning';
  /** 1-based line of the source (paragraph of a document); 0 = the file as a whole. */
  readonly line: number;
  readonly code:
    | 'too-large'
    | 'old-doc'
    | 'not-docx'
    | 'not-text'
    | 'empty-file'
    | 'malformed-front-matter'
    | 'no-title'
    | 'no-effective'
    | 'bad-effective'
    | 'effective-from-text'
    | 'no-articles'
    | 'duplicate'
    | 'gap'
    | 'order'
    | 'count'
    | 'empty'
    | 'item-order'
    | 'annex-left-out'
    | 'stray-line'
    | 'not-a-sentence'
    | 'punctuation'
    | 'more';
  readonly args: Readonly<Record<string, string | number>>;
}

/** What the import recognised. */
export interface Recognised {
  readonly title?: string;
  readonly short?: string;
  readonly level?: string;
  readonly promulgated?: string;
  readonly effective?: string;
  readonly divisions: number;
  readonly articles: number;
  /** Articles 第X条之一 among them. */
  readonly inserted: number;
  readonly first?: string;
  readonly last?: string;
  readonly paragraphs: number;
  readonly items: number;
}

export interface ImportResult {
  readonly recognised: Recognised;
  readonly problems: readonly ImportProblem[];
  /** The statute file (docs/statutes.md) and its name; absent when an error stands against it. */
  readonly text?: string;
  readonly fileName?: string;
}

export interface ImportOptions {
  /** Take a text with gaps or duplicates all the same: coverage becomes `selected`, the first of two texts counts. */
  readonly allowGaps?: boolean;
  /** First day on which this version is in force, where the source does not say, `YYYY-MM-DD`. */
  readonly effective?: string;
  readonly short?: string;
}

/** The largest file that is read, in bytes. */
export const importLimit = 20 * 1024 * 1024;
