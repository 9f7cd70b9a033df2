import assert from 'node:assert/strict';
import { parseStatute } from '../../../server/src/statutes/parseStatute';

const head = '---\ntitle: 甲法\nshort: 甲法\neffective: 2020-01-01\ncoverage: complete\n---\n';
const codes = (text: string) => parseStatute(text).problems.map((p) => `${p.line} ${p.code}`);

describe('statute file', () => {
  it('reads divisions, 款, 项, 目 and closing words', () => {
    const { articles, preamble, problems } = parseStatute(`${head}
为了测试，制定本法。

# 第一编 通则

## 第一分编 起

## 第一章 总

### 第一节 节

#### 第一条

首款。

次款：
（一）一项；
1. 目一；
2. 目二；
（二）二项。
总之如此。

末款。

## 第二章 附

#### 第一条之一

补。
`);
    assert.deepEqual(problems, []);
    assert.deepEqual(preamble, ['为了测试，制定本法。']);
    assert.deepEqual(articles[0]?.divisions, ['第一编 通则', '第一分编 起', '第一章 总', '第一节 节']);
    assert.deepEqual(articles[0]?.paragraphs, [
      { text: '首款。', items: [] },
      {
        text: '次款：',
        items: [
          { number: 1, text: '（一）一项；', subitems: ['1. 目一；', '2. 目二；'] },
          { number: 2, text: '（二）二项。', subitems: [] },
        ],
        closing: '总之如此。',
      },
      { text: '末款。', items: [] },
    ]);
    assert.equal(articles[1]?.suffix, 1);
    assert.deepEqual(articles[1]?.divisions, ['第一编 通则', '第一分编 起', '第二章 附']);
  });

  const cases: [what: string, text: string, expected: string[]][] = [
    ['an empty file', '', ['1 no-front-matter']],
    ['no front matter', '#### 第一条\n\n甲。\n', ['1 no-front-matter']],
    ['a missing key', head.replace('effective: 2020-01-01\n', ''), ['1 missing-key']],
    ['a malformed date', head.replace('2020-01-01', '2020-02-30'), ['4 bad-date']],
    ['an unknown key', head.replace('coverage', 'colour: red\ncoverage'), ['5 unknown-key', '6 no-articles']],
    ['a bad coverage', head.replace('complete', 'half'), ['5 bad-value']],
    ['no articles', head, ['5 no-articles']],
    ['duplicate articles', `${head}#### 第一条\n\n甲。\n\n#### 第一条\n\n乙。\n`, ['11 duplicate-article']],
    ['a gap', `${head}#### 第一条\n\n甲。\n\n#### 第四条\n\n乙。\n`, ['11 article-gap']],
    ['a gap in a selection', `${head.replace('complete', 'selected')}#### 第四条\n\n乙。\n`, []],
    [
      'wrong order',
      `${head}#### 第一条\n\n甲。\n#### 第二条\n\n乙。\n#### 第一条之一\n\n丙。\n`,
      ['13 article-order'],
    ],
    ['an empty article', `${head}#### 第一条\n`, ['7 empty-article']],
    [
      'a heading with text',
      `${head}#### 第一条 甲\n\n甲。\n`,
      ['5 no-articles', '7 bad-heading', '9 stray-text'],
    ],
    [
      'a stated count',
      `${head.replace('complete', 'complete\narticles: 2')}#### 第一条\n\n甲。\n`,
      ['6 article-count'],
    ],
    ['items out of order', `${head}#### 第一条\n\n甲：\n（一）一；\n（三）三。\n`, ['11 item-order']],
    ['CRLF and BOM', `\uFEFF${head}#### 第一条\n\n甲。\n`.replaceAll('\n', '\r\n'), []],
  ];
  for (const [what, text, expected] of cases) {
    it(`says of ${what}: ${expected.join(', ') || 'nothing'}`, () => assert.deepEqual(codes(text), expected));
  }

  it('says where the YAML is broken', () => {
    assert.ok(codes(head.replace('short: 甲法', 'short: "甲法')).some((p) => p.endsWith('malformed-yaml')));
  });
});
