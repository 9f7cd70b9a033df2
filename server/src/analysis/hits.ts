import type { TextRange } from '../text/range';
import type { Meaning } from './lexicon';

/** A cue found in a sentence: range in the text that was scanned, and what stands there. */
export interface Hit extends TextRange {
  readonly meaning: Meaning;
  /** Number of the pattern: two hits of one pattern count once. */
  readonly pattern: number;
  readonly words: string;
}

/** So much of what is used again for every sentence is kept for the next one. */
export const mostKept = 4096;

/** The cues found in a sentence. The list and its objects are used again: they hold until the next sentence is looked at. */
export class Hits {
  #count = 0;
  readonly #hits: { -readonly [K in keyof Hit]: Hit[K] }[] = [];

  get count(): number {
    return this.#count;
  }

  at(place: number): Hit {
    return this.#hits[place]!;
  }

  some(holds: (hit: Hit) => boolean): boolean {
    for (let place = 0; place < this.#count; place++) if (holds(this.#hits[place]!)) return true;
    return false;
  }

  clear(): void {
    // A cell of a megabyte has hundreds of thousands: they are let go.
    if (this.#count > mostKept) this.#hits.length = 0;
    this.#count = 0;
  }

  add(start: number, end: number, meaning: Meaning, pattern: number, words: string): void {
    const hit = this.#hits[this.#count++];
    if (!hit) {
      this.#hits.push({ start, end, meaning, pattern, words });
      return;
    }
    hit.start = start;
    hit.end = end;
    hit.meaning = meaning;
    hit.pattern = pattern;
    hit.words = words;
  }
}
