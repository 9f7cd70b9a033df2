import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * V8 lets a heap grow to several times what is in use before it collects. A server that stands beside an editor all day gives memory
 * back instead: what an edit leaves behind is collected at a third above what lives, and the room for new objects stays small.
 */
const small = '--heap-growing-percent=30';
const atStart = '--heap-growing-percent=0';

/** Room for new objects, both halves: with less, collecting takes a fourth of an edit. */
const mostRoom = 4 * 1024 * 1024;

let growing = true;

function letGrow(may: boolean): void {
  if (may === growing) return;
  growing = may;
  setFlagsFromString(`--semi-space-growth-factor=${may ? 2 : 1}`);
}

/** Keeps the heap small from now on: not before the program has loaded, which leaves much behind that lives. */
export function keepHeapSmall(): void {
  setFlagsFromString(small);
  boundRoom();
}

/** Holds the room for new objects where it should be; V8 gives it back while nothing happens, so it may have to grow again. */
export function boundRoom(): void {
  const room = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  letGrow((room?.space_size ?? 0) < mostRoom);
}

/** Compiled code can be used again under the flags of its time only: it is made and read under those of the start. */
export function underStartFlags<T>(make: () => T): T {
  const grew = growing;
  letGrow(true);
  setFlagsFromString(atStart);
  try {
    return make();
  } finally {
    setFlagsFromString(small);
    letGrow(grew);
  }
}
