import type { TextRange } from '../text/range';
import type { Block, Chunk } from './memo';
import { type ParsedChunk, parseChunk } from './parse';
import { parsePlain } from './plain';
import { mayDefine, mentionedLabels } from './references';

const none: readonly string[] = [];

/** A chunk as the snapshot builds it. */
export type MemoChunk = BodyChunk | FrontMatterChunk;

/** A chunk of the memo's body: parsed when it is first looked at. */
export class BodyChunk implements Chunk {
  private parsed: ParsedChunk | undefined;
  private ownDefinitions: readonly string[] | undefined;
  private mentions: ReadonlySet<string> | undefined;

  /**
   * @param text the chunk's source
   * @param known keys of link definitions elsewhere in the memo that the chunk refers to, sorted
   */
  constructor(
    readonly text: string,
    private readonly known: readonly string[] = none,
  ) {}

  get blocks(): readonly Block[] {
    return this.parse().blocks;
  }

  get comments(): readonly TextRange[] {
    return this.parse().comments;
  }

  /** Keys of the link definitions that stand in the chunk. */
  get definitions(): readonly string[] {
    this.ownDefinitions ??= mayDefine(this.text) ? this.parse().definitions : none;
    return this.ownDefinitions;
  }

  /** This chunk in a memo that defines `labels`: itself, unless other references than before lead somewhere now. */
  knowing(labels: ReadonlySet<string>): BodyChunk {
    const known = labels.size === 0 ? none : this.references(labels);
    const same =
      known.length === this.known.length && known.every((label, index) => label === this.known[index]);
    return same ? this : new BodyChunk(this.text, known);
  }

  private references(labels: ReadonlySet<string>): readonly string[] {
    this.mentions ??= mentionedLabels(this.text);
    if (this.mentions.size === 0) return none;
    const own = this.definitions;
    const found = [...this.mentions].filter((label) => labels.has(label) && !own.includes(label));
    return found.length > 0 ? found.sort() : none;
  }

  private parse(): ParsedChunk {
    this.parsed ??= parsePlain(this.text) ?? parseChunk(this.text, this.known);
    return this.parsed;
  }
}

/** The front matter as a chunk: one silent block. */
export class FrontMatterChunk implements Chunk {
  readonly blocks: readonly Block[];
  readonly comments: readonly TextRange[] = [];
  readonly definitions: readonly string[] = none;

  constructor(readonly text: string) {
    const end = text.replace(/[\r\n]+$/, '').length;
    this.blocks = [{ kind: 'frontMatter', start: 0, end, prose: '', map: [0, 0], level: 0, quoteDepth: 0 }];
  }
}
