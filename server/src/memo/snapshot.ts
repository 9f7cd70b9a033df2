import { BodyChunk, Companions, FrontMatterChunk, type MemoChunk } from './chunk';
import { noFrontMatter, readFrontMatter } from './frontMatter';
import type { FrontMatter, Memo, Section } from './memo';
import { sectionsOf } from './sections';
import { lengthOf } from './textOf';

/** Where a snapshot differs from the one before: chunks `[kept, changedEnd)` are new ones. */
interface Change {
  readonly before: Snapshot;
  readonly kept: number;
  readonly changedEnd: number;
}

/** One version of a memo. Sections and front matter are read when they are first asked for. */
export class Snapshot implements Memo {
  readonly chunks: readonly MemoChunk[];
  /** Keys of all link definitions of the memo; the same object as before if they are the same. */
  private readonly labels: ReadonlySet<string>;
  private readSections: readonly Section[] | undefined;
  private wholeText: string | undefined;

  /**
   * @param chunks become the snapshot's own
   * @param matterEnd end of the front matter, 0 = none; then `chunks[0]` is body
   * @param text the whole text where it is at hand; else it is put together when it is asked for
   */
  constructor(
    readonly uri: string,
    readonly version: number,
    chunks: MemoChunk[],
    readonly starts: readonly number[],
    readonly matterEnd: number,
    change: Change | undefined,
    text?: string,
  ) {
    this.wholeText = text;
    const { kept, changedEnd } = change ?? { kept: 0, changedEnd: chunks.length };
    share(chunks, kept, changedEnd);
    const old = change?.before.labels ?? noLabels;
    // Where nothing was defined before, only what is new can define.
    const labels =
      old === noLabels ? definedLabels(chunks, kept, changedEnd) : definedLabels(chunks, 0, chunks.length);
    const same = sameLabels(labels, old);
    this.labels = same ? old : labels;
    const from = same ? kept : 0;
    const to = same ? changedEnd : chunks.length;
    let anew = false;
    for (let index = from; index < to; index += 1) {
      const chunk = chunks[index];
      if (!(chunk instanceof BodyChunk)) continue;
      const knowing = chunk.knowing(this.labels);
      if (knowing === chunk) continue;
      chunks[index] = knowing;
      anew = true;
    }
    if (anew) share(chunks, from, to);
    this.chunks = chunks;
  }

  /** The same memo under another version number. */
  withVersion(version: number): Snapshot {
    const change = { before: this, kept: 0, changedEnd: 0 };
    return new Snapshot(
      this.uri,
      version,
      [...this.chunks],
      this.starts,
      this.matterEnd,
      change,
      this.wholeText,
    );
  }

  get text(): string {
    this.wholeText ??= this.chunks.map(({ text }) => text).join('');
    return this.wholeText;
  }

  get sections(): readonly Section[] {
    this.readSections ??= sectionsOf(lengthOf(this), this.chunks, this.starts, this.matterEnd);
    return this.readSections;
  }

  get frontMatter(): FrontMatter {
    const first = this.chunks[0];
    return first instanceof FrontMatterChunk ? frontMatterOf(first) : noFrontMatter;
  }
}

const noLabels: ReadonlySet<string> = new Set();

function definedLabels(chunks: readonly MemoChunk[], from: number, to: number): ReadonlySet<string> {
  let labels: Set<string> | undefined;
  for (let index = from; index < to; index += 1) {
    const { definitions } = chunks[index] as MemoChunk;
    if (definitions.length === 0) continue;
    labels ??= new Set();
    for (const label of definitions) labels.add(label);
  }
  return labels ?? noLabels;
}

function share(chunks: readonly MemoChunk[], from: number, to: number): void {
  if (to - from < 2) return;
  new Companions(chunks.slice(from, to).filter((chunk) => chunk instanceof BodyChunk));
}

function sameLabels(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const label of one) if (!other.has(label)) return false;
  return true;
}

const frontMatters = new WeakMap<FrontMatterChunk, FrontMatter>();

function frontMatterOf(chunk: FrontMatterChunk): FrontMatter {
  let matter = frontMatters.get(chunk);
  if (!matter) {
    matter = readFrontMatter(chunk.text);
    frontMatters.set(chunk, matter);
  }
  return matter;
}
