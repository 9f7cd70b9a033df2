import type { Chunk, Section } from './memo';

/**
 * The sections of a memo: one for each heading that stands in the running text (not in quotations, lists or
 * footnotes), after the preamble.
 */
export function sectionsOf(
  text: string,
  chunks: readonly Chunk[],
  starts: readonly number[],
  frontMatterEnd: number,
): Section[] {
  const first = frontMatterEnd > 0 ? 1 : 0;
  const sections: Section[] = [
    {
      level: 0,
      title: '',
      start: frontMatterEnd,
      end: text.length,
      heading: { start: frontMatterEnd, end: frontMatterEnd },
      parent: -1,
      chunk: first,
      block: 0,
    },
  ];
  const open: number[] = [];
  for (let index = first; index < chunks.length; index += 1) {
    const start = starts[index] as number;
    for (const block of headingsOf(chunks[index] as Chunk)) {
      const heading = (chunks[index] as Chunk).blocks[block] as Chunk['blocks'][number];
      const last = sections.length - 1;
      sections[last] = { ...(sections[last] as Section), end: start + heading.start };
      while (open.length > 0 && (sections[open[open.length - 1] as number] as Section).level >= heading.level)
        open.pop();
      open.push(sections.length);
      sections.push({
        level: heading.level,
        title: heading.prose,
        start: start + heading.start,
        end: text.length,
        heading: { start: start + heading.start, end: start + heading.end },
        parent: open[open.length - 2] ?? -1,
        chunk: index,
        block,
      });
    }
  }
  return sections;
}

const headings = new WeakMap<Chunk, readonly number[]>();
const none: readonly number[] = [];

/** Indexes of the chunk's blocks that are headings of the running text. */
function headingsOf(chunk: Chunk): readonly number[] {
  let found = headings.get(chunk);
  if (!found) {
    const indexes: number[] = [];
    chunk.blocks.forEach((block, index) => {
      const running = block.quoteDepth === 0 && !block.list && block.footnote === undefined;
      if (block.kind === 'heading' && running) indexes.push(index);
    });
    found = indexes.length > 0 ? indexes : none;
    headings.set(chunk, found);
  }
  return found;
}
