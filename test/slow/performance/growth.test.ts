import assert from 'node:assert/strict';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { checkMemo } from '../../../server/src/rules/check';
import { adversarial } from '../../unit/memo/adversarial';
import { memoText } from '../../unit/memo/memoText';
import { environment } from '../../unit/rules/environment';

const under = environment();

/** A whole check of a text that nothing is known of. */
const check = (text: string) => checkMemo(createMemo('file:///memo.md', 1, text), under);

/** Processor time of a piece of work in ms, the least of several runs: other work on the machine does not count. */
function cost(work: () => void, runs: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

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
  // 12 is the aim (see the benchmark); on a busy machine the larger heap costs more.
  it('is nearly in proportion from 100 KB to 1 MB', () => {
    const [small, large] = [memoText(100_000), memoText(1_000_000)];
    const ten = () => Array.from({ length: 10 }, () => check(small));
    check(small);
    const [less, more] = [cost(ten, 4), cost(() => check(large), 4)];
    const ratio = (10 * more) / less;
    assert.ok(
      ratio <= 15,
      `10 times the text takes ${ratio.toFixed(1)} times as long (${more.toFixed(0)} ms)`,
    );
  });

  for (const [name, make] of [...adversarial, ...ofLaw]) {
    // 20 µs a byte is the aim; twice that is allowed on a busy machine.
    it(`is a few µs a byte, and in proportion: ${name}`, () => {
      const [small, large] = [make(5_000), make(40_000)];
      check(make(1000));
      const [less, more] = [cost(() => check(small), 3), cost(() => check(large), 2)];
      const perByte = (more * 1000) / Buffer.byteLength(large);
      const ratio = more / Math.max(less, 4);
      // 8 = in proportion, 64 = with the square.
      assert.ok(
        ratio <= 24,
        `8 times the text takes ${ratio.toFixed(1)} times as long (${more.toFixed(0)} ms)`,
      );
      assert.ok(perByte <= 40, `${perByte.toFixed(1)} µs a byte`);
    });
  }
});

describe('growth of an edit', () => {
  /** Processor time of some edits, ms each. */
  const edits = (text: string, count: number): number => {
    let memo: Memo = createMemo('file:///memo.md', 1, text);
    checkMemo(memo, under);
    let version = 1;
    return (
      cost(() => {
        for (let step = 0; step < count; step += 1) {
          const start = (step * 7919 * 13) % memo.text.length;
          memo = editMemo(memo, ++version, [{ start, end: start, text: '字' }]);
          checkMemo(memo, under);
        }
      }, 3) / count
    );
  };

  it('is far less than that of the memo', () => {
    const [small, large] = [edits(memoText(100_000), 60), edits(memoText(1_000_000), 60)];
    // 10 = in proportion to the memo.
    assert.ok(
      large <= 5 * Math.max(small, 1),
      `${small.toFixed(1)} ms at 100 KB, ${large.toFixed(1)} ms at 1 MB`,
    );
  });

  it('is far less than the first check', () => {
    const text = memoText(1_000_000);
    const whole = cost(() => check(text), 2);
    const one = edits(text, 40);
    assert.ok(one <= whole / 20, `${one.toFixed(1)} ms an edit, ${whole.toFixed(0)} ms the first check`);
  });
});
