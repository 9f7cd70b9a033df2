import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { PhrasingContent } from 'mdast';
import type { TextRange } from '../text/range';

/** Stands in prose for what is not running text: inline code, an image, struck-out text. */
export const OBJECT = '\uFFFC';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{0,30}));/y;

/** Collects the prose of one block together with the places it comes from (see `Block.map`). */
export class ProseBuilder {
  readonly strong: TextRange[] = [];
  private parts = '';
  private readonly pairs: number[] = [];
  /** Source offset where the last piece ended; the next piece continues it in step if it starts there. */
  private sourceAt = -1;

  constructor(
    private readonly source: string,
    private readonly quoteDepth: number,
    private readonly comments: TextRange[],
  ) {}

  text(): string {
    return this.parts;
  }

  /** The finished map; `start` is the block's own start, for a block without prose. */
  map(start: number): number[] {
    if (this.pairs.length === 0) return [0, start];
    if (this.pairs[this.pairs.length - 2] !== this.parts.length)
      this.pairs.push(this.parts.length, this.sourceAt);
    return this.pairs;
  }

  add(nodes: readonly PhrasingContent[]): void {
    for (const node of nodes) this.node(node);
  }

  private node(node: PhrasingContent): void {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    switch (node.type) {
      case 'text':
        this.words(node.value, start, end);
        return;
      case 'emphasis':
      case 'strong': {
        const from = this.parts.length;
        this.add(node.children);
        if (this.parts.length > from) this.strong.push({ start: from, end: this.parts.length });
        return;
      }
      case 'link':
      case 'linkReference':
        this.add(node.children);
        return;
      case 'break':
        this.piece('\n', start, end);
        return;
      case 'inlineCode':
      case 'image':
      case 'imageReference':
      case 'delete':
        this.piece(OBJECT, start, end);
        return;
      case 'html':
        if (node.value.startsWith('<!--')) this.comments.push({ start, end });
        return;
    }
  }

  /** A text node: its source with escapes, character references and line prefixes taken out. */
  private words(value: string, start: number, end: number): void {
    const { source } = this;
    const rollBack = { parts: this.parts.length, pairs: this.pairs.length, sourceAt: this.sourceAt };
    let run = start;
    let at = start;
    while (at < end) {
      const unit = source.charCodeAt(at);
      if (unit === 92 && at + 1 < end && isAsciiPunctuation(source.charCodeAt(at + 1))) {
        this.run(run, at);
        this.piece(source.charAt(at + 1), at, at + 2);
        at += 2;
        run = at;
      } else if (unit === 38) {
        reference.lastIndex = at;
        const match = reference.exec(source);
        const decoded = match && at + match[0].length <= end ? decode(match) : undefined;
        if (match && decoded !== undefined) {
          this.run(run, at);
          this.piece(decoded, at, at + match[0].length);
          at += match[0].length;
          run = at;
        } else at += 1;
      } else if (unit === LF || unit === CR) {
        let last = at;
        while (last > run && isSpace(source.charCodeAt(last - 1))) last -= 1;
        this.run(run, last);
        let next = unit === CR && at + 1 < end && source.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
        const breakEnd = next;
        next = this.skipPrefix(next, end);
        // A plain LF with nothing around it runs in step.
        if (last === at && breakEnd === at + 1) this.piece('\n', at, breakEnd);
        else this.piece('\n', last, breakEnd);
        at = next;
        run = next;
      } else at += 1;
    }
    this.run(run, end);
    const written = this.parts.slice(rollBack.parts);
    const expected = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
    if (written !== expected) {
      // The parser read it in another way: its words count, placed as a whole.
      this.parts = this.parts.slice(0, rollBack.parts);
      this.pairs.length = rollBack.pairs;
      this.sourceAt = rollBack.sourceAt;
      this.piece(expected, start, end);
    }
  }

  /** Skips the indent and the `>` marks of a continuation line. */
  private skipPrefix(from: number, end: number): number {
    let at = from;
    for (let quotes = 0; ; quotes += 1) {
      while (at < end && isSpace(this.source.charCodeAt(at))) at += 1;
      if (quotes === this.quoteDepth || this.source.charCodeAt(at) !== 62 || at >= end) return at;
      at += 1;
    }
  }

  /** Source that stands in the prose as it is. */
  private run(start: number, end: number): void {
    if (end <= start) return;
    const words = this.source.slice(start, end);
    this.place(start);
    this.parts += words.includes('\0') ? words.replaceAll('\0', '\uFFFD') : words;
    this.sourceAt = end;
  }

  /** Words that stand for a stretch of source of perhaps another length. */
  private piece(words: string, start: number, end: number): void {
    if (words.length === 0) return;
    this.place(start);
    this.parts += words;
    if (end - start !== words.length) this.pairs.push(this.parts.length, end);
    this.sourceAt = end;
  }

  /** Notes where the next unit of prose comes from, unless it continues in step. */
  private place(start: number): void {
    if (start === this.sourceAt) return;
    const offset = this.parts.length;
    const last = this.pairs.length - 2;
    // Close the stretch before, so that ranges that end here leave out the markup between.
    if (last >= 0 && !(this.pairs[last] === offset && this.pairs[last + 1] === this.sourceAt)) {
      this.pairs.push(offset, this.sourceAt);
    }
    this.pairs.push(offset, start);
  }
}

function decode(match: RegExpExecArray): string | undefined {
  if (match[3] !== undefined) return decodeNamedCharacterReference(match[3]) || undefined;
  const code =
    match[1] !== undefined ? Number.parseInt(match[1], 16) : Number.parseInt(match[2] as string, 10);
  return decodeCodePoint(code);
}

/** As CommonMark asks: what is no character becomes U+FFFD. */
function decodeCodePoint(code: number): string {
  const control = code < 9 || code === 11 || (code > 13 && code < 32) || (code > 126 && code < 160);
  const surrogate = code > 55295 && code < 57344;
  const none = (code > 64975 && code < 65008) || (code & 65535) === 65535 || (code & 65535) === 65534;
  return control || surrogate || none || code > 1114111 ? '\uFFFD' : String.fromCodePoint(code);
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

function isAsciiPunctuation(unit: number): boolean {
  return (
    (unit >= 33 && unit <= 47) ||
    (unit >= 58 && unit <= 64) ||
    (unit >= 91 && unit <= 96) ||
    (unit >= 123 && unit <= 126)
  );
}
