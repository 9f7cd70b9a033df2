import { makeBlock } from './makeBlock';
import type { Block } from './memo';
import type { ParsedChunk } from './parse';
import { ProseWriter } from './proseWriter';

/**
 * Reads a chunk as paragraphs of plain text between blank lines, markup and all: for sources that the Markdown parser
 * cannot read in linear time (see `limits.ts`). Nothing is lost but structure.
 */
export function readAsText(source: string): ParsedChunk {
  const blocks: Block[] = [];
  let writer = new ProseWriter(source);
  let start = -1;
  let end = 0; // end of the words of the last line, and of the line itself
  let lastLineEnd = 0;
  const close = () => {
    if (start >= 0) {
      blocks.push(makeBlock('paragraph', start, end, writer));
    }
    writer = new ProseWriter(source);
    start = -1;
  };
  for (let line = 0; line < source.length; ) {
    let lineEnd = line;
    while (lineEnd < source.length && !isBreak(source.charCodeAt(lineEnd))) lineEnd += 1;
    let from = line;
    while (from < lineEnd && ' \t>'.includes(source.charAt(from))) from += 1;
    let to = lineEnd;
    while (to > from && isSpace(source.charCodeAt(to - 1))) to -= 1;
    if (from === to) close();
    else {
      if (start < 0) start = from;
      else writer.lineBreak(end, lastLineEnd);
      writer.run(from, to);
      end = to;
      lastLineEnd = lineEnd;
    }
    line =
      source.charCodeAt(lineEnd) === CR && source.charCodeAt(lineEnd + 1) === LF ? lineEnd + 2 : lineEnd + 1;
  }
  close();
  return { blocks, comments: [], definitions: [] };
}

const LF = 10;
const CR = 13;

function isBreak(unit: number): boolean {
  return unit === LF || unit === CR;
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9;
}
