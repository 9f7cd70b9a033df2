import assert from 'node:assert/strict';
import { citationFindings } from './citationRules';

/** Texts that would hurt a careless pattern; each is repeated to a length and to four times the length. */
const pieces = [
  '(2022)',
  '（2022）沪',
  '法释[2022]',
  '《民法典》、《',
  '根据相关',
  '依照《',
  '第38条',
  '《电子商务法》第38条、',
  '判决如下',
  '《某某管理法》第1条。',
  '日期：',
  '“',
  '《电子商务法》第38条第2款规定的',
  '（以下简称《甲法》）',
  'under the relevant ',
];

describe('citation rules: time grows with the length only', () => {
  for (const piece of pieces) {
    it(piece, function () {
      this.timeout(60_000);
      const time = (length: number) => {
        const text = piece.repeat(Math.ceil(length / piece.length));
        const start = performance.now();
        citationFindings(text);
        return performance.now() - start;
      };
      time(2_000);
      const short = Math.max(20, time(8_000));
      assert.ok(time(32_000) < 12 * short);
    });
  }
});
