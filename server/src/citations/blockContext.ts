import type { Block, Chunk } from '../memo/memo';
import type { Antecedent } from './antecedent';
import type { BlockFacts, ChunkFacts } from './chunkFacts';
import { named } from './naming';
import type { Reading } from './reading';
import type { ResolvedCitation } from './resolved';
import type { Token } from './token';

/** What a block of the memo takes from those before it, and leaves to those behind. */

/** Whether a citation is all that a cell holds. */
export function fills(range: { start: number; end: number }, prose: string): boolean {
  return range.end - range.start >= prose.trim().length - 2;
}

function namesLaw(tokens: readonly Token[] = []): boolean {
  return tokens.some(({ type }) => type === 'name' || type === 'reference');
}

/** The block whose law an item goes on with: its parent, if that names one, else the item before it at the same level. */
export function itemBefore(
  chunk: Chunk,
  facts: ChunkFacts,
  list: NonNullable<Block['list']>,
  at: number,
): number {
  const names = namesLaw(facts.blocks[list.parent]?.tokens);
  for (let i = at - 1; !names && i > list.parent; i -= 1) {
    const other = chunk.blocks[i]?.list;
    if (other?.lead === i && other.parent === list.parent) return i;
  }
  return list.parent;
}

/** The law of a table that begins: the one that the words before introduce it with, else the heading's. */
export function tableLaw(reading: Reading): Antecedent | undefined {
  const { memo, announced, introduced } = reading;
  if (memo.contract || memo.foreign || memo.own) return undefined;
  return announced ?? introduced ?? reading.headingLaw();
}

/** A heading with one article (《广告法》第15条：…): what follows is about that article, perhaps its text. */
export function openText(reading: Reading, citation: ResolvedCitation): void {
  const place = citation.points[0]?.place;
  if (!citation.law || citation.points.length > 1 || place?.article === undefined) return;
  const suffix = place.suffix === undefined ? {} : { suffix: place.suffix };
  reading.text = {
    law: citation.law,
    article: place.article,
    ...suffix,
    paragraph: 0,
    list: false,
    level: reading.block?.level ?? 0,
  };
}

/** The law with whose name a block ends. */
export function announcedBy(reading: Reading, facts: BlockFacts): Antecedent | undefined {
  for (let i = facts.tokens.length - 1; i >= 0; i -= 1) {
    const token = facts.tokens[i] as BlockFacts['tokens'][number];
    if (token.type === 'stop' || token.type === 'alias') continue;
    if (token.type !== 'name') return undefined;
    const rest = reading.prose
      .slice(token.end)
      .replace(/[（(][^（()）]*[）)]/g, '')
      .trim();
    return rest.length <= 3 ? named(reading, token.name) : undefined;
  }
  return undefined;
}
