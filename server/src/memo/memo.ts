import type { TextRange } from '../text/range';

/**
 * The memo model: an immutable snapshot of one version of a memo.
 *
 * A memo is cut into *chunks* (see `cut.ts`): the unit of parsing and of caching. A chunk that an edit did not touch
 * is the same object in the next snapshot, so that every fact derived from it can be kept by identity (WeakMap).
 * All offsets inside a chunk are relative to the chunk's own text; `Memo.starts` says where each chunk stands.
 */
export interface Memo {
  readonly uri: string;
  readonly version: number;
  /** The text as read: BOM removed, CRLF kept. All absolute offsets point into it. */
  readonly text: string;
  readonly frontMatter: FrontMatter;
  /** In document order; together they cover the text without gap or overlap (front matter is chunk 0 if present). */
  readonly chunks: readonly Chunk[];
  /** Absolute start of each chunk; same length as `chunks`. */
  readonly starts: readonly number[];
  /** The sections in document order; `sections[0]` is the preamble before the first heading (perhaps empty). */
  readonly sections: readonly Section[];
}

/** A stretch of source that parses by itself: the same text always gives the same chunk facts. */
export interface Chunk {
  readonly text: string;
  /** Leaf blocks in document order. */
  readonly blocks: readonly Block[];
  /** HTML comments `<!-- … -->`, for the in-text switches. */
  readonly comments: readonly TextRange[];
  /** What is derived of it (`ByChunk`). */
  kept?: unknown[] | undefined;
}

export type BlockKind = 'heading' | 'paragraph' | 'cell' | 'code' | 'html' | 'frontMatter';

/** A leaf block: the smallest thing that carries running text. Offsets are relative to the chunk. */
export interface Block extends TextRange {
  readonly kind: BlockKind;
  /**
   * The running text with Markdown markup taken out: emphasis marks, link targets, backslashes, footnote references and HTML tags
   * are gone; inline code, images and struck-out text are one U+FFFC each; line breaks are `\n`; block quote and list
   * prefixes of continuation lines are gone. Empty for code, html and frontMatter.
   */
  readonly prose: string;
  /**
   * Where the prose comes from: pairs (prose offset, source offset relative to the chunk), ascending; between two pairs
   * both run in step. Use `sourceOffset`/`proseOffset` of `prose.ts`.
   */
  readonly map: readonly number[];
  /** Heading level 1–6; 0 for other blocks. */
  readonly level: number;
  /** Number of block quotes around the block. */
  readonly quoteDepth: number;
  /** The list item that holds the block, if any. */
  readonly list?: ListPlace;
  readonly table?: TablePlace;
  /** Label of the footnote definition that holds the block. */
  readonly footnote?: string;
  /** Prose ranges in bold or emphasis (rarely needed: pseudo-headings). */
  readonly strong?: readonly TextRange[];
}

export interface ListPlace {
  /** 1 = outermost. */
  readonly depth: number;
  readonly ordered: boolean;
  /** Number of the item within its list, from 1. */
  readonly item: number;
  /** Index (in the chunk's blocks) of the block that leads the parent item or that introduces the list; -1 = none. */
  readonly parent: number;
  /** Index of the first block of this item. */
  readonly lead: number;
}

export interface TablePlace {
  /** Number of the table within the chunk, from 0. */
  readonly table: number;
  /** 0 = header row. */
  readonly row: number;
  readonly column: number;
}

/** What stands under a heading, up to the next heading. */
export interface Section {
  /** Heading level 1–6; 0 for the preamble. */
  readonly level: number;
  /** Prose of the heading, '' for the preamble. */
  readonly title: string;
  /** Absolute range of the section: from its heading to the next heading (children not included). */
  readonly start: number;
  readonly end: number;
  /** Absolute range of the heading block. */
  readonly heading: TextRange;
  /** Index of the enclosing section in `Memo.sections`, -1 for the top. */
  readonly parent: number;
  /** First block of the section: chunk index and block index. */
  readonly chunk: number;
  readonly block: number;
}

/** The front matter of a memo (docs/front-matter in the user guide); dates are `YYYY-MM-DD`. */
export interface FrontMatter {
  /** Absolute range including the `---` lines; undefined = the memo has none. */
  readonly range?: TextRange;
  readonly title?: string;
  readonly date?: string;
  readonly lawDate?: string;
  readonly factsDate?: string;
  readonly framework?: string;
  readonly type?: string;
  readonly language?: 'zh' | 'en';
  /** Elements waived with a reason. */
  readonly waive: Readonly<Record<string, string>>;
  /** Absolute range of each known key's value. */
  readonly places: Readonly<Record<string, TextRange>>;
  /** What is wrong with it: never thrown, shown as diagnostics. */
  readonly problems: readonly FrontMatterProblem[];
}

export interface FrontMatterProblem extends TextRange {
  readonly code: 'malformed' | 'bad-date' | 'unknown-key' | 'bad-value';
  readonly args: readonly string[];
}
