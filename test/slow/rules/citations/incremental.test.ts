import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixesOf } from '../../../../server/src/features/codeActions';
import { createMemo, editMemo } from '../../../../server/src/memo/createMemo';
import { finish } from '../../../../server/src/memo/steps';
import { type Check, checkMemo, checkSteps } from '../../../../server/src/rules/check';
import { environment } from '../../../unit/rules/environment';

const pieces = [
  '《电子商务法》第九十条',
  '第38条第3款',
  '《侵权责任法》第三十七条',
  '\n\n## 二、民法典\n\n',
  '第1198条',
  '该法第八十三条',
  '（以下简称《电商法》）',
  '《电商法》27、29条',
  '规定：“依法与该平台内经营者承担相应责任”。',
  '根据相关法律规定，',
  '法释[2022]8号',
  '（2022）沪01民终12345号',
  '\n> 《合同法》第五十二条\n\n',
  '---',
  '<!-- legal-memo: disable C02 x -->\n',
];

/** A small generator of numbers that is the same every time. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('citation rules: after edits', () => {
  const setting = environment();
  const example = readFileSync(join(__dirname, '../../../../examples/slimming-tea.zh.md'), 'utf8');
  const shown = (result: Check) =>
    [...result.findings, ...result.muted]
      .filter(({ rule }) => rule.startsWith('C'))
      .map((f) => ({
        ...f,
        data: undefined,
        fixes: fixesOf(f, result),
      }));

  for (let seed = 1; seed <= 4; seed++) {
    it(`says the same as from scratch (${seed})`, () => {
      const next = random(seed);
      let memo = createMemo('file:///memo.md', 0, example);
      for (let version = 1; version <= 25; version++) {
        const start = next(memo.text.length);
        const end = Math.min(memo.text.length, start + (next(3) === 0 ? next(40) : 0));
        const text = next(5) === 0 ? '' : pieces[next(pieces.length)]!;
        memo = editMemo(memo, version, [{ start, end, text }]);
        const fresh = createMemo('file:///memo.md', version, memo.text);
        const check = finish(checkSteps(memo, setting));
        assert.deepEqual(shown(check), shown(checkMemo(fresh, setting)), memo.text);
      }
    });
  }
});
