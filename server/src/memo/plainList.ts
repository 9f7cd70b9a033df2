import { listMarker } from './lineStarts';
import type { ListPlace } from './memo';
import { type Line, type PlainCursor, Words } from './plainCursor';
import { nestsBlock, startsWords } from './plainInline';

/** A list that is open, with the item that is open in it. */
interface OpenList {
  /** The unit that tells one kind of list from another: - + * . ) */
  readonly mark: number;
  readonly ordered: boolean;
  readonly depth: number;
  readonly parent: number;
  /** Column of the marks of the open item, and of its content. */
  column: number;
  content: number;
  item: number;
  lead: number;
  /** The item's last paragraph, if nothing followed it yet. */
  before: number;
}

/**
 * Lists, nested to any depth, whose items hold paragraphs and lists; indents of spaces.
 * @returns false if the parser has to read it
 */
export function readPlainList(cursor: PlainCursor, first: Line): boolean {
  const { source } = cursor;
  const open: OpenList[] = [];
  let line = first;
  let blank = true; // no paragraph goes on
  for (;;) {
    const at = indentEnd(source, line);
    if (at < 0) return false;
    const column = at - line.start;
    const marker = listMarker(source, at, line.end, column);
    const words = new Words(source);
    let deepest = open[open.length - 1];
    if (marker) {
      const mark = source.charCodeAt(markEnd(source, at) - 1);
      // One space behind the mark, words directly after it.
      const content = markEnd(source, at) + 1;
      if (marker.empty || line.start + marker.content !== content || source.charCodeAt(content - 1) !== SPACE)
        return false;
      if (nestsBlock(source, content, line.end)) return false;
      while (deepest && column < deepest.column) {
        open.pop();
        deepest = open[open.length - 1];
      }
      const within = deepest && column >= deepest.content;
      if (deepest && !within && column >= deepest.content) return false;
      if (deepest && !within) {
        // Another item of the innermost list that is left.
        const outer = open[open.length - 2];
        if (deepest.mark !== mark || column - (outer?.content ?? 0) > 3 || column < (outer?.content ?? 0))
          return false;
        deepest.item += 1;
        deepest.column = column;
        deepest.content = marker.content;
        deepest.lead = cursor.blocks.length;
      } else {
        if (deepest && (column - deepest.content > 3 || !(blank || marker.interrupts))) return false;
        // A second list in the same item is left to the parser.
        if (deepest && deepest.before < 0) return false;
        const parent = deepest ? deepest.before : cursor.before;
        if (deepest) deepest.before = -1;
        const ordered = isDigit(source.charCodeAt(at));
        const list = { mark, ordered, depth: open.length + 1, parent, column, content: marker.content };
        open.push({ ...list, item: 1, lead: cursor.blocks.length, before: -1 });
      }
      const paragraph = readItemParagraph(cursor, line, content, words);
      if (!paragraph) return false;
      pushItem(cursor, open, content, paragraph.end, words);
      line = paragraph;
    } else {
      // A further paragraph of an item, after a blank line.
      if (!blank) return false;
      while (deepest && column < deepest.content) {
        open.pop();
        deepest = open[open.length - 1];
      }
      if (!deepest || column - deepest.content > 3 || nestsBlock(source, at, line.end)) return false;
      const paragraph = readItemParagraph(cursor, line, at, words);
      if (!paragraph) return false;
      pushItem(cursor, open, at, paragraph.end, words);
      line = paragraph;
    }
    cursor.at = line.next;
    blank = cursor.skipBlank();
    if (cursor.done) break;
    line = cursor.lineAt(cursor.at);
    const start = source.charCodeAt(line.start);
    if (start === SPACE || listMarker(source, line.start, line.end, 0)) continue;
    if (start === 9) return false;
    // Flush words after a blank line end the list; so does what starts a block anyway.
    if (!blank && !cursor.interrupts(line)) return false;
    break;
  }
  cursor.before = -1;
  return true;
}

/** The lines of an item's paragraph from `from` on; returns the last one. */
function readItemParagraph(cursor: PlainCursor, first: Line, from: number, words: Words): Line | undefined {
  const { source } = cursor;
  let line = first;
  let content = from;
  for (;;) {
    const next = cursor.lineAt(line.next);
    const nextContent = cursor.isBlank(next) ? -1 : indentEnd(source, next);
    const goesOn = nextContent >= 0 && continues(source, nextContent, next.end);
    if (!words.line(content, line, !goesOn)) return undefined;
    if (!goesOn) break;
    line = next;
    content = nextContent;
  }
  return words.close() ? line : undefined;
}

/** Whether the words at `at` can only go on with the paragraph before, however far they are indented. */
function continues(source: string, at: number, end: number): boolean {
  return startsWords(source, at, end) && !nestsBlock(source, at, end);
}

function pushItem(
  cursor: PlainCursor,
  open: readonly OpenList[],
  start: number,
  end: number,
  words: Words,
): void {
  const list = open[open.length - 1] as OpenList;
  const { depth, ordered, item, parent, lead } = list;
  const place: ListPlace = { depth, ordered, item, parent, lead };
  list.before = cursor.blocks.length;
  cursor.push('paragraph', start, end, words, { list: place });
}

/** Offset of the first unit after the indent of spaces, -1 if there is a tab in it. */
function indentEnd(source: string, line: Line): number {
  let at = line.start;
  while (at < line.end && source.charCodeAt(at) === SPACE) at += 1;
  return source.charCodeAt(at) === 9 ? -1 : at;
}

const SPACE = 32;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Where the list marker at `at` ends. */
function markEnd(source: string, at: number): number {
  let end = at;
  while (isDigit(source.charCodeAt(end))) end += 1;
  return end + 1;
}
