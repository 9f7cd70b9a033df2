import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemo } from '../../../server/src/memo/createMemo';
import { createLineIndex } from '../../../server/src/text/lines';

const text = fc.array(
  fc.constantFrom('甲', 'ab', '\n', '\r\n', '\r', '\n\n', '# ', '\uD83D\uDE00', '---\n'),
  { maxLength: 30 },
);

describe('line index', () => {
  it('finds lines as a plain split does, also for a text in pieces', () => {
    fc.assert(
      fc.property(text, (parts) => {
        const memo = createMemo('m', 1, parts.join(''));
        const lines = memo.text.split(/\r\n|\n|\r/);
        for (const index of [createLineIndex(memo.text), createLineIndex(memo)]) {
          assert.equal(index.lineCount, lines.length);
          lines.forEach((line, number) => {
            assert.equal(memo.text.slice(index.lineStart(number), index.lineEnd(number)), line);
          });
          for (let offset = 0; offset <= memo.text.length; offset += 1) {
            const position = index.position(offset);
            const before = memo.text.slice(0, offset).split(/\r\n|\n|\r/).length - 1;
            assert.equal(position.line, before - brokenBreak(memo.text, offset));
            const { line, character } = position;
            // A place inside a line break is not on a line.
            if (character <= (lines[line] as string).length) assert.equal(index.offset(position), offset);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('moves places outside the text to its ends', () => {
    const index = createLineIndex('甲乙\n丙');
    assert.equal(index.offset({ line: 0, character: 99 }), 2);
    assert.equal(index.offset({ line: 9, character: 0 }), 4);
    assert.equal(index.offset({ line: -1, character: 0 }), 0);
    assert.deepEqual(index.position(99), { line: 1, character: 1 });
    assert.deepEqual(index.position(-1), { line: 0, character: 0 });
    assert.equal(index.lineStart(9), 4);
    assert.equal(index.lineEnd(9), 4);
    assert.equal(createLineIndex('').lineCount, 1);
    assert.deepEqual(createLineIndex(createMemo('m', 1, '')).position(0), { line: 0, character: 0 });
  });
});

/** 1 if the offset stands between CR and LF, where the CR alone is no break yet. */
function brokenBreak(text: string, offset: number): number {
  return text.charAt(offset - 1) === '\r' && text.charAt(offset) === '\n' ? 1 : 0;
}
