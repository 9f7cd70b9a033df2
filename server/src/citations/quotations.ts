import type { Chunk } from '../memo/memo';
import type { StatuteLibrary } from '../statutes/library';
import type { Citation, Quotation } from './citation';

/** Quotations of a chunk that are tied to one of its citations, compared with the law; offsets relative to the chunk. */
export function findQuotations(
  chunk: Chunk,
  citations: readonly Citation[],
  library: StatuteLibrary,
): Quotation[] {
  void chunk;
  void citations;
  void library;
  return [];
}
