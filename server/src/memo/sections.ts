import type { Block, Section } from './memo';

/** A chunk that knows which of its blocks are headings (`headingsOf`). */
interface HeadedChunk {
  readonly blocks: readonly Block[];
  readonly headings: readonly number[];
}

/**
 * The sections of a memo: one for each heading that stands in the running text (not in quotations, lists or
 * footnotes), after the preamble.
 */
export function sectionsOf(
  length: number,
  chunks: readonly HeadedChunk[],
  starts: readonly number[],
  frontMatterEnd: number,
): Section[] {
  const first = frontMatterEnd > 0 ? 1 : 0;
  const sections: Section[] = [
    {
      level: 0,
      title: '',
      start: frontMatterEnd,
      end: length,
      heading: { start: frontMatterEnd, end: frontMatterEnd },
      parent: -1,
      chunk: first,
      block: 0,
    },
  ];
  const open: number[] = [];
  for (let index = first; index < chunks.length; index += 1) {
    const chunk = chunks[index] as HeadedChunk;
    for (const block of chunk.headings) {
      const start = starts[index] as number;
      const heading = chunk.blocks[block] as Block;
      const last = sections.length - 1;
      sections[last] = { ...(sections[last] as Section), end: start + heading.start };
      while (open.length > 0 && (sections[open[open.length - 1] as number] as Section).level >= heading.level)
        open.pop();
      open.push(sections.length);
      sections.push({
        level: heading.level,
        title: heading.prose,
        start: start + heading.start,
        end: length,
        heading: { start: start + heading.start, end: start + heading.end },
        parent: open[open.length - 2] ?? -1,
        chunk: index,
        block,
      });
    }
  }
  return sections;
}

/** Indexes of the blocks that are headings of the running text. */
export function headingsOf(blocks: readonly Block[]): readonly number[] {
  let found: number[] | undefined;
  blocks.forEach((block, index) => {
    if (block.kind !== 'heading' || block.quoteDepth > 0 || block.list || block.footnote !== undefined)
      return;
    found ??= [];
    found.push(index);
  });
  return found ?? none;
}

const none: readonly number[] = [];
