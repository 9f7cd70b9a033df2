import type { TextEdit } from '../text/range';
import { FrontMatterChunk, LazyChunk } from './chunk';
import { frontMatterEnd, scanCuts } from './cut';
import { noFrontMatter, readFrontMatter } from './frontMatter';
import type { Chunk, FrontMatter, Memo, Section } from './memo';
import { sectionsOf } from './sections';

/**
 * Snapshot of a memo. One leading byte order mark is taken off the text; nothing else is changed. Chunks are parsed
 * when they are first looked at.
 */
export function createMemo(uri: string, version: number, text: string): Memo {
  return fromText(uri, version, text.charCodeAt(0) === 0xfeff ? text.slice(1) : text, undefined);
}

/**
 * The next snapshot. Chunks that the edits did not touch are the same objects as before.
 * @param edits applied in order, each to the result of the one before (as the language server protocol gives them);
 *   offsets in UTF-16 code units of `memo.text`, those outside the text are moved to its ends
 */
export function editMemo(memo: Memo, version: number, edits: readonly TextEdit[]): Memo {
  let { text } = memo;
  for (const edit of edits) {
    const start = Math.min(Math.max(0, edit.start), text.length);
    const end = Math.min(Math.max(start, edit.end), text.length);
    text = text.slice(0, start) + edit.text + text.slice(end);
  }
  return fromText(memo.uri, version, text, memo);
}

function fromText(uri: string, version: number, text: string, before: Memo | undefined): Memo {
  const matter = frontMatterEnd(text);
  const known = new Map<string, Chunk>();
  for (const chunk of before?.chunks ?? []) known.set(chunk.text, chunk);
  const chunks: Chunk[] = [];
  const starts: number[] = [];
  if (matter > 0) {
    starts.push(0);
    const source = text.slice(0, matter);
    const old = known.get(source);
    chunks.push(old instanceof FrontMatterChunk ? old : new FrontMatterChunk(source));
  }
  const add = (start: number, end: number) => {
    const source = text.slice(start, end);
    const old = known.get(source);
    known.delete(source);
    starts.push(start);
    chunks.push(old instanceof LazyChunk ? old : new LazyChunk(source));
  };
  let start = matter;
  scanCuts(text, matter, (cut) => {
    add(start, cut);
    start = cut;
    return false;
  });
  if (start < text.length) add(start, text.length);
  return new MemoSnapshot(uri, version, text, chunks, starts, matter);
}

/** Sections and front matter are read when they are first asked for. */
class MemoSnapshot implements Memo {
  private ownSections: readonly Section[] | undefined;

  constructor(
    readonly uri: string,
    readonly version: number,
    readonly text: string,
    readonly chunks: readonly Chunk[],
    readonly starts: readonly number[],
    private readonly matterEnd: number,
  ) {}

  get sections(): readonly Section[] {
    this.ownSections ??= sectionsOf(this.text, this.chunks, this.starts, this.matterEnd);
    return this.ownSections;
  }

  get frontMatter(): FrontMatter {
    const first = this.chunks[0];
    return first instanceof FrontMatterChunk ? frontMatterOf(first) : noFrontMatter;
  }
}

const frontMatters = new WeakMap<Chunk, FrontMatter>();

function frontMatterOf(chunk: FrontMatterChunk): FrontMatter {
  let matter = frontMatters.get(chunk);
  if (!matter) {
    matter = readFrontMatter(chunk.text);
    frontMatters.set(chunk, matter);
  }
  return matter;
}
