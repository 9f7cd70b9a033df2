import type { Statute } from '../statutes/statute';

/** A name found in running text. */
export interface NameMatch {
  readonly end: number;
  readonly statutes: readonly Statute[];
}

/** Sorted names with, for each, the longest other name that is its beginning: the longest match costs one binary search. */
export class SortedNames {
  readonly #names: readonly string[];
  readonly #shorter: Int32Array;
  readonly #laws: readonly (readonly Statute[])[];
  /** First characters of all names, and their first pairs: most places of a text are dismissed by a look. */
  readonly first = new Uint8Array(0x10000);
  readonly #pairs = new Uint8Array(0x10000);

  constructor(entries: ReadonlyMap<string, readonly Statute[]>) {
    const names = [...entries.keys()].sort();
    this.#names = names;
    this.#laws = names.map((name) => entries.get(name) as readonly Statute[]);
    this.#shorter = new Int32Array(names.length).fill(-1);
    const open: number[] = [];
    names.forEach((name, i) => {
      while (open.length > 0 && !name.startsWith(names[open[open.length - 1] as number] as string))
        open.pop();
      this.#shorter[i] = open[open.length - 1] ?? -1;
      open.push(i);
      this.first[name.charCodeAt(0)] = 1;
      this.#pairs[pair(name, 0)] = 1;
    });
  }

  begins(text: string, at: number): boolean {
    return this.#pairs[pair(text, at)] === 1;
  }

  /** The longest name that the text has at `at` and that `accept` takes. */
  longest(text: string, at: number, accept: (end: number) => boolean): NameMatch | undefined {
    let low = 0;
    let high = this.#names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareAt(this.#names[middle] as string, text, at) <= 0) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i = this.#shorter[i] as number) {
      const name = this.#names[i] as string;
      if (text.startsWith(name, at) && accept(at + name.length)) {
        return { end: at + name.length, statutes: this.#laws[i] as readonly Statute[] };
      }
    }
    return undefined;
  }
}

/** A number for two characters; other pairs may share it. */
function pair(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;
}

/** Order of a name against the text at a place: 0 also when the text goes on after the name. */
function compareAt(name: string, text: string, at: number): number {
  for (let i = 0; i < name.length; i += 1) {
    const other = text.charCodeAt(at + i);
    if (Number.isNaN(other)) return 1;
    const difference = name.charCodeAt(i) - other;
    if (difference !== 0) return difference;
  }
  return 0;
}
