import type { Locator, Statute } from '../statutes/statute';
import type { Antecedent, Antecedents } from './antecedent';
import type { CitationKind, Form } from './citation';
import type { Context } from './context';
import type { Point } from './points';
import type { NameExpression } from './token';
import type { WordPairs } from './wording';

/** A citation of a chunk, resolved; offsets are those of the block's prose. */
export interface ResolvedCitation {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly kind: CitationKind;
  readonly law?: Antecedent;
  readonly name?: NameExpression;
  /** 旧法第二十一条: the version before the one in force is meant. */
  readonly old?: boolean;
  readonly points: readonly Point[];
  readonly forms: readonly Form[];
  readonly quoted: boolean;
  readonly candidates: readonly Statute[];
}

export interface ResolvedMention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly statute?: Statute;
}

export interface ResolvedChunk {
  readonly citations: readonly ResolvedCitation[];
  readonly mentions: readonly ResolvedMention[];
  readonly after: Context;
}

/** What the resolver asks of the library. */
export interface LawBook {
  readonly antecedents: Antecedents;
  /** The antecedent that a name stands for, aliases of the memo aside. */
  antecedent(name: NameExpression): Antecedent | undefined;
  /** Whether the law is no longer in force. */
  isGone(statute: Statute): boolean;
  /** The antecedent of a full title. */
  titled(title: string): Antecedent;
  /** Whether the law (in the version that applies) has the place: false only if it is proven that it has not. */
  mayHave(law: Antecedent, place: Partial<Locator>): boolean;
  /** How many pairs of characters some words share with the text of an article; undefined = no text here. */
  sharesWords(law: Antecedent, place: Partial<Locator>, said: WordPairs): number | undefined;
  /** How many 款 the article has; undefined = not in the library. */
  paragraphs(law: Antecedent, place: Partial<Locator>): number | undefined;
  /** Whether it is proven that the law has the place. */
  has(law: Antecedent, place: Partial<Locator>): boolean;
}
