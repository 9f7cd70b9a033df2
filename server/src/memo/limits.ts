import { footnoteDefinition, isThematicBreak, listMarker } from './lineStarts';

/**
 * Limits within which the Markdown parser takes linear time. It compares brackets, angle brackets and emphasis marks
 * of one paragraph with each other and walks all open containers at each line; beyond these numbers, which no
 * memo reaches that a person wrote, a chunk is read as paragraphs of plain text (`asText.ts`).
 */
const mostContainers = 40;
const mostIndent = 160;
const mostBrackets = 1000;
const mostAngles = 300;
const mostEmphasis = 1000;
const mostCodeMarks = 300;

const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;

/** Whether the source is beyond what the parser can be asked to read. */
export function beyondLimits(source: string): boolean {
  let brackets = 0;
  let angles = 0;
  let emphasis = 0;
  let codeMarks = 0;
  let at = 0;
  while (at < source.length) {
    // The start of a line: indent and containers.
    const prefix = linePrefix(source, at);
    if (prefix.containers > mostContainers || prefix.indent > mostIndent) return true;
    if (prefix.opens) {
      brackets = 0;
      angles = 0;
      emphasis = 0;
      codeMarks = 0;
    }
    at = prefix.end;
    let previous = 0;
    for (; at < source.length; at += 1) {
      const unit = source.charCodeAt(at);
      if (unit === LF || unit === CR) break;
      if (unit === 93) brackets += 1;
      else if (unit === 60) angles += 1;
      else if ((unit === 42 || unit === 95 || unit === 126) && unit !== previous) emphasis += 1;
      else if (unit === 96 && previous !== 96) codeMarks += 1;
      previous = unit;
    }
    if (brackets > mostBrackets || angles > mostAngles) return true;
    if (emphasis > mostEmphasis || codeMarks > mostCodeMarks) return true;
    at += 1;
  }
  return false;
}

interface LinePrefix {
  readonly end: number;
  readonly containers: number;
  /** Column of the innermost container that starts in the line, or of its words if none does. */
  readonly indent: number;
  /** A new paragraph starts here, as far as one can see. */
  readonly opens: boolean;
}

function linePrefix(source: string, start: number): LinePrefix {
  let at = start;
  let column = 0;
  let containers = 0;
  let indent = 0;
  let opens = false;
  for (;;) {
    for (; at < source.length; at += 1) {
      const unit = source.charCodeAt(at);
      if (unit === SPACE) column += 1;
      else if (unit === TAB) column += 4 - (column % 4);
      else break;
    }
    const unit = source.charCodeAt(at);
    if (
      containers === 0 &&
      (unit === 42 || unit === 45) &&
      isThematicBreak(source, at, lineEnd(source, at))
    ) {
      return { end: at, containers, indent, opens: true };
    }
    if (at >= source.length || unit === LF || unit === CR) {
      return { end: at, containers, indent, opens: true };
    }
    let width = 0;
    if (unit === 62) width = 1;
    else if (unit === 91 && footnoteDefinition(source, at, source.length))
      width = source.indexOf(':', at) + 1 - at;
    else width = markerWidth(source, at);
    if (width === 0) {
      return { end: at, containers, indent, opens: opens || unit === 35 || unit === 124 };
    }
    if (unit !== 62) {
      opens = true;
      indent = column;
    }
    containers += 1;
    if (containers > mostContainers) return { end: at, containers, indent, opens };
    at += width;
    column += width;
  }
}

function markerWidth(source: string, at: number): number {
  if (!listMarker(source, at, Math.min(source.length, at + 12), 0)) return 0;
  let width = 0;
  while (isDigit(source.charCodeAt(at + width))) width += 1;
  return width + 1;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function lineEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && source.charCodeAt(at) !== LF && source.charCodeAt(at) !== CR) at += 1;
  return at;
}
