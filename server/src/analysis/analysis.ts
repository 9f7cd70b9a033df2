import type { TextRange } from '../text/range';

export type ElementStatus = 'missing' | 'mentioned' | 'partial' | 'addressed' | 'waived';

export interface Facets {
  readonly authority: boolean;
  readonly application: boolean;
  readonly conclusion: boolean;
}

/** A stretch of the memo that made the analysis decide as it did. Absolute offsets. */
export interface Evidence extends TextRange {
  /** What it shows: a mention (noise zone), the rule, its application to the facts, a conclusion. */
  readonly shows: 'mention' | 'authority' | 'application' | 'conclusion' | 'waiver';
  /** Weight that it contributed, for the explanation in the editor. */
  readonly score: number;
}

/** An element of the framework, judged. */
export interface ElementFinding {
  readonly element: string;
  /** False where the framework says the element does not apply to this memo (no trigger, or n/a). */
  readonly required: boolean;
  readonly status: ElementStatus;
  readonly facets: Facets;
  readonly evidence: readonly Evidence[];
  readonly reason?: string;
  /** Sub-elements by id, e.g. `prevention.rescue`. */
  readonly parts: readonly ElementFinding[];
}

/** The analysis of one memo version under one framework. */
export interface Analysis {
  readonly framework: string;
  readonly elements: readonly ElementFinding[];
  /** Where a missing element's treatment belongs: absolute range of the analysis section's heading, else the title, else [0,0). */
  readonly anchor: TextRange;
  /** Consistency findings (data-driven, from the framework): id, place, arguments for the message. */
  readonly consistency: readonly ConsistencyFinding[];
}

export interface ConsistencyFinding extends TextRange {
  readonly id: string;
  readonly args: Readonly<Record<string, string>>;
  readonly related: readonly TextRange[];
}
