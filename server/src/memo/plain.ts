import { atxHeading, isThematicBreak, listMarker } from './lineStarts';
import type { ParsedChunk } from './parse';
import { type Line, PlainCursor, Words } from './plainCursor';
import { footnoteLabel, nestsBlock } from './plainInline';
import { readPlainList } from './plainList';
import { readPlainTable } from './plainTable';

/**
 * The short way for what most of a memo is made of: headings, paragraphs, lists, tables, block quotes and footnotes with
 * simple markup in them. One look at each unit instead of the parser's hundred; whatever is less plain goes to the
 * parser. The property test compares both.
 * @param source a chunk that neither holds link definitions nor refers to any
 * @returns undefined if the parser has to read the chunk
 */
export function parsePlain(source: string): ParsedChunk | undefined {
  const cursor = new PlainCursor(source);
  while (!cursor.done) {
    const line = cursor.lineAt(cursor.at);
    if (cursor.isBlank(line)) cursor.at = line.next;
    else if (!readBlock(cursor, line)) return undefined;
  }
  // A copy: an array that grew holds room for more, and the blocks stay.
  const comments = cursor.comments.length > 0 ? cursor.comments : noComments;
  return { blocks: cursor.blocks.slice(), comments, definitions: noDefinitions };
}

const noComments: ParsedChunk['comments'] = [];
const noDefinitions: ParsedChunk['definitions'] = [];

const SPACE = 32;
const HASH = 35;
const BAR = 124;
const GREATER = 62;
const BRACKET = 91;
const LESS = 60;
const EQUALS = 61;
const DASH = 45;

function readBlock(cursor: PlainCursor, line: Line): boolean {
  const { source } = cursor;
  const first = source.charCodeAt(line.start);
  if (first === HASH) return readHeading(cursor, line);
  if (first === GREATER) return readQuote(cursor, line);
  if (first === BAR) return readPlainTable(cursor, line);
  if (first === BRACKET && source.charCodeAt(line.start + 1) === 94) {
    const label = footnoteLabel(source, line.start, line.end);
    if (label === undefined) return false;
    const after = line.start + label.length + 2;
    if (source.charCodeAt(after) === 58) return readFootnote(cursor, line, label.slice(1), after + 1);
  }
  if (isThematicBreak(source, line.start, line.end)) return skipLine(cursor, line);
  if (first === LESS) return readComment(cursor, line);
  if (listMarker(source, line.start, line.end, 0)) return readPlainList(cursor, line);
  return readParagraph(cursor, line);
}

function skipLine(cursor: PlainCursor, line: Line): boolean {
  cursor.before = -1;
  cursor.at = line.next;
  return true;
}

/** A comment that fills its line, as the in-text switches do. */
function readComment(cursor: PlainCursor, line: Line): boolean {
  const { source } = cursor;
  const close = source.indexOf('-->', line.start + 2);
  if (!source.startsWith('<!--', line.start) || close + 3 !== line.end) return false;
  cursor.comments.push({ start: line.start, end: line.end });
  cursor.push('html', line.start, line.end, new Words(source));
  return skipLine(cursor, line);
}

function readHeading(cursor: PlainCursor, line: Line): boolean {
  const { source } = cursor;
  const level = atxHeading(source, line.start, line.end);
  if (level === 0) return false;
  const content = line.start + level + 1;
  const last = source.charCodeAt(line.end - 1);
  // Empty headings, closing marks and spaces around are left to the parser.
  if (content >= line.end || last === HASH || isSpace(last) || isSpace(source.charCodeAt(content)))
    return false;
  const words = new Words(source);
  if (!words.write(content, line.end) || !words.close()) return false;
  cursor.before = cursor.blocks.length;
  cursor.push('heading', line.start, line.end, words, { level });
  cursor.at = line.next;
  return true;
}

