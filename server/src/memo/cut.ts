import { htmlEndsIn, htmlStart } from './htmlBlock';
import {
  atxHeading,
  footnoteDefinition,
  isBlankFrom,
  isThematicBreak,
  lineStartsFence,
  listMarker,
} from './lineStarts';

/**
 * Cutting a memo into stretches that parse by themselves.
 *
 * A cut is made only where Markdown has certainly nothing open: before an ATX heading or a footnote definition at the
 * start of a line, and, after a blank line, before a line at column 0 that neither belongs to a list nor starts a list
 * or a quotation (those stay with the paragraph that introduces them). The scan looks at the starts of lines only, so
 * its time is linear and small. Where it cannot know (whether an odd indent still belongs to a list item, say), it
 * makes no cut; the property test `chunked = whole` compares with the parser.
 */

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const HASH = 35;
const GREATER = 62;
const EQUALS = 61;
const LESS = 60;
const BRACKET = 91;

/**
 * Reports every cut after `from`, ascending, until `onCut` answers true or the text ends.
 * @param from start of the text, end of the front matter, or an earlier cut of the same text
 */
export function scanCuts(text: string, from: number, onCut: (offset: number) => boolean): void {
  const length = text.length;
  let nextCr = text.indexOf('\r', from);
  if (nextCr < 0) nextCr = length;

  let fence = 0; // the fence's character, 0 = none open
  let fenceLength = 0;
  let html = 0; // kind 1–5 of the open HTML block (ends by a mark), 6 (ends by a blank line), 0 = none
  let maybeHtml = false; // a line was met that may have opened an HTML block that ends by a blank line
  // An outermost list item (or footnote definition) is open whose content starts at a column in [least, most];
  // Infinity = perhaps none (most) or certainly none (least).
  let least = Infinity;
  let most = Infinity;
  let heading = false; // the line before is certainly the first of a paragraph that `===` would make a heading
  let fresh = true; // no paragraph, quotation or table can be open before this line

  let next = from;
  for (let start = from; start < length; start = next) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = length;
    if (nextCr < end) {
      end = nextCr;
      next = text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
      nextCr = text.indexOf('\r', next);
      if (nextCr < 0) nextCr = length;
    } else {
      next = end + 1;
    }

    let at = start;
    let column = 0;
    for (; at < end; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === SPACE) column += 1;
      else if (unit === TAB) column += 4 - (column % 4);
      else break;
    }
    const blank = at === end;
    const first = blank ? 0 : text.charCodeAt(at);

    if (fence !== 0) {
      if (!blank && column < 4 && first === fence && closesFence(text, at, end, fence, fenceLength)) {
        fence = 0;
        fresh = true;
      }
      continue;
    }
    if (html >= 1 && html <= 5) {
      if (htmlEndsIn(text, start, end, html)) {
        html = 0;
        fresh = true;
      }
      continue;
    }
    if (blank) {
      html = 0;
      maybeHtml = false;
      heading = false;
      fresh = true;
      continue;
    }
    if (html === 6) continue;

    const inside = column >= most; // certainly part of the item
    const outside = column < least; // certainly not part of it (but perhaps lazy continuation of its paragraph)
    const wasFresh = fresh;
    const wasFirst = heading;
    fresh = false;
    heading = false;
    if (inside) continue;

    const flush = at === start; // the line starts at column 0
    if (first === HASH && column < 4 && atxHeading(text, at, end)) {
      if (maybeHtml) continue;
      if (flush && start > from && onCut(start)) return;
      if (outside) {
        least = most = Infinity;
        fresh = true;
      } else most = Infinity;
      continue;
    }
    if (column < 4 && (first === 96 || first === 126)) {
      const run = lineStartsFence(text, at, end);
      if (run > 0) {
        if (!outside || maybeHtml) return; // no telling what follows
        if (flush && wasFresh && start > from && onCut(start)) return;
        fence = first;
        fenceLength = run;
        least = most = Infinity;
        continue;
      }
    }
    if (column < 4 && first === LESS) {
      const kind = htmlStart(text, at, end);
      if (kind > 0 && kind <= 5 && !htmlEndsIn(text, kind === 3 ? at + 1 : at + 2, end, kind)) {
        if (!outside || maybeHtml) return;
        if (flush && wasFresh && start > from && onCut(start)) return;
        html = kind;
        least = most = Infinity;
        continue;
      }
      if (kind > 0) {
        if (flush && wasFresh && start > from && onCut(start)) return;
        if (!outside) most = Infinity;
        else if (kind <= 6) least = most = Infinity;
        else most = Infinity;
        if (kind === 6 && outside && !maybeHtml) html = 6;
        else if (kind >= 6) maybeHtml = true;
        continue;
      }
    }
    if (column < 4 && first === GREATER) {
      if (outside) least = Infinity;
      most = Infinity;
      continue;
    }
    if (column < 4 && first === BRACKET && footnoteDefinition(text, at, end)) {
      if (flush && !maybeHtml && (wasFresh || startsPlain(text, at, end)) && start > from && onCut(start))
        return;
      least = outside && !maybeHtml ? 4 : Math.min(least, 4);
      most = outside && !maybeHtml ? 4 : Infinity;
      continue;
    }
    if (column < 4 && isThematicBreak(text, at, end)) {
      if (flush && wasFresh && start > from && onCut(start)) return;
      if (outside) least = Infinity;
      most = Infinity;
      continue;
    }
    const marker = column < 4 ? listMarker(text, at, end, column) : undefined;
    if (marker) {
      const sure = !marker.empty && !maybeHtml && (wasFresh || marker.interrupts);
      if (outside) {
        const open = least !== Infinity;
        least = sure ? marker.content : open ? Math.min(least, marker.content) : marker.content;
        most = sure ? marker.content : Infinity;
      } else {
        least = Math.min(least, marker.content);
        most = sure ? marker.content : Infinity;
      }
      continue;
    }
    if (wasFirst && first === EQUALS && column < 4 && isUnderline(text, at, end)) {
      fresh = true;
      continue;
    }
    // Running text, indented code, a table row, a definition.
    if (wasFresh && flush && start > from && onCut(start)) return;
    if (wasFresh && outside) least = Infinity;
    most = Infinity;
    heading = wasFresh && least === Infinity && column < 4 && first !== BRACKET;
  }
}

