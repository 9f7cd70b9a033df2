import type { Chunk } from './memo';

/** Each kind of fact has its place in a chunk. */
let places = 0;

/**
 * Facts of one kind, kept with the chunks that they are derived of. Used like a `WeakMap`, many of which take longer to fill and to
 * collect than the facts take to find. For kinds that are few and stay: each takes a place in every chunk.
 */
export class ByChunk<T> {
  private readonly place = places++;

  get(chunk: Chunk): T | undefined {
    return chunk.kept?.[this.place] as T | undefined;
  }

  set(chunk: Chunk, value: T): void {
    chunk.kept ??= new Array<unknown>(places);
    chunk.kept[this.place] = value;
  }
}
