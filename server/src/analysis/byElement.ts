/**
 * What is known by element (index into `Lexicon.elements`), in the order in which it was found. A sentence or passage speaks of few
 * elements and a memo has thousands of them: a `Map` each would take several times the memory and be no faster.
 */
export class ByElement<V> implements Iterable<readonly [element: number, value: V]> {
  /** Element, value, element, value … */
  private constructor(private readonly flat: readonly (number | V)[]) {}

  /** Of nothing. */
  static readonly none: ByElement<never> = new ByElement<never>([]);

  /** What a map holds. */
  static from<V>(map: ReadonlyMap<number, V>): ByElement<V> {
    if (map.size === 0) return ByElement.none;
    const flat = new Array<number | V>(map.size * 2);
    let at = 0;
    for (const [element, value] of map) {
      flat[at++] = element;
      flat[at++] = value;
    }
    return new ByElement(flat);
  }

  /** Of the first elements of a list, with the value of each place in it. */
  static of<V>(elements: readonly number[], count: number, value: (place: number) => V): ByElement<V> {
    if (count === 0) return ByElement.none;
    const flat = new Array<number | V>(count * 2);
    for (let place = 0; place < count; place++) {
      flat[2 * place] = elements[place]!;
      flat[2 * place + 1] = value(place);
    }
    return new ByElement(flat);
  }

  get size(): number {
    return this.flat.length / 2;
  }

  get(element: number): V | undefined {
    const { flat } = this;
    for (let at = 0; at < flat.length; at += 2) if (flat[at] === element) return flat[at + 1] as V;
    return undefined;
  }

  has(element: number): boolean {
    const { flat } = this;
    for (let at = 0; at < flat.length; at += 2) if (flat[at] === element) return true;
    return false;
  }

  /** The element at a place of the order, from 0. */
  elementAt(place: number): number {
    return this.flat[2 * place] as number;
  }

  /** Its value. */
  valueAt(place: number): V {
    return this.flat[2 * place + 1] as V;
  }

  *[Symbol.iterator](): Iterator<readonly [number, V]> {
    for (let place = 0; place < this.size; place++) yield [this.elementAt(place), this.valueAt(place)];
  }
}
