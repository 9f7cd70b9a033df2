import type { Citation, CitationIndex } from '../citations/citation';
import type { TextRange } from '../text/range';
import { citesAny, lawsNamed } from './bases';
import type { Condition } from './framework';
import type { Lexicon } from './lexicon';
import type { Placed } from './outline';
import type { Stretch } from './stretch';
import type { PlacedSentence } from './units';

/** A sentence in which words of conditions were found, with the absolute start of its chunk. */
export interface Saying {
  readonly sentence: PlacedSentence;
  readonly offset: number;
  /** Number of its stretch. */
  readonly stretch: number;
  /** Its own number in the memo. */
  readonly at: number;
}

/** A part of the memo in which a condition is looked for. Citations in document order. */
export interface Area {
  readonly saying: readonly Saying[];
  readonly citations: readonly Citation[];
}

/** Where a condition was found to hold: the places of words and citations (none for a condition on elements alone). */
export interface Holds {
  readonly words: readonly TextRange[];
  readonly citations: readonly Citation[];
}

/** The sentences of the memo in which words of conditions were found. */
export function sayingOf(stretches: readonly Stretch[], starts: readonly number[]): Saying[] {
  const saying: Saying[] = [];
  stretches.forEach(({ facts, first }, stretch) => {
    for (const sentence of facts.saying)
      saying.push({ sentence, offset: starts[first + sentence.placed.chunk]!, stretch, at: saying.length });
  });
  return saying;
}

/** Answers conditions of a framework for one memo version. */
export class Conditions {
  private readonly ids = new Map<Condition, number>();
  private named: ReadonlySet<string> | undefined;
  /** The memo's sentences by the number of the condition whose words they hold. */
  private readonly byCondition: (readonly Saying[])[];

  constructor(
    lexicon: Lexicon,
    private readonly memo: Area,
    private readonly index: CitationIndex,
    /** Status of an element, for conditions on elements; unknown ids have none. */
    private readonly statusOf: (element: string) => string | undefined,
  ) {
    lexicon.conditions.forEach((condition, id) => {
      this.ids.set(condition, id);
    });
    const byCondition: Saying[][] = lexicon.conditions.map(() => []);
    for (const one of memo.saying)
      for (const { condition } of one.sentence.facts.conditions) {
        const list = byCondition[condition]!;
        if (list[list.length - 1] !== one) list.push(one);
      }
    this.byCondition = byCondition;
  }

  /** The sentences of the memo that hold words of a condition. */
  sayingWordsOf(condition: Condition): readonly Saying[] {
    const id = this.ids.get(condition);
    return id === undefined ? [] : this.byCondition[id]!;
  }

  /**
   * Where the condition holds in an area, undefined = it does not.
   * @param affirmed true = words in headings, quotations and provisions do not count, and a paragraph must be cited as such
   */
  holds(condition: Condition, area: Area, affirmed: boolean): Holds | undefined {
    const { cites, says, laws, elements, memo } = condition;
    if (elements && !this.elementsHold(elements)) return undefined;
    if (laws) {
      this.named ??= lawsNamed(this.index);
      const { named } = this;
      if (!laws.some((law) => named.has(law))) return undefined;
    }
    if (memo && !this.holds(memo, this.memo, affirmed)) return undefined;
    const words = says ? this.wordsOf(condition, area, affirmed) : [];
    if (says && words.length === 0) return undefined;
    const citations = cites ? firstCited(area.citations, cites, affirmed) : [];
    if (cites && citations.length === 0) return undefined;
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

  /** The first places of a condition's words. */
  private wordsOf(condition: Condition, area: Area, affirmed: boolean): TextRange[] {
    const id = this.ids.get(condition);
    const ranges: TextRange[] = [];
    for (const { sentence, offset } of area === this.memo ? this.sayingWordsOf(condition) : area.saying) {
      if (affirmed && standsApart(sentence.placed)) continue;
      for (const found of sentence.facts.conditions)
        if (found.condition === id) ranges.push({ start: offset + found.start, end: offset + found.end });
      if (ranges.length >= mostPlaces) break;
    }
    return ranges;
  }
}

const mostPlaces = 4;

function firstCited(
  citations: readonly Citation[],
  bases: NonNullable<Condition['cites']>,
  exact: boolean,
): Citation[] {
  const found = citations.find((citation) => citesAny(citation, bases, exact));
  return found ? [found] : [];
}

function standsApart({ passage, noise, provision }: Placed): boolean {
  return passage.quoted || passage.kind === 'heading' || noise || provision;
}
