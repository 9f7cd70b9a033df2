import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseChunk } from '../../../server/src/memo/parse';
import { parsePlain } from '../../../server/src/memo/plain';
import { markdown } from './fuzz';

const runs = Number(process.env.MEMO_FUZZ_RUNS ?? 500);

const words = fc.constantFrom(
  ...[
    '平台',
    '，',
    '。',
    ' ',
    'a',
    '**',
    '**',
    '[^1]',
    '[^n2]',
    '（一）',
    '\u3000',
    '\u00A0',
    '😀',
    '！',
    '!',
    '《',
    '1',
    '.',
    ')',
    '|',
    ':',
    '-',
    '=',
    '#',
    '>',
    '+',
    '*',
  ],
);
const lineStart = fc.constantFrom(
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
  '2. ',
  '3) ',
  '[^1]: ',
  '[^2]:',
  ' ',
  '-',
  '#',
);
const line = fc
  .tuple(lineStart, fc.array(words, { maxLength: 6 }))
  .map(([start, parts]) => start + parts.join(''));
const lineBreak = fc.constantFrom(
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
/** Text that is nearly all plain, so that most of it takes the short way. */
const nearlyPlain = fc
  .array(fc.tuple(line, lineBreak), { maxLength: 5 })
  .map((lines) => lines.map((parts) => parts.join('')).join(''));

describe('the short way for plain chunks', () => {
  for (const [name, texts] of [
    ['nearly plain', nearlyPlain],
    ['any', markdown(3)],
  ] as const) {
    it(`agrees with the parser on ${name} text`, () => {
      fc.assert(
        fc.property(texts, (text) => {
          const plain = parsePlain(text);
          if (plain) assert.deepEqual(plain, parseChunk(text, []));
        }),
        { numRuns: runs },
      );
    });
  }

  it('is taken by what memos are made of', () => {
    for (const text of [
      '# 一、**问题**\n\n',
      '根据《电子商务法》**第三十八条**[^1]，平台应当审核。\n其未尽到义务。\n\n',
      '应当审核：\n\n- 资质；\n- **许可**。\n\n1. 甲\n2. 乙\n\n',
      '第三十八条规定：\n\n> 对关系消费者生命健康的商品，\n> 未尽到义务的。\n>\n> 承担责任。\n\n',
      '[^1]: 见判决书。\n\n',
      '# 一\n# 二\n文\n> 引\n\n',
    ]) {
      const pieces = text.split(/(?<=\n\n)(?=1\. )/);
      for (const piece of pieces) assert.ok(parsePlain(piece), piece);
    }
  });
});
