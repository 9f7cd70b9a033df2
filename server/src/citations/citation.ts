import type { Locator, Statute, StatuteVersion } from '../statutes/statute';
import type { TextRange } from '../text/range';

export type CitationKind = 'explicit' | 'elliptic' | 'anaphoric';

export type CitationStatus =
  | 'verified'
  | 'unknown-law'
  | 'no-such-article'
  | 'no-such-paragraph'
  | 'no-such-item'
  | 'repealed'
  | 'not-yet-effective'
  | 'renumbered'
  | 'unresolved'
  | 'not-in-library';

/** How a title or number was written, for the style rules; all flags are facts of the text, not judgements. */
export type Form =
  | 'missing-di' // 民法典1198条
  | 'missing-tiao' // 第40条至50条 (the first or second 条), 民法典第1198
  | 'elided-list' // 第27、29条
  | 'arabic'
  | 'chinese'
  | 'digitwise' // 三八
  | 'bracketed-item' // 第（一）项
  | 'plain-item' // 第一项
  | 'spaced'
  | 'title-marks' // <<…>>, 〈…〉, one mark missing
  | 'locator-inside-marks' // 《电子商务法第38条》
  | 'bare-title' // no 《》
  | 'symbol' // §38, 38(2), 38Ⅱ
  | 'english'
  | 'traditional';

/** One target of a citation: a place, or a range of places up to `to`. */
export interface Target extends TextRange {
  /** Absolute range of this target's own words (第八十三条), within the citation. */
  readonly place: Locator;
  readonly to?: Locator;
  readonly forms: readonly Form[];
  readonly status: CitationStatus;
  /** Version looked at; absent when the law is unknown. */
  readonly version?: StatuteVersion;
}

/** A mention of one or more provisions of one law, as it stands in the memo. Offsets are absolute. */
export interface Citation extends TextRange {
  readonly kind: CitationKind;
  readonly raw: string;
  /** The resolved law; undefined = unresolved or unknown. */
  readonly statute?: Statute;
  /** The title as written (without marks), if one is written; range absolute. */
  readonly title?: {
    readonly text: string;
    readonly range: TextRange;
    readonly marks: '《》' | 'other' | 'none';
  };
  /** The law's name where it is not in the library (an unknown 《…法》). */
  readonly unknownTitle?: string;
  /** Version asked for in the text: （2016年）, 2018修正. */
  readonly year?: number;
  /** Laws it might mean, when unresolved. */
  readonly candidates: readonly Statute[];
  readonly targets: readonly Target[];
  readonly forms: readonly Form[];
  /** Index of the chunk and block it stands in. */
  readonly chunk: number;
  readonly block: number;
  /** Inside quotation marks or a block quote. */
  readonly quoted: boolean;
}

/** 《电子商务法》（以下简称《电商法》）: a name that the memo defines for a law. */
export interface AliasDefinition extends TextRange {
  readonly alias: string;
  readonly title: string;
  readonly statute?: Statute;
}

/** A law named without an article. */
export interface Mention extends TextRange {
  readonly text: string;
  readonly statute?: Statute;
}

/** Text in quotation marks or a block quote that is tied to a citation and compared with the law. */
export interface Quotation extends TextRange {
  readonly citation: Citation;
  readonly target: Target;
  readonly status: 'verbatim' | 'differs' | 'not-in-library';
  readonly differences: readonly QuotationDifference[];
  /** Place that the words really come from, when it is another one. */
  readonly elsewhere?: { readonly version: StatuteVersion; readonly place: Locator };
}

export interface QuotationDifference extends TextRange {
  /** What the memo says (absolute range) and what the law says. */
  readonly written: string;
  readonly official: string;
  /** An operative word differs: 应当/可以, 连带/相应/补充, a number, a negation. */
  readonly operative: boolean;
}

/** What is known of one chunk: offsets and `chunk` of the memo, or relative to the chunk. */
export interface ChunkResults {
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
  readonly aliases: readonly AliasDefinition[];
  readonly quotations: readonly Quotation[];
}

/** All that is known of the citations of one memo version. Lists are in document order. */
export interface CitationIndex {
  readonly asOf: string;
  /**
   * By chunk, relative to it (`chunk` is 0); undefined = nothing there. The same object from version to version as long as nothing
   * changes: what follows from it can be kept by identity.
   */
  readonly byChunk: readonly (ChunkResults | undefined)[];
  /** The results of one chunk with absolute offsets: the same objects as in the lists below. */
  inChunk(chunk: number): ChunkResults;
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
  readonly aliases: readonly AliasDefinition[];
  readonly quotations: readonly Quotation[];
}
