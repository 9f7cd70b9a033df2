/** What the start of a line says about the block it opens (CommonMark 0.31, GFM). `at` = first unit that is not space. */

const TAB = 9;
const SPACE = 32;

/** Only spaces and tabs in `[from, end)`. */
export function isBlankFrom(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== SPACE && unit !== TAB) return false;
  }
  return true;
}

/** Level 1–6 of an ATX heading, 0 = none. */
export function atxHeading(text: string, at: number, end: number): number {
  let level = 0;
  while (at + level < end && text.charCodeAt(at + level) === 35) level += 1;
  if (level === 0 || level > 6) return 0;
  const after = at + level;
  return after === end || text.charCodeAt(after) === SPACE || text.charCodeAt(after) === TAB ? level : 0;
}

/** Length of the run of ` or ~ that opens fenced code, 0 = none. */
export function lineStartsFence(text: string, at: number, end: number): number {
  const mark = text.charCodeAt(at);
  let run = at;
  while (run < end && text.charCodeAt(run) === mark) run += 1;
  if (run - at < 3) return 0;
  if (mark === 96) {
    for (let info = run; info < end; info += 1) if (text.charCodeAt(info) === 96) return 0;
  }
  return run - at;
}

/** `***`, `- - -`, `___` … */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  if (mark !== 42 && mark !== 45 && mark !== 95) return false;
  let marks = 0;
  for (let place = at; place < end; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === mark) marks += 1;
    else if (unit !== SPACE && unit !== TAB) return false;
  }
  return marks >= 3;
}

export interface ListMarker {
  /** Column at which the item's content starts. */
  readonly content: number;
  /** Nothing follows on the line. */
  readonly empty: boolean;
  /** May stand directly after a line of running text. */
  readonly interrupts: boolean;
}

/** The list marker at `at`, which stands at `column`. */
export function listMarker(text: string, at: number, end: number, column: number): ListMarker | undefined {
  const first = text.charCodeAt(at);
  let after = at;
  let interrupts = true;
  if (first === 42 || first === 43 || first === 45) {
    after += 1;
  } else {
    while (after < end && after - at < 10 && isDigit(text.charCodeAt(after))) after += 1;
    const digits = after - at;
    if (digits === 0 || digits > 9 || after === end) return undefined;
    const mark = text.charCodeAt(after);
    if (mark !== 46 && mark !== 41) return undefined;
    interrupts = digits === 1 && first === 49;
    after += 1;
  }
  if (after < end && text.charCodeAt(after) !== SPACE && text.charCodeAt(after) !== TAB) return undefined;
  const markerEnd = column + (after - at);
  let content = markerEnd;
  let place = after;
  for (; place < end; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === SPACE) content += 1;
    else if (unit === TAB) content += 4 - (content % 4);
    else break;
  }
  if (place === end) return { content: markerEnd + 1, empty: true, interrupts: false };
  return { content: content - markerEnd > 4 ? markerEnd + 1 : content, empty: false, interrupts };
}

/** `[^label]:` */
export function footnoteDefinition(text: string, at: number, end: number): boolean {
  if (text.charCodeAt(at + 1) !== 94) return false;
  const limit = Math.min(end, at + 1000);
  for (let place = at + 2; place < limit; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit === 93) return place > at + 2 && text.charCodeAt(place + 1) === 58;
    // Escapes in labels are left to the parser.
    if (unit === 91 || unit === 92 || unit === SPACE || unit === TAB) return false;
  }
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
