import assert from 'node:assert/strict';
import { analyze } from './analysis';

const found = (text: string) => analyze(text).consistency.map(({ id }) => id);

/** [rule, a text in which it speaks, a text in which it is silent] */
const cases: readonly (readonly [string, string, string])[] = [
  [
    'joint-liability-from-38-2',
    '平台依《电子商务法》第三十八条第二款应当承担连带责任。',
    '平台依《电子商务法》第三十八条第二款承担相应的责任，不承担连带责任。',
  ],
  [
    'other-form-from-38-1',
    '平台明知而未处置，依《电子商务法》第三十八条第一款承担补充责任。',
    '平台明知而未处置，依《电子商务法》第三十八条第一款承担连带责任。',
  ],
  [
    'joint-liability-from-1198-2',
    '第三人侵权的，依《民法典》第一千一百九十八条第二款，管理人承担连带责任。',
    '第三人侵权的，依《民法典》第一千一百九十八条第二款，管理人承担相应的补充责任。',
  ],
  [
    'form-drifts',
    '平台应当承担连带责任。\n\n到最后一节我们认为平台承担补充责任。',
    '责任形态有两种可能：平台承担连带责任，或者平台承担补充责任，取决于是否明知。',
  ],
  [
    'self-operated-under-38',
    '该商品系平台自营。平台依《电子商务法》第三十八条第二款承担责任。',
    '该商品系平台自营，平台依《电子商务法》第三十七条第二款承担销售者责任；第三十八条作为备位。',
  ],
  [
    'knowledge-for-38-1',
    '我们依《电子商务法》第三十八条第一款主张平台与商家连带赔偿医疗费。',
    '平台收到五次投诉，应当知道商家售假，依《电子商务法》第三十八条第一款承担连带责任。',
  ],
  [
    'assumption-of-risk-outside-sport',
    '买家在平台交易时不看警示，属自甘风险，平台免责。',
    '自甘风险只适用于文体活动的其他参加者，平台不能主张。',
  ],
  [
    'platform-imposes-penalty',
    '发现违法商品后，平台应责令商家停业整顿并处以罚款。',
    '市场监管部门可以责令平台停业整顿并处以罚款（《电子商务法》第八十三条）。',
  ],
  [
    'special-law-ignored-food',
    '客户在平台点外卖后食物中毒，依《电子商务法》第三十八条第二款起诉平台。',
    '客户在平台点外卖后食物中毒，依《食品安全法》第一百三十一条和《电子商务法》第三十八条第二款起诉平台。',
  ],
  [
    'special-law-ignored-ride-hailing',
    '乘客在网约车上受伤，依《电子商务法》第三十八条第二款主张。',
    '乘客在网约车上受伤，平台公司是承运人，依《民法典》第八百二十三条承担责任；《电子商务法》第三十八条备位。',
  ],
  [
    'supplementary-for-self-operated',
    '该面霜系平台自营。\n\n生产者不能清偿的，平台承担补充责任。',
    '该面霜系平台自营，平台依第三十七条第二款承担自己的责任，不承担补充责任。',
  ],
  [
    'hitch-ride-as-ride-hailing',
    '平台审过车主的驾驶证，顺风车司机应视为网约车驾驶员。',
    '顺风车不能视为网约车，二者准入不同。',
  ],
  [
    'counsellor-qualification-abolished',
    '平台应当查验咨询师的心理咨询师职业资格并核对有效期。',
    '心理咨询师职业资格已于2017年退出目录，平台应当查验学历和培训。',
  ],
  ['overstated-conclusion', '综上，平台必然败诉。', '综上，平台败诉的可能性较大，但并非必然败诉。'],
  ['empty-conclusion', '责任比例视情况而定。', '责任比例取决于平台何时收到投诉。'],
];

describe('consistency rules', () => {
  it('leaves a sentence on third parties alone where the memo also treats self-operated goods', () => {
    const text = '自营业务由平台自己负责。\n\n由第三方侵权造成损害的，平台承担补充责任。';
    assert.ok(!found(`# 备忘\n\n${text}\n`).includes('supplementary-for-self-operated'));
  });

  for (const [rule, speaks, silent] of cases) {
    it(`${rule} speaks`, () => assert.ok(found(`# 备忘\n\n${speaks}\n`).includes(rule)));
    it(`${rule} is silent`, () => assert.ok(!found(`# 备忘\n\n${silent}\n`).includes(rule)));
  }

  it('does not speak of quotations, headings and provisions', () => {
    assert.deepEqual(found('# 平台必然败诉\n\n> 平台必然败诉。\n'), []);
  });

  it('names the words and other places', () => {
    const text = '# 备忘\n\n平台应当承担连带责任。\n\n后来我们认为平台承担补充责任。\n';
    const drift = analyze(text).consistency.find(({ id }) => id === 'form-drifts')!;
    assert.ok(text.slice(drift.start, drift.end).includes('连带'));
    assert.match(drift.args.other!, /补充/);
    assert.equal(drift.related.length, 1);
  });
});
