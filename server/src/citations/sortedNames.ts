import type { Statute } from '../statutes/statute';
import { NamedLaws, type NameList } from './nameList';

/** A name found in running text. */
export interface NameMatch {
  readonly end: number;
  readonly statutes: readonly Statute[];
}

/** Finds the longest name at a place of a text by one binary search. */
export class SortedNames extends NamedLaws {
  /** Of each name the longest other one that it begins with, -1 = none. */
  readonly #shorter: Int32Array;
  /** First characters of all names, and their first pairs: most places of a text are dismissed by a look. */
  readonly first = new Uint8Array(0x10000);
  readonly #pairs = new Uint8Array(0x10000);

  constructor(list: NameList, statutes: readonly Statute[]) {
    super(list, statutes);
    this.#shorter = new Int32Array(this.names.length).fill(-1);
    for (let i = 0; i < list.shorter.length; i += 2) this.#shorter[list.shorter[i]!] = list.shorter[i + 1]!;
    for (const name of this.names) {
      this.first[name.charCodeAt(0)] = 1;
      this.#pairs[pair(name, 0)] = 1;
    }
  }

  begins(text: string, at: number): boolean {
    return this.#pairs[pair(text, at)] === 1;
  }

  /** The longest name that the text has at `at` and that `accept` takes. */
  longest(text: string, at: number, accept: (end: number) => boolean): NameMatch | undefined {
    let low = 0;
    let high = this.names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareAt(this.names[middle] as string, text, at) <= 0) low = middle + 1;
      else high = middle;
    }
    for (let i = low - 1; i >= 0; i = this.#shorter[i] as number) {
      const name = this.names[i] as string;
      if (text.startsWith(name, at) && accept(at + name.length)) {
        return { end: at + name.length, statutes: this.lawsAt(i) };
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
