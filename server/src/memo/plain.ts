import { atxHeading, listMarker } from './lineStarts';
import type { Block, ListPlace } from './memo';
import type { ParsedChunk } from './parse';
import { footnoteLabel, PlainStrong, startsWords, writePlainLine } from './plainInline';
import { ProseWriter } from './proseWriter';

/**
 * The short way for what most of a memo is made of: headings, paragraphs, flat lists, block quotes and footnotes whose
 * words carry at most bold type and footnote calls. One look at each unit instead of the parser's hundred; whatever is
 * less plain goes to the parser. The property test compares both.
 */
export function parsePlain(source: string): ParsedChunk | undefined {
  if (markup.test(source)) return undefined;
  return new PlainReader(source).read();
}

/** Anything that asks for the parser wherever it stands. */
const markup = /[\\`_<&~@\0]|:\/\/|www\./i;

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const GREATER = 62;
const BRACKET = 91;

/** A line of the chunk. */
interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

class PlainReader {
  private readonly blocks: Block[] = [];
  private at = 0;
  /** Block that would introduce a list: the paragraph or heading directly before. */
  private before = -1;

  constructor(private readonly source: string) {}

  read(): ParsedChunk | undefined {
    while (this.at < this.source.length) {
      const line = this.lineAt(this.at);
      if (this.isBlank(line)) {
        this.at = line.next;
        continue;
      }
      if (!this.block(line)) return undefined;
    }
    return { blocks: this.blocks, comments: [], definitions: [] };
  }

  private block(line: Line): boolean {
    const { source } = this;
    const first = source.charCodeAt(line.start);
    if (first === HASH) return this.heading(line);
    if (first === GREATER) return this.quote(line);
    if (first === BRACKET && source.charCodeAt(line.start + 1) === 94) {
      const label = footnoteLabel(source, line.start, line.end);
      if (label === undefined) return false;
      const content = line.start + label.length + 2;
      if (source.charCodeAt(content) === 58) return this.footnote(line, label, content + 1);
      return this.paragraph(line);
    }
    if (listMarker(source, line.start, line.end, 0)) return this.list(line);
    return this.paragraph(line);
  }

  private heading(line: Line): boolean {
    const { source } = this;
    const level = atxHeading(source, line.start, line.end);
    if (level === 0) return false;
    const content = line.start + level + 1;
    const last = source.charCodeAt(line.end - 1);
    // Empty headings, closing marks and spaces around are left to the parser.
    if (content >= line.end || last === HASH || isSpace(last) || isSpace(source.charCodeAt(content)))
      return false;
    const writer = new ProseWriter(source);
    const strong = new PlainStrong(writer);
    if (!writePlainLine(source, content, line.end, writer, strong) || !strong.close()) return false;
    this.push('heading', line.start, line.end, writer, { level });
    this.at = line.next;
    return true;
  }

  /** A paragraph of lines that all start at column 0. */
  private paragraph(first: Line): boolean {
    const writer = new ProseWriter(this.source);
    const strong = new PlainStrong(writer);
    let line = first;
    for (;;) {
      if (!startsWords(this.source, line.start, line.end)) return false;
      const next = this.lineAt(line.next);
      const last = line.next >= this.source.length || this.isBlank(next) || this.interrupts(next);
      if (!this.words(line.start, line, last, writer, strong)) return false;
      if (last) break;
      line = next;
    }
    if (!strong.close()) return false;
    this.push('paragraph', first.start, line.end, writer);
    this.at = line.next;
    return true;
  }

  /** Whether a line certainly ends the paragraph before it. */
  private interrupts(line: Line): boolean {
    const first = this.source.charCodeAt(line.start);
    if (first === GREATER) return true;
    if (first === HASH) return atxHeading(this.source, line.start, line.end) > 0;
    if (first === BRACKET && this.source.charCodeAt(line.start + 1) === 94) {
      const label = footnoteLabel(this.source, line.start, line.end);
      return label !== undefined && this.source.charCodeAt(line.start + label.length + 2) === 58;
    }
    const marker = listMarker(this.source, line.start, line.end, 0);
    return marker?.interrupts === true && !marker.empty;
  }

  private quote(first: Line): boolean {
    const { source } = this;
    let line = first;
    for (;;) {
      // A paragraph of the quotation.
      const from = this.quoteContent(line);
      if (from < line.end) {
        const writer = new ProseWriter(source);
        const strong = new PlainStrong(writer);
        const start = from;
        let content = from;
        for (;;) {
          if (!startsWords(source, content, line.end)) return false;
          if (
            listMarker(source, content, line.end, 0) ||
            footnoteLabel(source, content, line.end) !== undefined
          )
            return false;
          const next = this.lineAt(line.next);
          const more = this.continuesQuote(next);
          const nextContent = more ? this.quoteContent(next) : 0;
          const last = !more || nextContent >= next.end;
          if (!this.words(content, line, last, writer, strong)) return false;
          if (last) break;
          line = next;
          content = nextContent;
        }
        if (!strong.close()) return false;
        this.push('paragraph', start, line.end, writer, { quoteDepth: 1 });
      }
      const next = this.lineAt(line.next);
      if (!this.continuesQuote(next)) {
        // A line without its mark may go on with the paragraph.
        if (line.next < source.length && !this.isBlank(next)) return false;
        break;
      }
      line = next;
    }
    this.before = -1;
    this.at = line.next;
    return true;
  }

  private continuesQuote(line: Line): boolean {
    return line.start < line.end && this.source.charCodeAt(line.start) === GREATER;
  }

  /** Where a quotation's line starts behind its mark. */
  private quoteContent(line: Line): number {
    const after = line.start + 1;
    return after < line.end && this.source.charCodeAt(after) === SPACE ? after + 1 : after;
  }

  private footnote(line: Line, label: string, after: number): boolean {
    const { source } = this;
    const content = source.charCodeAt(after) === SPACE ? after + 1 : after;
    if (!startsWords(source, content, line.end) || listMarker(source, content, line.end, 0)) return false;
    if (footnoteLabel(source, content, line.end) !== undefined) return false;
    const next = this.lineAt(line.next);
    if (line.next < source.length && !this.isBlank(next) && !this.interrupts(next)) return false;
    const writer = new ProseWriter(source);
    const strong = new PlainStrong(writer);
    if (!this.words(content, line, true, writer, strong) || !strong.close()) return false;
    this.push('paragraph', content, line.end, writer, { footnote: label.slice(1) });
    this.before = -1;
    this.at = line.next;
    // A line further in would go on with the footnote.
    return !this.indentedNext();
  }

  /** A list at column 0 of one line an item. */
  private list(first: Line): boolean {
    const { source } = this;
    const parent = this.before;
    const mark = markOf(source, first);
    const ordered = isDigit(source.charCodeAt(first.start));
    let line = first;
    for (let item = 1; ; item += 1) {
      const marker = listMarker(source, line.start, line.end, 0);
      if (!marker || marker.empty || markOf(source, line) !== mark) return false;
      const content = line.start + marker.content;
      // One space behind the mark, words directly after it.
      if (content !== markEnd(source, line) + 1 || source.charCodeAt(content - 1) !== SPACE) return false;
      if (!startsWords(source, content, line.end) || listMarker(source, content, line.end, 0)) return false;
      if (footnoteLabel(source, content, line.end) !== undefined) return false;
      const writer = new ProseWriter(source);
      const strong = new PlainStrong(writer);
      if (!this.words(content, line, true, writer, strong) || !strong.close()) return false;
      const list: ListPlace = { depth: 1, ordered, item, parent, lead: this.blocks.length };
      this.push('paragraph', content, line.end, writer, { list });
      this.at = line.next;
      const blank = this.skipBlank();
      if (this.at >= source.length) break;
      line = this.lineAt(this.at);
      if (listMarker(source, line.start, line.end, 0)) continue;
      if (isSpace(source.charCodeAt(line.start))) return false;
      // Without a blank line before it, it may go on with the item.
      if (!blank && !this.interrupts(line)) return false;
      break;
    }
    this.before = -1;
    return true;
  }

  /** Writes one line of running text; a line that is not the last ends with its break. */
  private words(from: number, line: Line, last: boolean, writer: ProseWriter, strong: PlainStrong): boolean {
    let end = line.end;
    while (end > from && isSpace(this.source.charCodeAt(end - 1))) end -= 1;
    // White space at the end of a block or behind markup: the parser knows what it belongs to.
    if (end < line.end && (last || ']*'.includes(this.source.charAt(end - 1)))) return false;
    if (!writePlainLine(this.source, from, end, writer, strong)) return false;
    if (!last) writer.lineBreak(end, line.end);
    return true;
  }

  private push(
    kind: Block['kind'],
    start: number,
    end: number,
    writer: ProseWriter,
    place: Partial<Block> = {},
  ): void {
    this.before = this.blocks.length;
    this.blocks.push({
      kind,
      start,
      end,
      prose: writer.text,
      map: writer.map(start),
      level: 0,
      quoteDepth: 0,
      ...place,
      ...(writer.strong.length > 0 && { strong: writer.strong }),
    });
  }

  private skipBlank(): boolean {
    let skipped = false;
    while (this.at < this.source.length) {
      const line = this.lineAt(this.at);
      if (!this.isBlank(line)) return skipped;
      skipped = true;
      this.at = line.next;
    }
    return skipped;
  }

  private indentedNext(): boolean {
    const here = this.at;
    this.skipBlank();
    const indented = this.at < this.source.length && isSpace(this.source.charCodeAt(this.at));
    this.at = here;
    return indented;
  }

  private lineAt(start: number): Line {
    const { source } = this;
    let end = start;
    while (end < source.length && source.charCodeAt(end) !== LF && source.charCodeAt(end) !== CR) end += 1;
    const crlf = source.charCodeAt(end) === CR && source.charCodeAt(end + 1) === LF;
    return { start, end, next: crlf ? end + 2 : end + 1 };
  }

  private isBlank(line: Line): boolean {
    for (let at = line.start; at < line.end; at += 1) if (!isSpace(this.source.charCodeAt(at))) return false;
    return true;
  }
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === TAB;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Where a list marker ends. */
function markEnd(source: string, line: Line): number {
  let at = line.start;
  while (isDigit(source.charCodeAt(at))) at += 1;
  return at + 1;
}

/** The unit that tells one kind of list from another: - + * . ) */
function markOf(source: string, line: Line): number {
  return source.charCodeAt(markEnd(source, line) - 1);
}
