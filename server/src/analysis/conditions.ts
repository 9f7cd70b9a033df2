import type { Citation, CitationIndex } from '../citations/citation';
import type { TextRange } from '../text/range';
import { citesAny, lawsNamed } from './bases';
import type { Condition } from './framework';
import type { Lexicon } from './lexicon';
import type { Placed } from './outline';
import type { PlacedSentence } from './units';

/** A stretch of the memo in which a condition is looked for: its sentences and citations. */
export interface Stretch {
  readonly sentences: readonly PlacedSentence[];
  readonly citations: readonly Citation[];
}

/** Where a condition was found to hold: the places of words and citations (none for a condition on elements alone). */
export interface Holds {
  readonly words: readonly TextRange[];
  readonly citations: readonly Citation[];
}

/** Answers conditions of a framework for one memo version. */
export class Conditions {
  private readonly ids = new Map<Condition, number>();
  private named: ReadonlySet<string> | undefined;

  constructor(
    lexicon: Lexicon,
    private readonly memo: Stretch,
    private readonly index: CitationIndex,
    /** Status of an element, for conditions on elements; unknown ids have none. */
    private readonly statusOf: (element: string) => string | undefined,
  ) {
    lexicon.conditions.forEach((condition, id) => {
      this.ids.set(condition, id);
    });
  }

  /**
   * Where the condition holds in a stretch, undefined = it does not.
   * @param affirmed true = words in headings, quotations and provisions do not count, and a paragraph must be cited as such
   */
  holds(condition: Condition, stretch: Stretch, affirmed: boolean): Holds | undefined {
    const { cites, says, laws, elements, memo } = condition;
    if (elements && !this.elementsHold(elements)) return undefined;
    if (laws) {
      this.named ??= lawsNamed(this.index);
      const named = this.named;
      if (!laws.some((law) => named.has(law))) return undefined;
    }
    if (memo && !this.holds(memo, this.memo, affirmed)) return undefined;
    const citations = cites
      ? stretch.citations.filter((citation) => citesAny(citation, cites, affirmed))
      : [];
    if (cites && citations.length === 0) return undefined;
    const words = says ? this.wordsOf(this.ids.get(condition) ?? -1, stretch, affirmed) : [];
    if (says && words.length === 0) return undefined;
    return { words, citations };
  }

  /** Whether the condition holds somewhere in the memo. */
  inMemo(condition: Condition): boolean {
    return this.holds(condition, this.memo, true) !== undefined;
  }

  private elementsHold(elements: Readonly<Record<string, readonly string[]>>): boolean {
    return Object.entries(elements).every(([id, allowed]) => {
      const status = this.statusOf(id);
      return status !== undefined && allowed.includes(status);
    });
  }

  private wordsOf(condition: number, stretch: Stretch, affirmed: boolean): TextRange[] {
    const ranges: TextRange[] = [];
    for (const { facts, placed } of stretch.sentences) {
      if (facts.conditions.length === 0) continue;
      if (affirmed && standsApart(placed)) continue;
      for (const found of facts.conditions)
        if (found.condition === condition)
          ranges.push({ start: placed.offset + found.start, end: placed.offset + found.end });
    }
    return ranges;
  }
}

function standsApart({ passage, noise, provision }: Placed): boolean {
  return passage.quoted || passage.kind === 'heading' || noise || provision;
}
