/** What is wrong with a statute file. Words are made at the edge from the key `statute-file.<code>`. */
export interface StatuteProblem {
  /** 1-based line of the file. */
  readonly line: number;
  readonly code:
    | 'no-front-matter'
    | 'malformed-yaml'
    | 'missing-key'
    | 'unknown-key'
    | 'bad-value'
    | 'bad-date'
    | 'bad-heading'
    | 'duplicate-article'
    | 'article-order'
    | 'article-gap'
    | 'article-count'
    | 'empty-article'
    | 'stray-text'
    | 'item-order'
    | 'text-without-coverage'
    | 'no-articles'
    | 'bad-map'
    | 'bad-row'
    | 'duplicate-version'
    | 'title-taken';
  readonly args: Readonly<Record<string, string | number>>;
}
