import { ByElement } from './byElement';
import type { Meaning } from './lexicon';

// What is counted in a sentence. A memo has thousands of sentences, so that these are used again for each: `clear` keeps their room.

/** Distinct cues of one element in one sentence. */
export interface CueCount {
  readonly strong: number;
  readonly weak: number;
  readonly outcome: number;
  /** Heading cues: a bare name of the element, as in an enumeration. */
  readonly headings: number;
}

type Counting = { -readonly [K in keyof CueCount]: number };

const counted = new Map<number, CueCount>();

/** One object for all equal counts: a memo has tens of thousands of them, and few differ. */
function shared({ strong, weak, outcome, headings }: CueCount): CueCount {
  const key = ((strong * base + weak) * base + outcome) * base + headings;
  const small = Math.max(strong, weak, outcome, headings) < base;
  const known = small ? counted.get(key) : undefined;
  if (known) return known;
  const count = { strong, weak, outcome, headings };
  if (small) counted.set(key, count);
  return count;
}

const base = 16;

/** The cues of a sentence counted by element, in the order of their first. */
export class Counts {
  private readonly elements: number[] = [];
  private readonly counts: Counting[] = [];
  private size = 0;

  clear(): void {
    this.size = 0;
  }

  of(element: number): Counting {
    const { elements, counts, size } = this;
    for (let at = 0; at < size; at++) if (elements[at] === element) return counts[at]!;
    this.size++;
    elements[size] = element;
    const count = { strong: 0, weak: 0, outcome: 0, headings: 0 };
    counts[size] = count;
    return count;
  }

  found(): ByElement<CueCount> {
    return ByElement.of(this.elements, this.size, (at) => shared(this.counts[at]!));
  }
}

/** Distinct words of one kind in a sentence. */
export class DistinctWords {
  #count = 0;
  readonly #words: string[] = [];

  get count(): number {
    return this.#count;
  }

  clear(): void {
    this.#count = 0;
  }

  add(word: string): void {
    for (let at = 0; at < this.#count; at++) if (this.#words[at] === word) return;
    this.#words[this.#count++] = word;
  }
}

/** The cues of a sentence that were counted, each word once a meaning. */
export class Seen {
  private readonly meanings: Meaning[] = [];
  private readonly words: string[] = [];
  private count = 0;

  clear(): void {
    this.count = 0;
  }

  /** @returns false when the word is known in this meaning */
  add(meaning: Meaning, word: string): boolean {
    const { meanings, words, count } = this;
    for (let at = 0; at < count; at++) if (meanings[at] === meaning && words[at] === word) return false;
    meanings[count] = meaning;
    words[count] = word;
    this.count++;
    return true;
  }
}