/** Only `=` up to the end of the line. */
function isUnderline(text: string, at: number, end: number): boolean {
  let run = at;
  while (run < end && text.charCodeAt(run) === EQUALS) run += 1;
  return isBlankFrom(text, run, end);
}

/**
 * Whether a footnote begins with ordinary words. After a line of running text the parser takes some starts of nested
 * blocks for words, which it would not do at the start of a chunk.
 */
function startsPlain(text: string, at: number, end: number): boolean {
  let place = text.indexOf(']:', at) + 2;
  while (place < end && (text.charCodeAt(place) === SPACE || text.charCodeAt(place) === TAB)) place += 1;
  return place < end && !'<>['.includes(text.charAt(place)) && !listMarker(text, place, end, 0);
}

function closesFence(text: string, at: number, end: number, fence: number, least: number): boolean {
  let run = at;
  while (run < end && text.charCodeAt(run) === fence) run += 1;
  return run - at >= least && isBlankFrom(text, run, end);
}

/**
 * End of the front matter: offset after the line break of its closing `---`, 0 if there is none. Front matter starts on
 * the very first line; one that is not closed is ordinary text.
 */
export function frontMatterEnd(text: string): number {
  if (!text.startsWith('---')) return 0;
  let end = lineEnd(text, 3);
  if (end >= text.length || !isBlankFrom(text, 3, end)) return 0;
  for (;;) {
    const start = afterBreak(text, end);
    if (start >= text.length) return 0;
    end = lineEnd(text, start);
    if (text.startsWith('---', start) && isBlankFrom(text, start + 3, end)) return afterBreak(text, end);
    if (end >= text.length) return 0;
  }
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LF || unit === CR) return at;
  }
  return text.length;
}

function afterBreak(text: string, end: number): number {
  if (end >= text.length) return end;
  return text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}
