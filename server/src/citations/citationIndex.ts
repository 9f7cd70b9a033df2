import type { AliasDefinition, ChunkResults, Citation, CitationIndex, Mention, Quotation } from './citation';
import { placeResults } from './place';

/** Remembers where the results of a chunk stood last: most chunks stay where they are. */
export interface PlacedLast {
  placed?: { readonly start: number; readonly index: number; readonly results: ChunkResults };
}

const nothing: ChunkResults = { citations: [], mentions: [], aliases: [], quotations: [] };

/**
 * The citations of one memo version. Places are made absolute when they are first asked for: who works chunk by chunk needs only
 * those of few chunks.
 */
export class PlacedIndex implements CitationIndex {
  readonly #last: readonly PlacedLast[];
  readonly #placed: (ChunkResults | undefined)[] = [];
  #citations: readonly Citation[] | undefined;
  #mentions: readonly Mention[] | undefined;
  #aliases: readonly AliasDefinition[] | undefined;
  #quotations: readonly Quotation[] | undefined;

  constructor(
    readonly asOf: string,
    readonly byChunk: readonly (ChunkResults | undefined)[],
    readonly starts: readonly number[],
    last: readonly PlacedLast[],
  ) {
    this.#last = last;
  }

  inChunk(chunk: number): ChunkResults {
    const local = this.byChunk[chunk];
    const last = this.#last[chunk];
    if (!local || !last) return nothing;
    const known = this.#placed[chunk];
    if (known) return known;
    const start = this.starts[chunk] as number;
    if (last.placed?.start !== start || last.placed.index !== chunk)
      last.placed = { start, index: chunk, results: placeResults(local, start, chunk) };
    const { results } = last.placed;
    this.#placed[chunk] = results;
    return results;
  }

  get citations(): readonly Citation[] {
    this.#citations ??= this.#all((results) => results.citations);
    return this.#citations;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#all((results) => results.mentions);
    return this.#mentions;
  }

  get aliases(): readonly AliasDefinition[] {
    this.#aliases ??= this.#all((results) => results.aliases);
    return this.#aliases;
  }

  get quotations(): readonly Quotation[] {
    this.#quotations ??= this.#all((results) => results.quotations);
    return this.#quotations;
  }

  #all<T>(which: (results: ChunkResults) => readonly T[]): T[] {
    const all: T[] = [];
    this.byChunk.forEach((local, chunk) => {
      if (local && which(local).length > 0) for (const one of which(this.inChunk(chunk))) all.push(one);
    });
    return all;
  }
}
