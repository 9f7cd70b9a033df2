import { type Line, type PlainCursor, Words } from './plainCursor';

const delimiterRow = /^\|(?:[ \t]{0,80}:?-{1,200}:?[ \t]{0,80}\|){1,200}$/;

/**
 * A table whose rows all start and end with a bar, have as many cells as the head, and hold neither escapes nor code.
 * @returns false if the parser has to read it
 */
export function readPlainTable(cursor: PlainCursor, head: Line): boolean {
  const { source } = cursor;
  const delimiters = cursor.lineAt(head.next);
  if (!delimiterRow.test(source.slice(delimiters.start, delimiters.end))) return false;
  const columns = barsOf(source, head);
  if (!columns || barsOf(source, delimiters)?.length !== columns.length) return false;
  const table = cursor.tables;
  cursor.tables += 1;
  let line = head;
  for (let row = 0; ; row += 1) {
    if (!readRow(cursor, line, table, row, columns.length)) return false;
    line = cursor.lineAt(row === 0 ? delimiters.next : line.next);
    if (cursor.isBlank(line)) break;
  }
  cursor.before = -1;
  cursor.at = line.start;
  return true;
}

function readRow(cursor: PlainCursor, line: Line, table: number, row: number, columns: number): boolean {
  const { source } = cursor;
  const bars = barsOf(source, line);
  if (bars?.length !== columns) return false;
  for (let column = 0; column + 1 < columns; column += 1) {
    const bar = bars[column] as number;
    const close = bars[column + 1] as number;
    let start = bar + 1;
    let end = close;
    while (start < end && isSpace(source.charCodeAt(start))) start += 1;
    while (end > start && isSpace(source.charCodeAt(end - 1))) end -= 1;
    const words = new Words(source);
    if (!words.write(start, end) || !words.close()) return false;
    const empty = start === end;
    // An empty cell is the stretch between its bars as the parser sees it.
    const range = empty ? { start: bar, end: column + 2 === columns ? line.end : close } : { start, end };
    cursor.push('cell', range.start, range.end, words, { table: { table, row, column } });
  }
  return true;
}

/** Places of the bars of a row that starts and ends with one. */
function barsOf(source: string, line: Line): number[] | undefined {
  if (source.charCodeAt(line.start) !== BAR || source.charCodeAt(line.end - 1) !== BAR) return undefined;
  const bars: number[] = [];
  for (let at = line.start; at < line.end; at += 1) {
    const unit = source.charCodeAt(at);
    if (unit === BAR) bars.push(at);
    else if (unit === 92 || unit === 96) return undefined;
  }
  return bars.length > 1 ? bars : undefined;
}

const BAR = 124;

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
