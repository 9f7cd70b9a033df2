import assert from 'node:assert/strict';
import { lawThen } from '../../../../server/src/rules/elements/lawThen';
import { builtInFrameworks, check } from '../environment';

const { library } = check('').context;
const then = (zh: string, asOf: string, en = '') => lawThen({ zh, en }, library, asOf);

describe('the law of a framework’s words as of a day', () => {
  it('stays where it was in force', () => {
    const words = { zh: '《民法典》第一千一百七十三条。', en: 'Article 1173 of the Civil Code.' };
    assert.equal(lawThen(words, library, '2026-01-01'), words);
  });

  it('becomes the law in force then, where the map knows every article', () => {
    assert.equal(
      then('应论证《民法典》第一千一百七十三条（过失相抵）或第一千一百七十四条（受害人故意）。', '2019-05-01')
        .zh,
      '应论证《侵权责任法》第二十六条（过失相抵）或第二十七条（受害人故意）。',
    );
    assert.equal(
      then('《民法典》第一千一百九十八条。', '2019-05-01', 'See Article 1198 of the Civil Code.').en,
      'See Article 37 of the Tort Liability Law.',
    );
  });

  it('is marked where it does not', () => {
    assert.equal(
      then('《民法典》第一百八十条、第一千一百七十六条各有要件。', '2019-05-01').zh,
      '《民法典》第一百八十条、第一千一百七十六条（法律基准日尚未施行）各有要件。',
    );
    assert.equal(
      then('《电子商务法》第二十七条要求核验。', '2018-05-01').zh,
      '《电子商务法》第二十七条（法律基准日尚未施行）要求核验。',
    );
  });

  it('can be told for every word of the built-in frameworks', () => {
    for (const id of ['security-guarantee', 'premises-operator']) {
      const framework = builtInFrameworks().framework(id)!;
      const words = [
        ...framework.elements.map(({ authority }) => authority),
        ...framework.consistency.map(({ why }) => why),
      ];
      for (const one of words) {
        const { zh } = lawThen(one, library, '2015-01-01');
        assert.doesNotMatch(zh, /《民法典》(?!第[^（]*（法律基准日尚未施行）)第/, zh);
      }
    }
  });

  it('is what the messages say', () => {
    const { findings } = check(
      '---\nlaw-date: 2019-05-01\n---\n\n# 备忘录\n\n## 分析\n\n《电子商务法》第三十八条第二款。\n',
    );
    const causation = findings.find(({ rule, data }) => rule === 'E01' && data === 'causation')!;
    assert.match(String(causation.message.args?.authority), /《侵权责任法》第六条/);
  });
});
