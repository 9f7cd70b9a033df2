import { createNameIndex } from '../../../server/src/citations/names';
import { scanProse } from '../../../server/src/citations/scan';
import { assertGrowth } from '../../growth';
import { builtIn } from '../../unit/citations/builtIn';

// Repetitions that make careless scanners quadratic. The bound is generous (this machine may be busy); a quadratic scanner
// misses it a hundred times over.
const repetitions = [
  '第',
  '第1',
  '第1、',
  '第1、第2、',
  '第一条',
  '第一条、',
  '第1条之',
  '1',
  '一',
  '一百',
  '条',
  '《',
  '《《',
  '》',
  '《电子商务法',
  '《电子商务法》',
  '〈',
  '<',
  '<<',
  '"',
  '“',
  '「',
  '（',
  '《法》（',
  '《民法典》（以下简称',
  '《民法典》（以下简称“',
  '以下简称',
  '最高人民法院关于',
  '关于审理',
  '中华人民共和国',
  '本法',
  '该法',
  '前款',
  '前述第',
  '第1-',
  '第1至',
  '第（',
  '第（一）',
  'A',
  'A ',
  'Aa ',
  'Article ',
  'Article 1 ',
  'Article 1, ',
  'Articles 1, 2, ',
  'Law ',
  'Law on ',
  'The Law ',
  'Measures on ',
  'paragraph 1 of ',
  'item (1) of ',
  '38(1)',
  'E-Commerce ',
  'PRC ',
  'people ',
  '德国',
  '21号令',
  '号令',
  '第21号令',
  '民法典',
  '民法典第',
  '民法典1',
  '消法',
  '.',
  '. ',
  '。',
  '、',
  '\n',
  ' ',
  '\u3000',
  '\ufffc',
  '第 ',
  '第 1 条 ',
  '一、',
  '1/',
  '和',
  '第1条和',
];

describe('scanner', () => {
  const length = 20_000;
  for (const piece of repetitions) {
    it(`is linear in ${JSON.stringify(piece)} repeated`, () => {
      const names = createNameIndexOnce();
      const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
      // 1 µs a character is the aim (see the benchmark of the scanner); more is left to a busy machine.
      assertGrowth({
        small: () => scanProse(text.slice(0, length / 4), names),
        large: () => scanProse(text, names),
        ratio: 8,
        floor: 5,
        most: (4 * length) / 1000,
      });
    });
  }
});

let names: ReturnType<typeof createNameIndex> | undefined;
function createNameIndexOnce() {
  names ??= createNameIndex(builtIn());
  return names;
}
