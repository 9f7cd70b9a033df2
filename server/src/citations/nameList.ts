import type { Statute } from '../statutes/statute';

/** Names with the laws that each means, as plain data. */
export interface NameList {
  /** Ascending, one a line. */
  readonly names: string;
  /** Of each name: numbers of its laws in the library; most names mean one. */
  readonly laws: readonly (number | readonly number[])[];
  /** Of the names that begin with another one: its number, and that of the longest other, in turn. */
  readonly shorter: readonly number[];
}

/** Brings names into that form. */
export function nameList(
  entries: ReadonlyMap<string, readonly Statute[]>,
  numbers: ReadonlyMap<Statute, number>,
): NameList {
  const names = [...entries.keys()].sort();
  const laws = names.map((name) => {
    const own = entries.get(name)!.map((law) => numbers.get(law)!);
    return own.length === 1 ? own[0]! : own;
  });
  const shorter: number[] = [];
  const open: number[] = [];
  names.forEach((name, i) => {
    while (open.length > 0 && !name.startsWith(names[open[open.length - 1]!]!)) open.pop();
    const longest = open[open.length - 1];
    if (longest !== undefined) shorter.push(i, longest);
    open.push(i);
  });
  return { names: names.join('\n'), laws, shorter };
}

/** The laws that a name means. */
export class NamedLaws {
  /** Ascending. */
  readonly names: readonly string[];
  readonly #numbers: NameList['laws'];
  readonly #statutes: readonly Statute[];
  readonly #laws: (readonly Statute[] | undefined)[] = [];

  constructor({ names, laws }: NameList, statutes: readonly Statute[]) {
    this.names = names === '' ? [] : names.split('\n');
    this.#numbers = laws;
    this.#statutes = statutes;
  }

  get(name: string): readonly Statute[] | undefined {
    let low = 0;
    let high = this.names.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.names[middle]! < name) low = middle + 1;
      else high = middle;
    }
    return this.names[low] === name ? this.lawsAt(low) : undefined;
  }

  /** The laws of a name by its place in `names`. */
  lawsAt(index: number): readonly Statute[] {
    let laws = this.#laws[index];
    if (!laws) {
      const numbers = this.#numbers[index]!;
      laws = (typeof numbers === 'number' ? [numbers] : numbers).map((number) => this.#statutes[number]!);
      this.#laws[index] = laws;
    }
    return laws;
  }
}
