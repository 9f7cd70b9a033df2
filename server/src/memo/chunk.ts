import type { TextRange } from '../text/range';
import type { Block, Chunk } from './memo';
import { type ParsedChunk, parseChunk } from './parse';

/** A chunk that is parsed when it is first looked at. */
export class LazyChunk implements Chunk {
  private parsed: ParsedChunk | undefined;

  /**
   * @param text the chunk's source
   * @param definitions identifiers of link definitions elsewhere in the memo that the chunk refers to
   */
  constructor(
    readonly text: string,
    readonly definitions: readonly string[] = [],
  ) {}

  get blocks(): readonly Block[] {
    return this.parse().blocks;
  }

  get comments(): readonly TextRange[] {
    return this.parse().comments;
  }

  private parse(): ParsedChunk {
    this.parsed ??= parseChunk(this.text, this.definitions);
    return this.parsed;
  }
}

/** The front matter as a chunk: one silent block. */
export class FrontMatterChunk implements Chunk {
  readonly blocks: readonly Block[];
  readonly comments: readonly TextRange[] = [];

  constructor(readonly text: string) {
    const end = text.replace(/[\r\n]+$/, '').length;
    this.blocks = [{ kind: 'frontMatter', start: 0, end, prose: '', map: [0, 0], level: 0, quoteDepth: 0 }];
  }
}
