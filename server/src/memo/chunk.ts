import type { TextRange } from '../text/range';
import { readAsText } from './asText';
import { beyondLimits } from './limits';
import type { Block, Chunk } from './memo';
import { type ParsedChunk, parseChunks } from './parse';
import { parsePlain } from './plain';
import { mayDefine, mentionedLabels } from './references';
import { headingsOf } from './sections';

const none: readonly string[] = [];

/** A chunk as the snapshot builds it. */
export type MemoChunk = BodyChunk | FrontMatterChunk;

/** A chunk of the memo's body: read when it is first looked at. */
export class BodyChunk implements Chunk {
  kept: unknown[] | undefined = undefined;
  private parsed: ParsedChunk | undefined;
  private mayHoldDefinitions: boolean | undefined;
  private mentions: ReadonlySet<string> | undefined;
  private ownHeadings: readonly number[] | undefined;
  private companions: Companions | undefined;
  private place = 0;

  /**
   * @param text the chunk's source
   * @param known keys of link definitions elsewhere in the memo that the chunk refers to, sorted
   */
  constructor(
    readonly text: string,
    readonly known: readonly string[] = none,
  ) {}

  get blocks(): readonly Block[] {
    return this.read().blocks;
  }

  get comments(): readonly TextRange[] {
    return this.read().comments;
  }

  /** Indexes of the blocks that are headings of the running text. */
  get headings(): readonly number[] {
    this.ownHeadings ??= headingsOf(this.blocks);
    return this.ownHeadings;
  }

  /** Keys of the link definitions that stand in the chunk. */
  get definitions(): readonly string[] {
    return this.mayDefine ? this.read().definitions : none;
  }

  /** This chunk in a memo that defines `labels`: itself, unless other references than before lead somewhere now. */
  knowing(labels: ReadonlySet<string>): BodyChunk {
    const known = labels.size === 0 ? none : this.references(labels);
    const same =
      known.length === this.known.length && known.every((label, index) => label === this.known[index]);
    return same ? this : new BodyChunk(this.text, known);
  }

  /** Lets the chunk be parsed together with others that are new, too; `place` is its index among them. */
  accompany(companions: Companions, place: number): void {
    if (this.parsed) return;
    this.companions = companions;
    this.place = place;
  }

  /** Whether the chunk waits for the parser. */
  waits(): boolean {
    return !this.parsed && !this.readAlone();
  }

  private get mayDefine(): boolean {
    this.mayHoldDefinitions ??= mayDefine(this.text);
    return this.mayHoldDefinitions;
  }

  private references(labels: ReadonlySet<string>): readonly string[] {
    this.mentions ??= mentionedLabels(this.text);
    if (this.mentions.size === 0) return none;
    const own = this.definitions;
    const found = [...this.mentions].filter((label) => labels.has(label) && !own.includes(label));
    return found.length > 0 ? found.sort() : none;
  }

  private read(): ParsedChunk {
    if (!this.parsed && !this.readAlone()) this.parse();
    return this.parsed as ParsedChunk;
  }

  /** Reads the chunk without the parser, if that can be done. */
  private readAlone(): boolean {
    const plain = this.known.length === 0 && !this.mayDefine ? parsePlain(this.text) : undefined;
    const parsed = plain ?? (beyondLimits(this.text) ? readAsText(this.text) : undefined);
    if (parsed) this.settle(parsed);
    return parsed !== undefined;
  }

  private parse(): void {
    const others = this.companions?.after(this.place, this.text.length) ?? [];
    if (others.length > 0 && parseTogether([this, ...others])) return;
    // The parser is recursive: what is nested too deeply for it is read as text.
    if (!parseTogether([this])) this.settle(readAsText(this.text));
  }

  settle(parsed: ParsedChunk): void {
    this.parsed = parsed;
    this.companions = undefined;
  }
}

/** @returns false if the parser gave up */
function parseTogether(chunks: readonly BodyChunk[]): boolean {
  const known = new Set(chunks.flatMap((chunk) => chunk.known));
  const sources = chunks.map((chunk) => chunk.text);
  try {
    const parsed = parseChunks(sources, known);
    for (const [index, chunk] of chunks.entries()) chunk.settle(parsed[index] as ParsedChunk);
    return true;
  } catch {
    return false;
  }
}

/** How many units of source one call of the parser is given at least, if there is so much. */
const fullCall = 4000;
/** How many chunks are looked at for it. */
const fullLook = 64;

/**
 * Chunks that came into being together, in document order: they share calls of the parser, since a call costs much more
 * than a short chunk. What one chunk defines another one may refer to; whoever does is made anew by `knowing` once all
 * definitions are known.
 */
export class Companions {
  constructor(private readonly chunks: readonly BodyChunk[]) {
    chunks.forEach((chunk, index) => {
      chunk.accompany(this, index);
    });
  }

  /** Those after the one at `place` (of `length` units) that wait for the parser: as many as fill one call. */
  after(place: number, length: number): BodyChunk[] {
    const found: BodyChunk[] = [];
    let sum = length;
    const end = Math.min(this.chunks.length, place + 1 + fullLook);
    for (let index = place + 1; index < end && sum < fullCall; index += 1) {
      const other = this.chunks[index] as BodyChunk;
      if (other.text.length > fullCall || !other.waits()) continue;
      found.push(other);
      sum += other.text.length;
    }
    return found;
  }
}

/** The front matter as a chunk: one silent block. */
export class FrontMatterChunk implements Chunk {
  kept: unknown[] | undefined = undefined;
  readonly blocks: readonly Block[];
  readonly comments: readonly TextRange[] = [];
  readonly definitions: readonly string[] = none;
  readonly headings: readonly number[] = [];

  constructor(readonly text: string) {
    const end = text.replace(/[\r\n]+$/, '').length;
    this.blocks = [{ kind: 'frontMatter', start: 0, end, prose: '', map: [0, 0], level: 0, quoteDepth: 0 }];
  }
}
