import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { PhrasingContent } from 'mdast';
import type { TextRange } from '../text/range';
import { OBJECT, type ProseWriter } from './proseWriter';

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{0,30}));/y;

/**
 * Writes the prose of parsed inline content.
 * @param quoteDepth number of block quotes around it: their marks stand at the start of its lines
 * @param comments receives the HTML comments met on the way
 */
export function writeProse(
  nodes: readonly PhrasingContent[],
  writer: ProseWriter,
  source: string,
  quoteDepth: number,
  comments: TextRange[],
): void {
  for (const node of nodes) {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    switch (node.type) {
      case 'text':
        writeWords(node.value, start, end, writer, source, quoteDepth);
        break;
      case 'emphasis':
      case 'strong': {
        const from = writer.text.length;
        writeProse(node.children, writer, source, quoteDepth, comments);
        if (writer.text.length > from) writer.strong.push({ start: from, end: writer.text.length });
        break;
      }
      case 'link':
      case 'linkReference':
        writeProse(node.children, writer, source, quoteDepth, comments);
        break;
      case 'break':
        writer.piece('\n', start, end);
        break;
      case 'inlineCode':
      case 'image':
      case 'imageReference':
      case 'delete':
        writer.piece(OBJECT, start, end);
        break;
      case 'html':
        if (node.value.startsWith('<!--')) comments.push({ start, end });
        break;
    }
  }
}

/** A text node: its source with escapes, character references and line prefixes taken out. */
function writeWords(
  value: string,
  start: number,
  end: number,
  writer: ProseWriter,
  source: string,
  quoteDepth: number,
): void {
  const before = writer.mark();
  // Behind the box of a task the parser takes the line break off, but not the indent of the next line.
  const indented = isSpace(source.charCodeAt(start)) && !isSpace(value.charCodeAt(0));
  let run = indented ? skipPrefix(source, start, end, quoteDepth) : start;
  let at = run;
  while (at < end) {
    const unit = source.charCodeAt(at);
    if (unit === 92 && at + 1 < end && isAsciiPunctuation(source.charCodeAt(at + 1))) {
      writer.run(run, at);
      writer.piece(source.charAt(at + 1), at, at + 2);
      at += 2;
      run = at;
    } else if (unit === 38) {
      reference.lastIndex = at;
      const match = reference.exec(source);
      const decoded = match && at + match[0].length <= end ? decode(match) : undefined;
      if (match && decoded !== undefined) {
        writer.run(run, at);
        writer.piece(decoded, at, at + match[0].length);
        at += match[0].length;
        run = at;
      } else at += 1;
    } else if (unit === LF || unit === CR) {
      at = skipPrefix(source, writer.lineBreak(run, at), end, quoteDepth);
      run = at;
    } else at += 1;
  }
  writer.run(run, end);
  const expected = value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value;
  if (writer.text.slice(before[0]) !== expected) {
    // The parser read it in another way: its words count, placed as a whole.
    writer.rewind(before);
    writer.piece(expected, start, end);
  }
}

/** Skips the indent and the `>` marks of a continuation line. */
function skipPrefix(source: string, from: number, end: number, quoteDepth: number): number {
  let at = from;
  for (let quotes = 0; ; quotes += 1) {
    while (at < end && isSpace(source.charCodeAt(at))) at += 1;
    if (quotes === quoteDepth || at >= end || source.charCodeAt(at) !== 62) return at;
    at += 1;
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
