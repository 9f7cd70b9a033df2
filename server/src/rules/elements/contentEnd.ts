/**
 * Where the running text of a stretch ends: before white space, footnote and link definitions, rules (`---`) and comments
 * that close it, for those belong to the end or to what follows.
 * @param from nothing before this offset is passed over
 * @returns absolute offset behind the last character of text
 */
export function contentEnd(text: string, from: number, to: number): number {
  let end = trimmed(text, from, to);
  for (;;) {
    const start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
    const line = text.slice(start, end);
    let open = -1;
    if (/^\s*$/.test(line) || rule.test(line) || definition.test(line) || comment.test(line)) open = start;
    else if (/^(?: {2}|\t)/.test(line)) open = footnoteStart(text, from, start);
    if (open < 0 || open >= end) return end;
    const next = trimmed(text, from, open);
    if (next >= end) return end;
    end = next;
    if (end <= from) return Math.max(from, end);
  }
}

const rule = /^ {0,3}(?:(?:- ?){3,20}|(?:\* ?){3,20}|(?:_ ?){3,20})\s*$/;
const definition = /^ {0,3}\[[^\]\n]{1,80}\]:/;
const comment = /^ {0,3}<!--[^\n]*-->\s*$/;

function trimmed(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  return end;
}

/** Start of the footnote definition that an indented line goes on with, -1 = it is no such line. */
function footnoteStart(text: string, from: number, lineStart: number): number {
  let start = lineStart;
  for (let lines = 0; lines < 200 && start > from; lines++) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(Math.max(from, before), start);
    if (/^ {0,3}\[\^[^\]\n]{1,80}\]:/.test(line)) return Math.max(from, before);
    if (line.trim() !== '' && !/^(?: {2}|\t)/.test(line)) return -1;
    start = Math.max(from, before);
  }
  return -1;
}
