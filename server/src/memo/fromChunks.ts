/** Something that a chunk contributes to the memo. */
export interface FromChunk<T> {
  readonly value: T;
  /** Index of the chunk in the memo. */
  readonly chunk: number;
}

/**
 * Puts together what the chunks of a memo (or what is known of them, in the same order) contribute. For the next version only what
 * changed is asked again: the work is that of the edit and of copying a list of what was found; the list is the same object as before
 * when nothing changed in it.
 * @param read what one chunk contributes; it depends on the chunk alone
 */
export function fromChunks<I, T, C = undefined>(
  read: (item: I, chunk: number, context: C) => readonly T[],
): (items: readonly I[], context: C) => readonly FromChunk<T>[] {
  let before: readonly I[] = [];
  let found: readonly FromChunk<T>[] = [];
  return (items, context) => {
    if (items === before) return found;
    const { head, tail } = difference(before, items);
    const shift = items.length - before.length;
    const from = firstAt(found, head);
    const to = firstAt(found, before.length - tail);
    const middle: FromChunk<T>[] = [];
    for (let chunk = head; chunk < items.length - tail; chunk += 1)
      for (const value of read(items[chunk] as I, chunk, context)) middle.push({ value, chunk });
    const moved = shift !== 0 && to < found.length;
    const same = middle.length === to - from && middle.every((one, i) => sameAs(one, found[from + i]));
    if (!same || moved) {
      const all = replaced(found, from, to, middle);
      for (let i = moved ? from + middle.length : all.length; i < all.length; i += 1) {
        const { value, chunk } = all[i] as FromChunk<T>;
        all[i] = { value, chunk: chunk + shift };
      }
      found = all;
    }
    before = items;
    return found;
  };
}

function sameAs(one: FromChunk<unknown>, other: FromChunk<unknown> | undefined): boolean {
  return one.value === other?.value && one.chunk === other?.chunk;
}

/** Numbers of items that are the same objects; head and tail do not overlap. */
export interface Difference {
  readonly head: number;
  readonly tail: number;
}

interface Compared {
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly difference: Difference;
}

// Many ask for the same two versions in turn: of the chunks, and of what is known of them.
let last: Compared | undefined;
let lastButOne: Compared | undefined;

/** How many items at the start and at the end two versions of a list share; the work is remembered for those who ask next. */
export function difference(before: readonly unknown[], after: readonly unknown[]): Difference {
  if (last?.before === before && last.after === after) return last.difference;
  if (lastButOne?.before === before && lastButOne.after === after) {
    [last, lastButOne] = [lastButOne, last];
    return last.difference;
  }
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  lastButOne = last;
  last = { before, after, difference: { head, tail } };
  return last.difference;
}

/** The list with other items in the place of `[from, to)`; a list that grows item by item would be copied several times. */
export function replaced<T>(list: readonly T[], from: number, to: number, by: readonly T[]): T[] {
  if (by.length !== to - from) return list.slice(0, from).concat(by, list.slice(to));
  const next = list.slice();
  for (let i = 0; i < by.length; i += 1) next[from + i] = by[i] as T;
  return next;
}

/** Index of the first one that comes from this chunk or one behind it. */
function firstAt(found: readonly FromChunk<unknown>[], chunk: number): number {
  let low = 0;
  let high = found.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle] as FromChunk<unknown>).chunk < chunk) low = middle + 1;
    else high = middle;
  }
  return low;
}
