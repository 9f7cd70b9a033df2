/** Many short lists of numbers as two arrays: a list of its own for each would take many times the room. */
export class Rows {
  private constructor(
    /** Where each row starts in `values`; one more for the end of the last. */
    private readonly starts: Uint32Array,
    private readonly values: Int32Array,
  ) {}

  static from(lists: readonly (readonly number[])[]): Rows {
    const starts = new Uint32Array(lists.length + 1);
    for (let row = 0; row < lists.length; row++) starts[row + 1] = starts[row]! + lists[row]!.length;
    const values = new Int32Array(starts[lists.length]!);
    lists.forEach((list, row) => {
      values.set(list, starts[row]);
    });
    return new Rows(starts, values);
  }

  /** The indexes of keys, ascending, in the row of each key. @param count number of rows; keys are below it */
  static byKey(keys: readonly number[], count: number): Rows {
    const starts = new Uint32Array(count + 1);
    for (const key of keys) starts[key + 1]!++;
    for (let row = 0; row < count; row++) starts[row + 1]! += starts[row]!;
    const next = starts.slice();
    const values = new Int32Array(keys.length);
    keys.forEach((key, index) => {
      values[next[key]!++] = index;
    });
    return new Rows(starts, values);
  }

  /** Place of the first number of a row. */
  start(row: number): number {
    return this.starts[row]!;
  }

  /** Place behind its last number. */
  end(row: number): number {
    return this.starts[row + 1]!;
  }

  at(place: number): number {
    return this.values[place]!;
  }

  list(row: number): number[] {
    return [...this.values.subarray(this.starts[row], this.starts[row + 1])];
  }
}
