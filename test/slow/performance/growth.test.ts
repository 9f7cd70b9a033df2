import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { finish } from '../../../server/src/memo/steps';
import { checkMemo, checkSteps } from '../../../server/src/rules/check';
import { assertGrowth } from '../../growth';
import { adversarial } from '../../unit/memo/adversarial';
import { memoText } from '../../unit/memo/memoText';
import { environment } from '../../unit/rules/environment';

const under = environment();

/** A whole check of a text that nothing is known of. */
const check = (text: string) => checkMemo(createMemo('file:///memo.md', 1, text), under);

/** Adversarial texts of law: each kind of thing that is looked for, as often as it fits. */
const ofLaw: [string, (length: number) => string][] = [
  ['opened title marks', (length) => '《'.repeat(length)],
  ['titles without an end', (length) => '《民法典'.repeat(length / 4)],
  ['nested title marks', (length) => `${'《关于〈'.repeat(length / 6)}${'〉法》'.repeat(length / 6)}`],
  ['locators', (length) => '第一条'.repeat(length / 3)],
  ['one list of numbers', (length) => `《民法典》第${'1、'.repeat(length / 2)}2条。`],
  ['numerals', (length) => `第${'一千'.repeat(length / 2)}条`],
  ['half locators', (length) => '第'.repeat(length)],
  ['ranges', (length) => '《民法典》第一条至第三条，'.repeat(length / 13)],
  ['laws without an end of sentence', (length) => '依照《电子商务法》第三十八条'.repeat(length / 14)],
  [
    'aliases',
    (length) =>
      Array.from({ length: length / 28 }, (_, i) => `《某某第${i}办法》（以下简称《办法${i}》）`).join('。'),
  ],
  [
    'unknown laws',
    (length) => Array.from({ length: length / 14 }, (_, i) => `《某某${i}条例》第一条`).join('，'),
  ],
  ['that law', (length) => '该法第三条，前述规定，'.repeat(length / 11)],
  ['quotations', (length) => '《民法典》第一条规定“为了保护民事主体的合法权益”。'.repeat(length / 26)],
  ['quotation marks', (length) => `《民法典》第一条规定：${'“”'.repeat(length / 2)}`],
  ['opened quotation marks', (length) => `《民法典》第一条规定：${'“'.repeat(length)}`],
  ['one cue', (length) => '因果关系'.repeat(length / 4)],
  ['cues in one sentence', (length) => '平台未审核资质导致损害应承担责任，'.repeat(length / 17)],
  ['cues in sentences', (length) => '平台未审核资质。'.repeat(length / 8)],
  ['cues in a list', (length) => '- 平台未审核资质，致人死亡。\n'.repeat(length / 16)],
  ['promises', (length) => '## 因果关系\n\n'.repeat(length / 9)],
  ['case numbers', (length) => '（2020）京0101民初1号'.repeat(length / 17)],
  ['document numbers', (length) => '国办发[2020]1号'.repeat(length / 11)],
  ['opened brackets of years', (length) => '（2020'.repeat(length / 5)],
  ['vague authority', (length) => '根据相关法律规定，'.repeat(length / 9)],
  ['switches', (length) => '<!-- legal-memo: disable C02 -->\n\n'.repeat(length / 34)],
  ['waivers', (length) => '<!-- legal-memo: waive causation x -->\n\n'.repeat(length / 40)],
  ['blanks', (length) => '【待补充】____TODO '.repeat(length / 14)],
  ['English articles', (length) => 'Article 1 of the Civil Code, '.repeat(length / 29)],
  ['English words', (length) => 'the platform failed to review the qualification '.repeat(length / 48)],
  ['capitals', (length) => 'ABCDEFG'.repeat(length / 7)],
  ['digits', (length) => '1234567890'.repeat(length / 10)],
];

describe('growth of a whole check', () => {
  it('is at most 12 from 100 KB to 1 MB', () => {
    const [small, large] = [memoText(100_000), memoText(1_000_000)];
    // Ten small ones that live at the same time, so that both give the garbage collector the same work.
    const ten = () => Array.from({ length: 10 }, () => check(small));
    assertGrowth({ small: ten, large: () => check(large), ratio: 12 / 10 });
  });

  /** Texts in which every few bytes are a block that the parser takes apart by itself: they cost more a byte. */
  const tiny = new Set(['underlined headings', 'HTML in paragraphs', 'link definitions and references']);
  for (const [name, make] of [...adversarial, ...ofLaw]) {
    const perByte = tiny.has(name) ? 50 : 20;
    it(`is at most ${perByte} µs a byte, and in proportion: ${name}`, () => {
      const [small, large] = [make(5_000), make(40_000)];
      // 8 = in proportion, 64 = with the square.
      assertGrowth({
        small: () => check(small),
        large: () => check(large),
        ratio: 20,
        floor: 4,
        most: (Buffer.byteLength(large) * perByte) / 1000,
      });
    });
  }
});

describe('growth of an edit', () => {
  /** Work that makes some edits all over a memo, checking after each. */
  const edits = (text: string, count: number) => {
    let memo: Memo = createMemo('file:///memo.md', 1, text);
    finish(checkSteps(memo, under));
    let version = 1;
    return () => {
      for (let step = 0; step < count; step += 1) {
        const start = (step * 7919 * 13) % memo.text.length;
        memo = editMemo(memo, ++version, [{ start, end: start, text: '字' }]);
        finish(checkSteps(memo, under));
      }
    };
  };

  it('is far less than that of the memo', () => {
    const [small, large] = [memoText(100_000), memoText(1_000_000)];
    // 10 = in proportion to the memo.
    assertGrowth({ small: edits(small, 60), large: edits(large, 60), ratio: 4, floor: 60 });
  });

  it('is far less than the first check', () => {
    const text = memoText(1_000_000);
    // Twenty edits cost no more than the one check.
    assertGrowth({ small: () => check(text), large: edits(text, 20), ratio: 1 });
  });
});
