import assert from 'node:assert/strict';
import { indexOf } from './fixture';

const ecl38 =
  '对关系消费者生命健康的商品或者服务，电子商务平台经营者对平台内经营者的资质资格未尽到审核义务，或者对消费者未尽到安全保障义务，造成消费者损害的，依法承担相应的责任。';

/** A memo and what is found: `status place` of each quotation, differences as 写≠法 (! = operative). */
const cases: readonly (readonly [string, string, string])[] = [
  ['a whole 款', `《电子商务法》第三十八条第二款规定：“${ecl38}”`, 'verbatim 38/2'],
  [
    'part of a 款',
    '《电子商务法》第三十八条第二款规定：“对消费者未尽到安全保障义务，造成消费者损害的，依法承担相应的责任”。',
    'verbatim 38/2',
  ],
  ['an article cited without 款', `《电子商务法》第三十八条规定：“${ecl38}”`, 'verbatim 38'],
  [
    'an ellipsis',
    '《电子商务法》第三十八条第二款规定：“对关系消费者生命健康的商品或者服务，……造成消费者损害的，依法承担相应的责任。”',
    'verbatim 38/2',
  ],
  [
    'words put in brackets',
    '《电子商务法》第三十八条第二款规定：“对关系消费者生命健康的商品或者服务，［平台］未尽到安全保障义务，造成消费者损害的，依法承担相应的责任。”',
    'verbatim 38/2',
  ],
  [
    'half-width punctuation',
    `《电子商务法》第三十八条第二款规定:"${ecl38.replaceAll('，', ',')}"`,
    'verbatim 38/2',
  ],
  [
    'an operative word changed',
    `《电子商务法》第三十八条第二款规定：“${ecl38.replace('相应的责任', '连带责任')}”`,
    'differs 38/2 连带≠相应的!',
  ],
  [
    '或者 became 和',
    `《电子商务法》第三十八条第二款规定：“${ecl38.replace('商品或者服务', '商品和服务')}”`,
    'differs 38/2 和≠或者!',
  ],
  [
    'a negation lost',
    `《电子商务法》第三十八条第二款规定：“${ecl38.replace('未尽到审核', '尽到审核')}”`,
    'differs 38/2 ≠未!',
  ],
  [
    'another word changed',
    `《电子商务法》第三十八条第二款规定：“${ecl38.replace('造成消费者损害的', '导致消费者损害的')}”`,
    'differs 38/2 导致≠造成',
  ],
  [
    'words left out without a mark',
    `《电子商务法》第三十八条第二款规定：“${ecl38.replace('对平台内经营者的', '')}”`,
    'differs 38/2 ≠对平台内经营者的',
  ],
  [
    'members of a list left out without a mark',
    '可以主张《民法典》第四百九十七条第二项的“不合理地限制对方主要权利”。',
    'differs 497 ≠免除或者减轻其责任、加重对方责任、',
  ],
  [
    'a text proposed',
    '《消费者权益保护法》第五十三条在草案中改为：“经营者以预收款方式提供商品或者服务的，应当依照本法第十六条第二款履行约定。”',
    '',
  ],
  [
    'a stretch left out, and the operative words behind it changed',
    '《电子商务法》第三十八条第二款规定：“对关系消费者生命健康的商品或者服务，电子商务平台经营者对平台内经营者的资质资格未尽到审核义务，造成消费者损害的，依法承担补充责任。”',
    'differs 38/2 ≠,或者对消费者未尽到安全保障义务! 补充≠相应的!',
  ],
  ['the words of another 款', `《电子商务法》第三十八条第一款规定：“${ecl38}”`, 'differs 38/1 → 38/2'],
  ['the words of another article', `《电子商务法》第二十七条规定：“${ecl38}”`, 'differs 27 → 38/2'],
  ['a term that is there', '《电子商务法》第三十八条第二款“相应的责任”', 'verbatim 38/2'],
  ['a term that is not there', '《电子商务法》第38条第2款“连带责任”', 'differs 38/2 连带责任≠!'],
  ['a term with words between', '《电子商务法》第38条第1款要求“知道或者应当知道”', 'verbatim 38/1'],
  ['a nickname', '《民法典》第1195条“避风港”规则', ''],
  [
    'a quotation before its citation',
    '“对消费者未尽到安全保障义务，造成消费者损害的，依法承担相应的责任”（《电子商务法》第三十八条第二款）',
    'verbatim 38/2',
  ],
  [
    'scare quotes far away',
    '《电子商务法》第三十八条第二款很重要。本案中的“相应的补充责任”如何认定，有争议。',
    '',
  ],
  [
    'a quotation of somebody else',
    '依《电子商务法》第三十八条，平台应担责。客服答复称：“请自行联系商家处理此事，平台不予介入”。',
    '',
  ],
  ['a block quote', `《电子商务法》第三十八条第二款：\n\n> ${ecl38}`, 'verbatim 38/2'],
  ['a block quote with its label', `《电子商务法》第三十八条规定：\n\n> 第三十八条　${ecl38}`, 'verbatim 38'],
  [
    'a block quote changed',
    `《电子商务法》第三十八条第二款：\n\n> ${ecl38.replace('应的责任', '应的补充责任')}`,
    'differs 38/2 补充≠!',
  ],
  [
    'block quotes one a target',
    '《民法典》第一千一百七十三条、第一千一百七十四条：\n\n> 被侵权人对同一损害的发生或者扩大有过错的，可以减轻侵权人的责任。\n>\n> 损害是因受害人故意造成的，行为人不承担责任。',
    'verbatim 1173; verbatim 1174',
  ],
  [
    'a block quote with its source in a line of its own',
    `另见：\n\n> ${ecl38.replace('相应的责任', '连带责任')}\n>\n> ——《电子商务法》第三十八条第二款`,
    'differs 38/2 连带≠相应的!',
  ],
  [
    'a block quote with its source in brackets',
    `> ${ecl38.replace('相应的责任', '连带责任')}（《电子商务法》第三十八条第二款）`,
    'differs 38/2 连带≠相应的!',
  ],
  [
    'a block quote with its source in a line that goes on',
    `> ${ecl38.replace('相应的责任', '连带责任')}\n（见《电子商务法》第三十八条第二款）`,
    'differs 38/2 连带≠相应的!',
  ],
  ['a block quote with its source, true', `> ${ecl38}\n> ——《电子商务法》第三十八条第二款`, 'verbatim 38/2'],
  [
    'block quotes with their source, and led in',
    `《电子商务法》第三十八条第二款：\n\n> ${ecl38}\n>\n> （《电子商务法》第三十八条第二款）`,
    'verbatim 38/2',
  ],
  [
    'a court that cites at the end of a sentence',
    '> 本院认为，平台收到三次投诉仍未下架，应当与店铺承担连带责任（《电子商务法》第三十八条第一款）。',
    '',
  ],
  [
    'a court that says by which law',
    '> 平台未核验许可证，损害与此有因果关系，依照《电子商务法》第三十八条第二款。',
    '',
  ],
  [
    'a law without text',
    '《劳动法》第三十八条规定：“用人单位应当保证劳动者每周至少休息一日。”',
    'not-in-library 38',
  ],
  [
    'Markdown in the quotation',
    `《电子商务法》第三十八条第二款规定：“对消费者**未尽到安全保障义务**，造成消费者损害的，依法承担相应的责任。”`,
    'verbatim 38/2',
  ],
  [
    'a nested quotation',
    '《消费者权益保护法》第四十四条第二款规定：“网络交易平台提供者明知或者应知销售者或者服务者利用其平台侵害消费者合法权益，未采取必要措施的，依法与该销售者或者服务者承担连带责任。”',
    'verbatim 44/2',
  ],
  [
    'two laws, two quotations',
    `《电子商务法》第三十八条第二款规定：“${ecl38}”《民法典》第一千一百七十三条规定：“被侵权人对同一损害的发生或者扩大有过错的，应当减轻侵权人的责任。”`,
    'verbatim 38/2; differs 1173 应当≠可以!',
  ],
];

describe('quotations', () => {
  for (const [title, text, expected] of cases) {
    it(title, () => {
      const found = indexOf(text).quotations.map((q) => {
        const { article, paragraph } = q.target.place;
        const place = `${article}${paragraph ? `/${paragraph}` : ''}`;
        const differences = q.differences
          .map((d) => ` ${d.written}≠${d.official}${d.operative ? '!' : ''}`)
          .join('');
        const { elsewhere } = q;
        const other = elsewhere
          ? ` → ${elsewhere.place.article}${elsewhere.place.paragraph ? `/${elsewhere.place.paragraph}` : ''}`
          : '';
        for (const d of q.differences) assert.equal(text.slice(d.start, d.end), d.written);
        return `${q.status} ${place}${differences}${other}`;
      });
      assert.equal(found.join('; '), expected);
    });
  }
});
