import type { Block } from './memo';
import type { ProseWriter } from './proseWriter';

/** Where a block stands, as far as it stands anywhere. */
export type BlockPlace = Partial<Pick<Block, 'level' | 'quoteDepth' | 'list' | 'table' | 'footnote'>>;

/**
 * A block of the words written. Every block has every property, in one order: everything reads blocks, and objects of many shapes slow
 * down all that reads them.
 * @param start offset of the block in its chunk @param end behind it
 */
export function makeBlock(
  kind: Block['kind'],
  start: number,
  end: number,
  words: ProseWriter | undefined,
  { level = 0, quoteDepth = 0, list, table, footnote }: BlockPlace = {},
): Block {
  return {
    kind,
    start,
    end,
    prose: words ? words.text : '',
    map: words ? words.map(start) : [0, start],
    level,
    quoteDepth,
    list,
    table,
    footnote,
    strong: words && words.strong.length > 0 ? words.strong : undefined,
  };
}
