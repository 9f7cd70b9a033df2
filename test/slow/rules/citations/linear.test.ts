import { assertGrowth } from '../../../growth';
import { citationFindings } from '../../../unit/rules/citations/citationRules';

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
      const text = (length: number) => piece.repeat(Math.ceil(length / piece.length));
      const [short, long] = [text(8_000), text(32_000)];
      assertGrowth({
        small: () => citationFindings(short),
        large: () => citationFindings(long),
        ratio: 10,
        floor: 20,
      });
    });
  }
});
