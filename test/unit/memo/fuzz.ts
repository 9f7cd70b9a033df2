import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemo } from '../../../server/src/memo/createMemo';
import type { Block, Chunk, Memo } from '../../../server/src/memo/memo';
import { parseChunk } from '../../../server/src/memo/parse';
import type { TextEdit } from '../../../server/src/text/range';

/** Pieces of lines that mean something to Markdown, or nearly. */
const pieces = [
  ...[
    '字',
    '平台',
    '《电子商务法》第三十八条',
    'text',
    'a b',
    '👨‍👩‍👧',
    'é',
    '\uD800',
    '\u00A0',
    '\u3000',
    '\0',
    '\uFEFF',
  ],
  ...[' ', '  ', '   ', '    ', '\t', '     '],
  ...['#', '# ', '## 二', '### c ###', '#无空格', '####### x'],
  ...['- ', '-', '* ', '+ ', '1. ', '2. ', '1) ', '10. ', '-\t', '- - ', '1.', '- [ ] ', '- [x] '],
  ...['> ', '>', '> > ', '>  '],
  ...['```', '``` js', '````', '~~~', '~~~~', '`', '``'],
  ...['---', '***', '___', '===', '=', '- - -', '--', '----'],
  ...[
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '<!--',
    '-->',
    '<!-- c -->',
    '<b>',
    '<x y',
    '<x>',
    '<?',
    '?>',
    '<!A',
    '>',
    '<![CDATA[',
    ']]>',
  ],
  ...['<script>', '</script>', '<https://a.b/c>', 'http://a.b/c_d_', 'www.a.b', 'a@b.co', '<!-->'],
  ...['*', '**', '_', '__', '~', '~~', '***'],
  ...['[', ']', '[a]', '[a][b]', '[a]: /u', '[b]: <u> "t"', '[a](u)', '![a](u)', '![a][b]', '[]', '](', ')'],
  ...['[^1]', '[^1]: ', '[^n]:', '[^a b]: ', '[^', '![^1]', '[[a]]'],
  ...['|', '| a | b |', '|---|---|', '| - |', ':-:|--', '-|-', '\\|'],
  ...[
    '\\',
    '\\*',
    '\\[',
    '\\\\',
    '&amp;',
    '&copy;',
    '&#38;',
    '&#x0;',
    '&nope;',
    '&',
    '&notit;',
    '!',
    ':',
    '.',
    '。',
  ],
] as const;

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...pieces) },
  { weight: 1, arbitrary: fc.string({ maxLength: 4, unit: 'binary' }) },
);
const lineBreak = fc.constantFrom('\n', '\n', '\n', '\n\n', '\n\n', '\r\n', '\r\n\r\n', '\r', '\n \n');
const line = fc.array(piece, { maxLength: 4 }).map((parts) => parts.join(''));
const matter = fc.constantFrom(
  '',
  '',
  '',
  '---\ntitle: 题\n---\n',
  '---\n',
  '---\r\n---\r\n',
  '---\na: [\n--- \nx',
);

/** Markdown-like text of a few lines with all kinds of line breaks. */
export function markdown(maxLines = 14): fc.Arbitrary<string> {
  return fc
    .tuple(matter, fc.array(fc.tuple(line, lineBreak), { maxLength: maxLines }), line)
    .map(([front, lines, last]) => front + lines.map(([words, end]) => words + end).join('') + last);
}

/** An edit in proportion to the text: `at` and `length` are fractions. */
export const editSeed = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 12 })),
  text: fc.oneof(
    piece,
    lineBreak,
    fc.constant(''),
    fc.tuple(lineBreak, line, lineBreak).map((parts) => parts.join('')),
  ),
});

export function toEdit(seed: { at: number; length: number; text: string }, length: number): TextEdit {
  const start = Math.floor(seed.at * length);
  return { start, end: Math.min(length, start + seed.length), text: seed.text };
}

/** Blocks with absolute places, for comparison; indexes that count within a chunk are left out. */
export function blocksAt(blocks: readonly Block[], start: number): unknown[] {
  return blocks.map((block) => ({
    kind: block.kind,
    start: block.start + start,
    end: block.end + start,
    prose: block.prose,
    map: block.map.map((value, index) => (index % 2 === 0 ? value : value + start)),
    level: block.level,
    quoteDepth: block.quoteDepth,
    list: block.list && [block.list.depth, block.list.ordered, block.list.item],
    table: block.table && [block.table.row, block.table.column],
    footnote: block.footnote,
    strong: block.strong,
  }));
}

/** Fails unless the chunks of a text give the same blocks and comments as the whole text parsed at once. */
export function assertChunksAsWhole(text: string): void {
  const memo = createMemo('m', 1, text);
  const body = memo.chunks[0]?.blocks[0]?.kind === 'frontMatter' ? 1 : 0;
  const from = body === 1 ? (memo.chunks[0] as Chunk).text.length : 0;
  const whole = parseChunk(memo.text.slice(from), []);
  const chunks = memo.chunks.slice(body);
  const startOf = (index: number) => memo.starts[index + body] as number;
  assert.deepEqual(
    chunks.flatMap((chunk, index) => blocksAt(chunk.blocks, startOf(index))),
    blocksAt(whole.blocks, from),
  );
  assert.deepEqual(
    chunks.flatMap((chunk, index) =>
      chunk.comments.map((range) => [range.start + startOf(index), range.end + startOf(index)]),
    ),
    whole.comments.map((range) => [range.start + from, range.end + from]),
  );
  assert.equal(memo.chunks.map((chunk) => chunk.text).join(''), memo.text);
}

/** All that a memo says, as plain data. */
export function contentOf(memo: Memo): unknown {
  return {
    text: memo.text,
    starts: memo.starts,
    chunks: memo.chunks.map((chunk) => ({
      text: chunk.text,
      blocks: chunk.blocks,
      comments: chunk.comments,
    })),
    frontMatter: memo.frontMatter,
    sections: memo.sections,
  };
}