/** A paragraph of lines that all start at column 0, or a heading that is underlined. */
function readParagraph(cursor: PlainCursor, first: Line): boolean {
  const words = new Words(cursor.source);
  let line = first;
  let underline: Line | undefined;
  for (;;) {
    const next = cursor.lineAt(line.next);
    if (underlineLevel(cursor.source, next) > 0) underline = next;
    const last = underline !== undefined || cursor.isBlank(next) || cursor.interrupts(next);
    if (!words.line(line.start, line, last)) return false;
    if (last) break;
    line = next;
  }
  if (!words.close()) return false;
  cursor.before = cursor.blocks.length;
  if (underline) {
    cursor.push('heading', first.start, underline.end, words, {
      level: underlineLevel(cursor.source, underline),
    });
  } else cursor.push('paragraph', first.start, line.end, words);
  cursor.at = (underline ?? line).next;
  return true;
}

/** Level of the heading that a line of `=` or `-` makes of the paragraph before it; 0 = the line is something else. */
function underlineLevel(source: string, line: Line): number {
  const mark = source.charCodeAt(line.start);
  if (mark !== EQUALS && mark !== DASH) return 0;
  for (let at = line.start; at < line.end; at += 1) if (source.charCodeAt(at) !== mark) return 0;
  return mark === EQUALS ? 1 : 2;
}

/** A block quote of paragraphs, each line with its mark. */
function readQuote(cursor: PlainCursor, first: Line): boolean {
  let line: Line = first;
  for (;;) {
    if (contentOf(cursor, line) < line.end) {
      const last = readQuoted(cursor, line);
      if (!last) return false;
      line = last;
    }
    const next = cursor.lineAt(line.next);
    if (!isQuoted(cursor, next)) {
      // A line without its mark may go on with the paragraph.
      if (!cursor.isBlank(next)) return false;
      cursor.before = -1;
      cursor.at = line.next;
      return true;
    }
    line = next;
  }
}

/** A paragraph of a quotation; returns its last line. */
function readQuoted(cursor: PlainCursor, first: Line): Line | undefined {
  const { source } = cursor;
  const words = new Words(source);
  let line = first;
  for (;;) {
    const content = contentOf(cursor, line);
    if (nestsBlock(source, content, line.end)) return undefined;
    const next = cursor.lineAt(line.next);
    const last = !isQuoted(cursor, next) || contentOf(cursor, next) >= next.end;
    if (!words.line(content, line, last)) return undefined;
    if (last) break;
    line = next;
  }
  if (!words.close()) return undefined;
  cursor.push('paragraph', contentOf(cursor, first), line.end, words, { quoteDepth: 1 });
  return line;
}

function isQuoted(cursor: PlainCursor, line: Line): boolean {
  return line.start < line.end && cursor.source.charCodeAt(line.start) === GREATER;
}

/** Where a quotation's line starts behind its mark. */
function contentOf(cursor: PlainCursor, line: Line): number {
  const after = line.start + 1;
  return after < line.end && cursor.source.charCodeAt(after) === SPACE ? after + 1 : after;
}

/** A footnote of one line. */
function readFootnote(cursor: PlainCursor, line: Line, footnote: string, after: number): boolean {
  const { source } = cursor;
  const content = source.charCodeAt(after) === SPACE ? after + 1 : after;
  if (nestsBlock(source, content, line.end)) return false;
  const next = cursor.lineAt(line.next);
  if (!cursor.isBlank(next) && !cursor.interrupts(next)) return false;
  const words = new Words(source);
  if (!words.line(content, line, true) || !words.close()) return false;
  cursor.push('paragraph', content, line.end, words, { footnote });
  cursor.before = -1;
  cursor.at = line.next;
  cursor.skipBlank();
  // A line further in would go on with the footnote.
  return cursor.done || !isSpace(source.charCodeAt(cursor.at));
}

function isSpace(unit: number): boolean {
  return unit === SPACE || unit === 9;
}
