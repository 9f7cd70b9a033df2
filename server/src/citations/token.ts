import type { Statute } from '../statutes/statute';
import type { TextRange } from '../text/range';
import type { Form } from './citation';
import type { Unit } from './element';
import type { Point } from './points';

/**
 * What the scanner finds in the prose of one block, without knowing anything of the rest of the memo. Offsets are those of the
 * prose. The resolver makes citations of it.
 */
export type Token = ReferenceToken | NameToken | AliasToken | StopToken;

/** A law, or another document, named in the text. */
export interface NameExpression extends TextRange {
  /** Without marks, as written. */
  readonly text: string;
  /** Its Chinese title, where an English name is known to mean an instrument that the library does not have. */
  readonly title?: string;
  readonly inner: TextRange;
  readonly marks: '《》' | 'other' | 'none';
  readonly statutes: readonly Statute[];
  /**
   * law: in the library · unknown: looks like a law and is not in the library · document: contract, policy, standard … ·
   * foreign: foreign or international law · other: something that has no articles (a certificate, a book).
   */
  readonly sort: 'law' | 'unknown' | 'document' | 'foreign' | 'other';
  readonly english: boolean;
  /** Version asked for: 2016年《网络安全法》, 《食品安全法》（2021修正）. */
  readonly year?: number;
  /** 旧《…法》: an earlier version is meant. */
  readonly old?: boolean;
  readonly forms: readonly Form[];
}

export type Anaphor =
  /** 该法, 本条例, the said Law: endings that the law's title has. `state`: 旧法 is the version before, 现行法 and 新法 the present one. */
  | {
      readonly kind: 'law';
      readonly endings: readonly string[];
      readonly own: boolean;
      readonly state?: 'former' | 'present';
    }
  /** 前者, 后者: the first or the second of the two laws named last; 两法: none of them alone. */
  | { readonly kind: 'pair'; readonly which: number }
  /** 条例第25条: the last law of that kind, named by its kind alone. */
  | { readonly kind: 'kind'; readonly endings: readonly string[] }
  /** 同上，第35条: the law cited last. */
  | { readonly kind: 'same' }
  /** 前述第三十条: a place cited before. */
  | { readonly kind: 'cited'; readonly own?: boolean }
  /** 该条, the same Article; 该款 keeps the paragraph too. */
  | { readonly kind: 'article'; readonly paragraph: boolean }
  /** 前款, 前两条: so many units back. */
  | { readonly kind: 'previous'; readonly unit: Unit; readonly count: number };

/** A locator, with the name or anaphor that stands directly at it. */
export interface ReferenceToken extends TextRange {
  readonly type: 'reference';
  readonly name?: NameExpression;
  readonly anaphor?: Anaphor;
  readonly anaphorText?: string;
  readonly points: readonly Point[];
  /** Where the locator itself begins. */
  readonly locator: number;
  /** 第4.3条, clause 8: never a statute. */
  readonly clause: boolean;
  /** Without 第 and without a name. */
  readonly weak: boolean;
  /** A cell of a table that holds nothing but numbers. */
  readonly cell?: boolean;
  readonly english: boolean;
  readonly quoted: boolean;
  readonly forms: readonly Form[];
}

export interface NameToken extends TextRange {
  readonly type: 'name';
  readonly name: NameExpression;
  readonly quoted: boolean;
}

/** （以下简称《电商法》） */
export interface AliasToken extends TextRange {
  readonly type: 'alias';
  readonly alias: string;
  readonly name: NameExpression;
}

/** End of a sentence. */
export interface StopToken extends TextRange {
  readonly type: 'stop';
}
