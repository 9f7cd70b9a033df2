import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChunk } from '../../../server/src/memo/parse';
import { parsePlain } from '../../../server/src/memo/plain';
import { mayDefine } from '../../../server/src/memo/references';
import { markdown } from './fuzz';

const runs = Number(process.env.MEMO_FUZZ_RUNS ?? 500);

const words = fc.constantFrom(
  ...[
    '平台',
    '平台',
    '，',
    '。',
    ' ',
    'a',
    '**',
    '**',
    '*',
    '[^1]',
    '[^n2]',
    '（一）',
    '\u3000',
    '\u00A0',
    '😀',
    '！',
    '!',
    '1',
    '.',
  ],
  ...[
    ')',
    '|',
    ':',
    '-',
    '=',
    '#',
    '>',
    '`x`',
    '`',
    '``',
    '[链](u)',
    '[a b](/u_x "t")',
    '![图](u)',
    '[',
    ']',
    '\\*',
    '\\',
    '_',
    '__',
  ],
  ...[
    'http://a.b/c_d',
    'www.a.b/_',
    'https://a.b/c?d&e',
    '://',
    '&amp;',
    '&',
    'w',
    '~',
    '<b>',
    '@',
    '[x] ',
    '[2023]',
    '[x](',
    '<!-- c -->',
    '---',
  ],
);
const lineStart = fc.constantFrom(
  ...[
    '',
    '',
    '',
    '',
    '# ',
    '## ',
    '> ',
    '> ',
    '>',
    '- ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '1. ',
    '2. ',
    '3) ',
    '[^1]: ',
    '[^2]:',
    ' ',
    '-',
    '#',
  ],
  ...[
    '  - ',
    '  - ',
    '   - ',
    '   1. ',
    '    - ',
    '      - ',
    '  ',
    '   ',
    '    ',
    '10. ',
    '-  ',
    '| ',
    '|',
    '\t',
  ],
);
const line = fc
  .tuple(lineStart, fc.array(words, { maxLength: 4 }))
  .map(([start, parts]) => start + parts.join(''));
const lineBreak = fc.constantFrom(
  '\n',
  '\n',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '\r\n\r\n',
  '  \n',
  ' \n',
  '\t\n',
  '\n \n',
  '\r',
);
const cell = fc.array(words, { maxLength: 2 }).map((parts) => ` ${parts.join('')} |`);
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => `|${cells.join('')}\n`);
const table = fc
  .tuple(
    row,
    fc.constantFrom('|---|\n', '|---|---|\n', '| :- | -: |\n', '|-|-|-|\n'),
    fc.array(row, { maxLength: 3 }),
  )
  .map(([head, delimiters, rows]) => head + delimiters + rows.join(''));
/** Text that is nearly all plain, so that most of it takes the short way. */
const nearlyPlain = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.tuple(line, lineBreak).map((parts) => parts.join('')) },
      { weight: 1, arbitrary: table },
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join(''));

describe('the short way for plain chunks', () => {
  for (const [name, texts] of [
    ['nearly plain', nearlyPlain],
    ['any', markdown(3)],
  ] as const) {
    it(`agrees with the parser on ${name} text`, () => {
      let taken = 0;
      fc.assert(
        fc.property(texts, (text) => {
          const plain = mayDefine(text) ? undefined : parsePlain(text);
          if (plain) taken += 1;
          if (plain) assert.deepEqual(plain, parseChunk(text, []));
        }),
        { numRuns: runs },
      );
      assert.ok(taken > runs / 20, `only ${taken} of ${runs} texts were plain`);
    });
  }

  it('is taken by what memos are made of', () => {
    for (const text of [
      '# 一、**问题**\n\n',
      '根据《电子商务法》**第三十八条**[^1]，平台应当审核。\n其未尽到义务。\n\n',
      '应当审核：\n\n- 资质；\n- **许可**。\n\n1. 甲\n2. 乙\n\n',
      '第三十八条规定：\n\n> 对关系消费者生命健康的商品，\n> 未尽到义务的。\n>\n> 承担责任。\n\n',
      '[^1]: 见[判决书](https://a.b/c_d)。\n\n',
      '- 甲\n  - 子\n    续\n  - 丑\n\n    二段\n- 乙\n  1. 寅\n',
      '| 条 | 内容 |\n|---|:-:|\n| 38 | **甲** |\n| | *乙* |\n\n',
      '见 `x` 与 https://a.b/c_d?e=1&f=2 ，第 38 条\\*。![图](a.png)\n',
      '# 一\n# 二\n文\n> 引\n\n',
    ]) {
      const pieces = text.split(/(?<=\n\n)(?=1\. )/);
      for (const piece of pieces) assert.ok(parsePlain(piece), piece);
    }
  });
});
