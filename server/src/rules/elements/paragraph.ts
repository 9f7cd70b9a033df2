/** The line ending that the memo uses: that of its first line. */
export function lineEnding(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Blank lines around a paragraph inserted behind the content that ends at an offset. */
export function paragraphAt(text: string, offset: number, paragraph: string, eol: string): string {
  const before = text.slice(0, offset);
  const lead =
    before.trim() === '' ? '' : before.endsWith('\n\n') ? '' : before.endsWith('\n') ? eol : eol + eol;
  const rest = text.slice(offset, offset + 4);
  const breaks = /^(?:\r?\n){0,2}/.exec(rest)![0].replaceAll('\r', '').length;
  const atEnd = text.slice(offset).trim() === '';
  const tail = atEnd ? (breaks > 0 ? '' : eol) : eol.repeat(2 - breaks);
  return `${lead}${paragraph}${tail}`;
}
