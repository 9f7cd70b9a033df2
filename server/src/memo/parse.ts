import type { List, ListItem, Nodes, Parents, PhrasingContent, Table } from 'mdast';
import type { TextRange } from '../text/range';
import { makeBlock } from './makeBlock';
import { parseMarkdown } from './markdown';
import type { Block, BlockKind, ListPlace, TablePlace } from './memo';
import { ProseWriter } from './proseWriter';
import { writeProse } from './writeProse';

export interface ParsedChunk {
  readonly blocks: readonly Block[];
  readonly comments: readonly TextRange[];
  /** Normalised identifiers of the link definitions that stand in the chunk. */
  readonly definitions: readonly string[];
}

/**
 * Chunk source → leaf blocks with their running text.
 * @param definitions keys of link definitions elsewhere in the memo
 */
export function parseChunk(source: string, definitions: Iterable<string>): ParsedChunk {
  return parseChunks([source], definitions)[0] as ParsedChunk;
}

/**
 * The same for several chunks in one call of the parser. They must be cut as `scanCuts` cuts and stand in document order.
 */
export function parseChunks(sources: readonly string[], definitions: Iterable<string>): ParsedChunk[] {
  // A blank line between keeps a chunk that ended at a heading from running into the next.
  const joined = sources.join('\n\n');
  const nodes = parseMarkdown(joined, definitions).children;
  let next = 0;
  let base = 0;
  return sources.map((source) => {
    const reader = new BlockReader(joined);
    const end = base + source.length;
    for (; next < nodes.length && rangeOf(nodes[next] as Nodes).start < end; next += 1) {
      reader.topLevel(nodes[next] as Nodes);
    }
    const parsed = reader.finish(base);
    base = end + 2;
    return parsed;
  });
}

/** Where the walk stands. */
interface Place {
  readonly quoteDepth: number;
  readonly list?: ListPlace;
  readonly footnote?: string;
}

class BlockReader {
  private readonly blocks: Block[] = [];
  private readonly comments: TextRange[] = [];
  private readonly definitions: string[] = [];
  private tables = 0;
  private before = -1;

  constructor(private readonly source: string) {}

  topLevel(node: Nodes): void {
    this.before = this.sibling(node, { quoteDepth: 0 }, this.before);
  }

  /** What was read, with places relative to `base`. */
  finish(base: number): ParsedChunk {
    const { blocks, comments, definitions } = this;
    if (base === 0) return { blocks, comments, definitions };
    return {
      blocks: blocks.map((block) => ({
        ...block,
        start: block.start - base,
        end: block.end - base,
        map: block.map.map((value, index) => (index % 2 === 0 ? value : value - base)),
      })),
      comments: comments.map(({ start, end }) => ({ start: start - base, end: end - base })),
      definitions,
    };
  }

  private children(parent: Parents, place: Place): void {
    let before = -1;
    for (const node of parent.children) before = this.sibling(node, place, before);
  }

  /** @returns the block that introduces a list, if one follows: the paragraph or heading directly before it */
  private sibling(node: Nodes, place: Place, before: number): number {
    const first = this.blocks.length;
    this.node(node, place, before);
    const introduces = node.type === 'paragraph' || node.type === 'heading';
    return introduces && this.blocks.length > first ? first : -1;
  }

  private node(node: Nodes, place: Place, before: number): void {
    switch (node.type) {
      case 'paragraph':
        this.leaf('paragraph', node, node.children, place, 0);
        return;
      case 'heading':
        this.leaf('heading', node, node.children, place, node.depth);
        return;
      case 'code':
        this.silent('code', node, place);
        return;
      case 'html':
        this.silent('html', node, place);
        this.findComments(this.silentRange(node));
        return;
      case 'blockquote':
        this.children(node, { ...place, quoteDepth: place.quoteDepth + 1 });
        return;
      case 'list':
        this.list(node, place, before);
        return;
      case 'table':
        this.table(node, place);
        return;
      case 'footnoteDefinition':
        this.children(node, { ...place, footnote: node.label ?? node.identifier });
        return;
      case 'definition':
        this.definitions.push(node.identifier.toUpperCase());
        return;
    }
  }

  private list(list: List, place: Place, before: number): void {
    const depth = (place.list?.depth ?? 0) + 1;
    const parent = before >= 0 ? before : (place.list?.lead ?? -1);
    list.children.forEach((item: ListItem, index) => {
      const lead = this.blocks.length;
      this.children(item, {
        ...place,
        list: { depth, ordered: list.ordered === true, item: index + 1, parent, lead },
      });
    });
  }

  private table(table: Table, place: Place): void {
    const number = this.tables;
    this.tables += 1;
    table.children.forEach((row, rowIndex) => {
      row.children.forEach((cell, column) => {
        const first = cell.children[0];
        const last = cell.children[cell.children.length - 1];
        const range = first && last ? { start: rangeOf(first).start, end: rangeOf(last).end } : rangeOf(cell);
        this.text('cell', range, cell.children, place, 0, { table: number, row: rowIndex, column });
      });
    });
  }

  private leaf(
    kind: BlockKind,
    node: Nodes,
    words: readonly PhrasingContent[],
    place: Place,
    level: number,
  ): void {
    this.text(kind, rangeOf(node), words, place, level);
  }

  private text(
    kind: BlockKind,
    range: TextRange,
    words: readonly PhrasingContent[],
    place: Place,
    level: number,
    table?: TablePlace,
  ): void {
    const prose = new ProseWriter(this.source);
    writeProse(words, prose, this.source, place.quoteDepth, this.comments);
    const { quoteDepth, list, footnote } = place;
    this.blocks.push(
      makeBlock(kind, range.start, range.end, prose, { level, quoteDepth, list, table, footnote }),
    );
  }

  private silent(kind: BlockKind, node: Nodes, place: Place): void {
    const { start, end } = this.silentRange(node);
    const { quoteDepth, list, footnote } = place;
    this.blocks.push(makeBlock(kind, start, end, undefined, { quoteDepth, list, footnote }));
  }

  /** Whether the last line breaks belong to a block that is never closed depends on what follows: they are left out. */
  private silentRange(node: Nodes): TextRange {
    const { start, end } = rangeOf(node);
    let last = end;
    while (last > start && ' \t\r\n'.includes(this.source.charAt(last - 1))) last -= 1;
    return { start, end: last };
  }

  private findComments(range: TextRange): void {
    let at = this.source.indexOf('<!--', range.start);
    while (at >= 0 && at < range.end) {
      // `<!-->` is a whole comment.
      const close = this.source.indexOf('-->', at + 2);
      const end = close < 0 || close + 3 > range.end ? range.end : close + 3;
      this.comments.push({ start: at, end });
      at = this.source.indexOf('<!--', end);
    }
  }
}

function rangeOf(node: Nodes): TextRange {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}
