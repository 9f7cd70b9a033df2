import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemo } from '../../../server/src/memo/createMemo';
import type { Block } from '../../../server/src/memo/memo';
import { proseOffset, sourceEnd, sourceOffset, sourceRange } from '../../../server/src/memo/prose';
import { markdown } from './fuzz';

/**
 * Source, and its prose with the source of each piece: `prose⟨source⟩` where they differ. The pieces are found in the
 * prose and must lead back to exactly these words of the source.
 */
const fixtures: readonly (readonly [
  title: string,
  source: string,
  prose: readonly string[],
  pieces?: Record<string, string>,
])[] = [
  ['plain words', '平台应当审核。', ['平台应当审核。'], { 应当: '应当' }],
  [
    'emphasis',
    '应当**尽到**，*审核*义务',
    ['应当尽到，审核义务'],
    { 应当: '应当', 尽到: '尽到', 审核: '审核', '到，审': '到**，*审' },
  ],
  [
    'links',
    '见[判决](http://a.b/c "t")书',
    ['见判决书'],
    { 判决: '判决', 书: '书', 决书: '决](http://a.b/c "t")书' },
  ],
  ['autolinks', '见<https://a.b/c>和 www.a.b/c_d_e 。', ['见https://a.b/c和 www.a.b/c_d_e 。']],
  ['inline code and images', '甲`x`乙![图](u)丙', ['甲\uFFFC乙\uFFFC丙'], { 乙: '乙', '\uFFFC乙': '`x`乙' }],
  ['struck-out text', '第~~三十七~~三十八条', ['第\uFFFC三十八条'], { 三十八条: '三十八条' }],
  ['escapes', '甲\\*乙\\*丙\\丁', ['甲*乙*丙\\丁'], { '*乙': '\\*乙', '*': '\\*', 乙: '乙' }],
  [
    'character references',
    'A&amp;B&copy;&#x5E73;&nope;',
    ['A&B©平&nope;'],
    { '&B': '&amp;B', '©': '&copy;', 平: '&#x5E73;' },
  ],
  ['footnote calls', '责任[^1]。', ['责任。'], { '任。': '任[^1]。', 任: '任', '。': '。' }],
  ['HTML', '甲<b>乙</b><!-- 注 -->丙', ['甲乙丙'], { 乙: '乙', 丙: '丙' }],
  ['line breaks', '甲  \n乙\n  丙', ['甲\n乙\n丙'], { '乙\n丙': '乙\n  丙', 甲: '甲' }],
  ['hard break by backslash', '甲\\\n乙', ['甲\n乙'], { 乙: '乙' }],
  ['CRLF', '甲\r\n乙', ['甲\n乙'], { '甲\n乙': '甲\r\n乙', 乙: '乙', '甲\n': '甲\r\n' }],
  ['CR', '甲\r乙', ['甲\n乙'], { 乙: '乙' }],
  ['block quote', '> 甲\n> 乙\n丙', ['甲\n乙\n丙'], { 甲: '甲', 乙: '乙', 丙: '丙', '甲\n乙': '甲\n> 乙' }],
  ['nested quotes with CRLF', '> > 甲\r\n> > 乙', ['甲\n乙'], { 乙: '乙', '甲\n乙': '甲\r\n> > 乙' }],
  ['emphasis over lines in a quote', '> *甲\n> 乙*丙', ['甲\n乙丙'], { '甲\n乙': '甲\n> 乙', 丙: '丙' }],
  ['list items', '- 甲\n  乙\n- 丙', ['甲\n乙', '丙'], { 乙: '乙', 丙: '丙' }],
  ['task list', '- [x] 甲', ['甲'], { 甲: '甲' }],
  ['ATX heading', '## 一、*问题* ##', ['一、问题'], { 问题: '问题' }],
  ['setext heading', '问题\n===', ['问题'], { 问题: '问题' }],
  ['table', '| 甲 | \\| 乙 |\n|---|---|\n| 丙 | |', ['甲', '| 乙', '丙', ''], { '| 乙': '\\| 乙', 丙: '丙' }],
  ['surrogates, alone and in pairs', '\uD83D\uDE00甲\uD800乙', ['\uD83D\uDE00甲\uD800乙'], { 乙: '乙' }],
  ['combining characters', 'e\u0301**甲**', ['e\u0301甲'], { 甲: '甲' }],
  ['NUL', '甲\0乙', ['甲\uFFFD乙'], { 乙: '乙' }],
  ['code and thematic break', '```\n甲\n```\n\n---\n\n乙', ['', '乙']],
  ['link definition', '[a]: /u\n\n[甲][a][乙][x]', ['甲[乙][x]'], { 甲: '甲', '[乙]': '[乙]' }],
  ['footnote definition', '[^1]: 甲\n    乙\n\n    丙', ['甲\n乙', '丙'], { 丙: '丙' }],
  ['a second BOM', '\uFEFF甲*乙*', ['\uFEFF甲乙'], { 乙: '乙' }],
];

function blocksOf(source: string): { readonly block: Block; readonly text: string }[] {
  return createMemo('m', 1, source.startsWith('\uFEFF') ? `\uFEFF${source}` : source).chunks.flatMap(
    (chunk) => chunk.blocks.map((block) => ({ block, text: chunk.text })),
  );
}

describe('prose', () => {
  for (const [title, source, prose, pieces] of fixtures) {
    it(title, () => {
      const blocks = blocksOf(source);
      assert.deepEqual(
        blocks.map(({ block }) => block.prose),
        prose,
      );
      for (const [piece, expected] of Object.entries(pieces ?? {})) {
        const found = blocks.find(({ block }) => block.prose.includes(piece));
        assert.ok(found, piece);
        const start = found.block.prose.lastIndexOf(piece);
        const range = sourceRange(found.block, { start, end: start + piece.length });
        assert.equal(found.text.slice(range.start, range.end), expected);
      }
    });
  }

  it('goes to the source and back', () => {
    fc.assert(
      fc.property(markdown(6), (source) => {
        for (const { block, text } of blocksOf(source)) {
          let last = block.start;
          for (let offset = 0; offset < block.prose.length; offset += 1) {
            const start = sourceOffset(block, offset);
            const end = sourceEnd(block, offset + 1);
            assert.ok(
              last <= start && start < end && end <= block.end,
              `${offset}: ${start}–${end} in ${block.end}`,
            );
            assert.equal(proseOffset(block, start), offset);
            const [unit, first] = [block.prose.charAt(offset), text.charAt(start)];
            // Either the unit itself, or the start of what stands for it.
            assert.ok(
              unit === first || '\\&`![~ \t\r\n\0'.includes(first),
              `${JSON.stringify(unit)} from ${JSON.stringify(first)}`,
            );
            last = end;
          }
        }
      }),
      { numRuns: Number(process.env.MEMO_FUZZ_RUNS ?? 80) },
    );
  });
});
