import type { TextRange } from '../text/range';
import type { Condition } from './framework';
import type { Lexicon } from './lexicon';
import { type First, numberOf, type Place, type Said, saidIn } from './said';
import type { Stretch } from './stretch';

/** Where a condition was found to hold: its first words and citation (none for a condition on elements alone). Absolute. */
export interface HoldsAt {
  readonly word?: TextRange;
  readonly cited?: TextRange;
}

/** First places in the memo, by number of the condition. */
type Firsts = readonly (TextRange | undefined)[];

/** Answers conditions of a framework for one memo version: sums over what is known of its stretches. */
export class Conditions {
  /** What each stretch says. */
  readonly said: readonly Said[];
  private readonly firsts = new Map<(said: Said) => readonly First[], Firsts>();
  private named: ReadonlySet<string> | undefined;

  constructor(
    private readonly lexicon: Lexicon,
    private readonly stretches: readonly Stretch[],
    private readonly starts: readonly number[],
    /** Status of an element, for conditions on elements; unknown ids have none. */
    private readonly statusOf: (element: string) => string | undefined,
  ) {
    this.said = stretches.map(({ facts }) => saidIn(facts, lexicon));
  }

  /**
   * Where the condition holds in the memo as a whole, undefined = it does not.
   * @param affirmed true = words in headings, quotations and provisions do not count, and a paragraph must be cited as such
   */
  holds(condition: Condition, affirmed: boolean): HoldsAt | undefined {
    if (!this.holdsApart(condition, affirmed)) return undefined;
    const number = numberOf(condition, this.lexicon);
    const word = condition.says && this.first(affirmed ? ownWords : words)[number];
    if (condition.says && !word) return undefined;
    const place = condition.cites && this.first(affirmed ? citedExactly : cited)[number];
    if (condition.cites && !place) return undefined;
    return { ...(word && { word }), ...(place && { cited: place }) };
  }

  /** Whether that part of the condition holds that does not ask for words or citations at a place. */
  holdsApart({ laws, elements, memo }: Condition, affirmed: boolean): boolean {
    if (elements && !this.elementsHold(elements)) return false;
    if (laws) {
      this.named ??= new Set(this.said.flatMap((said) => [...said.laws]));
      const { named } = this;
      if (!laws.some((law) => named.has(law))) return false;
    }
    return !memo || this.holds(memo, affirmed) !== undefined;
  }

  /** A place of a stretch (by number) in the memo. */
  rangeOf({ chunk, start, end }: Place, stretch: number): TextRange {
    const offset = this.starts[this.stretches[stretch]!.first + chunk]!;
    return { start: offset + start, end: offset + end };
  }

  private elementsHold(elements: Readonly<Record<string, readonly string[]>>): boolean {
    return Object.entries(elements).every(([id, allowed]) => {
      const status = this.statusOf(id);
      return status !== undefined && allowed.includes(status);
    });
  }

  private first(which: (said: Said) => readonly First[]): Firsts {
    let firsts = this.firsts.get(which);
    if (!firsts) {
      const found: (TextRange | undefined)[] = [];
      this.said.forEach((said, stretch) => {
        for (const { number, place } of which(said)) found[number] ??= this.rangeOf(place, stretch);
      });
      firsts = found;
      this.firsts.set(which, firsts);
    }
    return firsts;
  }
}

const words = (said: Said) => said.words;
const ownWords = (said: Said) => said.ownWords;
const cited = (said: Said) => said.cited;
const citedExactly = (said: Said) => said.citedExactly;
