import type { TextRange } from '../text/range';
import { readAsText } from './asText';
import { beyondLimits } from './limits';
import type { Block, Chunk } from './memo';
import { type ParsedChunk, parseChunk, parseChunks } from './parse';
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
  private companions: Companions | undefined;

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

  /** Lets the chunk be parsed together with others that are new, too. */
  accompany(companions: Companions): void {
    if (!this.parsed) this.companions = companions;
  }

  private parse(): ParsedChunk {
    if (this.parsed || this.readAlone()) return this.parsed as ParsedChunk;
    const others = this.mayShare() ? (this.companions?.after(this) ?? []) : [];
    try {
      if (others.length === 0) this.settle(parseChunk(this.text, this.known));
      else {
        const together = [this, ...others];
        const parsed = parseChunks(together.map((chunk) => chunk.text));
        together.forEach((chunk, index) => {
          chunk.settle(parsed[index] as ParsedChunk);
        });
      }
    } catch {
      // The parser is recursive: what is nested too deeply for it is read as text.
      this.settle(readAsText(this.text));
    }
    return this.parsed as unknown as ParsedChunk;
  }

  /** Reads the chunk without the parser, if that can be done. */
  private readAlone(): boolean {
    const plain = this.mayShare() ? parsePlain(this.text) : undefined;
    const read = plain ?? (beyondLimits(this.text) ? readAsText(this.text) : undefined);
    if (read) this.settle(read);
    return read !== undefined;
  }

  /** Whether no link definitions come into play: then the chunk may take the short way, or be parsed with others. */
  private mayShare(): boolean {
    return this.known.length === 0 && !mayDefine(this.text);
  }

  /** Whether the chunk waits for the parser and may share a call of it. */
  waits(): boolean {
    return !this.parsed && !this.readAlone() && this.mayShare();
  }

  private settle(parsed: ParsedChunk): void {
    this.parsed = parsed;
    this.companions = undefined;
  }
}

/** How many units of source one call of the parser is given at least, if there is so much. */
const fullCall = 4000;
/** How many chunks are looked at for it. */
const fullLook = 64;

/** Chunks that came into being together, in document order. */
export class Companions {
  private readonly places = new Map<BodyChunk, number>();

  constructor(private readonly chunks: readonly BodyChunk[]) {
    chunks.forEach((chunk, index) => {
      this.places.set(chunk, index);
      chunk.accompany(this);
    });
  }

  /** Those after a chunk that wait for the parser: as many as fill one call. */
  after(chunk: BodyChunk): BodyChunk[] {
    const found: BodyChunk[] = [];
    let length = chunk.text.length;
    const first = (this.places.get(chunk) ?? this.chunks.length) + 1;
    const end = Math.min(this.chunks.length, first + fullLook);
    for (let index = first; index < end && length < fullCall; index += 1) {
      const other = this.chunks[index] as BodyChunk;
      if (other.text.length > fullCall || !other.waits()) continue;
      found.push(other);
      length += other.text.length;
    }
    return found;
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
