import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { importStatute } from '../../../../server/src/statutes/import/importStatute';
import type { ImportOptions } from '../../../../server/src/statutes/import/result';
import { parseStatute } from '../../../../server/src/statutes/parseStatute';

/** A .docx with one paragraph a line, laid out as the official ones are. */
function docx(lines: readonly string[]): Uint8Array {
  const xmlText = (s: string) => s.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const body = lines
    .map((line) => {
      // Word cuts text into runs at will.
      const middle = line.length >> 1;
      const run = (s: string) =>
        `<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">${xmlText(s)}</w:t></w:r>`;
      return `<w:p w:rsidR="00A1"><w:pPr><w:jc w:val="center"/></w:pPr>${run(line.slice(0, middle))}${run(line.slice(middle))}</w:p>`;
    })
    .join('');
  const xml = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="x"><w:body>${body}<w:sectPr/></w:body></w:document>`;
  return zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8(xml) });
}

const text = (source: string, options?: ImportOptions) =>
  importStatute({ name: '甲法.txt', text: source }, options);
const codes = (result: ReturnType<typeof importStatute>) =>
  result.problems.map((p) => `${p.severity === 'error' ? '!' : ''}${p.code}`);

describe('statute import', () => {
  it('tells local rules from those of the state', () => {
    const level = (title: string, adopted: string) =>
      /^level: (.*)$/m.exec(
        text(
          `${title}\n\n（2024年3月1日${adopted}）\n\n第一条　制定本规定。\n\n第二条　自2024年5月1日起施行。\n`,
        ).text ?? '',
      )?.[1];
    assert.equal(level('甲乙市电子商务促进条例', '甲乙市人民代表大会常务委员会通过'), '地方性法规');
    assert.equal(level('甲乙自治州旅游条例', '自治州第三届人民代表大会通过'), '地方性法规');
    assert.equal(level('电子商务促进条例', '甲乙省第十四届人民代表大会常务委员会通过'), '地方性法规');
    assert.equal(level('甲乙市网约车管理办法', '甲乙市人民政府令第3号公布'), '地方政府规章');
    assert.equal(level('城市供水条例', '国务院令第158号公布'), '行政法规');
    assert.equal(level('网络交易监督管理办法', '国家市场监督管理总局令第37号公布'), '部门规章');
  });

  const expected = `---
title: 中华人民共和国甲法
short: 甲法
issuer: 全国人民代表大会常务委员会
level: 法律
promulgated: 2020-05-01
effective: 2020-09-01
coverage: complete
articles: 3
---

## 第一章 总则

#### 第一条

为了测试，制定本法。

#### 第二条

有下列情形之一的：
（一）甲；
（二）乙，依照第一条、第三条处理。

第一条规定的情形除外。

## 第二章 附则

#### 第三条

本法自2020年9月1日起施行。
`;

  it('official .docx: title over two lines, history in brackets, contents, runs', () => {
    const result = importStatute({
      name: '甲法_20200501.docx',
      bytes: docx([
        '中华人民共和国',
        '甲　法',
        '（2020年5月1日第十三届全国人民代表大会',
        '常务委员会第十八次会议通过）',
        '',
        '目　　录',
        '第一章　总　　则',
        '第二章　附　　则',
        '',
        '第一章　总　　则',
        '第一条　为了测试，制定本法。',
        '第二条　有下列情形之一的：',
        '（一）甲；',
        '（二）乙，依照第一条、第三条处理。',
        '第一条规定的情形除外。',
        '第二章　附　　则',
        '第三条　本法自2020年9月1日起施行。',
      ]),
    });
    assert.deepEqual(codes(result), ['effective-from-text']);
    assert.equal(result.text, expected);
    assert.equal(result.fileName, '甲法@2020-09-01.md');
    assert.deepEqual(
      [
        result.recognised.divisions,
        result.recognised.articles,
        result.recognised.paragraphs,
        result.recognised.items,
      ],
      [2, 3, 4, 2],
    );
  });

  const layouts: Record<string, string> = {
    'Markdown with plain numbers, half-width marks, invisible characters': `# 中华人民共和国甲法

2020年5月1日 第十三届全国人民代表大会常务委员会第十八次会议通过

<!-- INFO END -->

## 第一章 总 则

第一条 为了测试,制定本法。

第二条\u3000有下列情形之一的:

(一)甲;

(二)乙,依照第一条、第三条处理。\u200b

第一条规定的情形除外。

## 第二章\u00a0附 则

第三条 本法自2020年9月1日起施行。
`,
    'Markdown with bold numbers, links to chapters, entities': `# 中华人民共和国甲法

（2020年5月1日第十三届全国人民代表大会常务委员会第十八次会议通过）

## 目录

- [第一章 总则](#第一章-总则)
- [第二章 附则](#第二章-附则)

## 第一章 总则

**第一条**&emsp;为了测试，制定本法。

**第二条**&emsp;有下列情形之一的：

（一）甲；

（二）乙，依照第一条、第三条处理。

第一条规定的情形除外。

## 第二章 附则

**第三条**&emsp;本法自2020年9月1日起施行。
`,
    'articles in lists': `# 中华人民共和国甲法

2020年5月1日 第十三届全国人民代表大会常务委员会第十八次会议通过

## 第一章 总则

- 第一条 为了测试，制定本法。
- 第二条 有下列情形之一的：
  - （一）甲；
  - （二）乙，依照第一条、第三条处理。

  第一条规定的情形除外。

## 第二章 附则

1. 第三条 本法自2020年9月1日起施行。
`,
    'plain text, CRLF, no blank after the number': `中华人民共和国甲法
（2020年5月1日第十三届全国人民代表大会常务委员会第十八次会议通过）
第一章总则
第一条为了测试，制定本法。
第二条有下列情形之一的：
（一）甲；
（二）乙，依照第一条、第三条处理。
第一条规定的情形除外。
第二章附则
第三条本法自2020年9月1日起施行。
`.replaceAll('\n', '\r\n'),
  };
  for (const [layout, source] of Object.entries(layouts)) {
    it(layout, () => assert.equal(text(source).text, expected));
  }

  it('a law split over several files, in any order', () => {
    const head = '# 中华人民共和国甲法\n\n# %\n\n2020年5月1日 通过\n\n2020年9月1日 施行\n\n';
    const parts = [
      `${head.replace('%', '附则')}第三条 丙。\n`,
      `${head.replace('%', '总则')}第一条 甲。\n`,
      `${head.replace('%', '乙编')}## 一般规定\n\n第二条 乙。\n`,
    ];
    const result = importStatute(parts.map((part, i) => ({ name: `${i}.md`, text: part })));
    assert.deepEqual(result.problems, []);
    assert.deepEqual(
      parseStatute(result.text ?? '').articles.map((a) => [a.label, ...a.divisions]),
      [
        ['第一条', '总则'],
        ['第二条', '乙编', '一般规定'],
        ['第三条', '附则'],
      ],
    );
  });

  it('words between two 项 belong to the first; a 项 that is missing is said', () => {
    const result = text('甲法\n第一条 甲：\n（一）一；\n乙说。\n（二）二。\n丙。\n（四）四。', {
      effective: '2020-01-01',
    });
    assert.deepEqual(codes(result), ['item-order']);
    const [first, second] = parseStatute(result.text ?? '').articles[0]?.paragraphs ?? [];
    assert.deepEqual(first?.items, [
      { number: 1, text: '（一）一；', subitems: ['乙说。'] },
      { number: 2, text: '（二）二。', subitems: [] },
    ]);
    assert.equal(second?.items[0]?.number, 4);
  });

  it('GB 18030 and UTF-16 text', () => {
    const source = '\uFEFF甲法\n第一条 本法自2020年9月1日起施行。\n';
    const utf16 = new Uint8Array(new Uint16Array([...source].map((c) => c.charCodeAt(0))).buffer);
    assert.equal(importStatute({ name: 'a.txt', bytes: utf16 }).recognised.articles, 1);
    const gb = Uint8Array.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3]);
    assert.equal(importStatute({ name: 'a.txt', bytes: gb }).recognised.first, '第一条');
  });

  const refusals: [what: string, result: () => ReturnType<typeof importStatute>, expected: string[]][] = [
    ['a gap', () => text('甲法\n第一条 甲。\n第三条 乙。', { effective: '2020-01-01' }), ['!gap']],
    [
      'a duplicate',
      () => text('甲法\n第一条 甲。\n第一条 乙。', { effective: '2020-01-01' }),
      ['!duplicate'],
    ],
    [
      'wrong order',
      () => text('甲法\n第一条 甲。\n第二条 甲。\n第一条之一 乙。', { effective: '2020-01-01' }),
      ['!order'],
    ],
    [
      'an article without text',
      () => text('甲法\n第一条\n第二条 乙。', { effective: '2020-01-01' }),
      ['!empty'],
    ],
    ['no date', () => text('甲法\n第一条 甲。'), ['!no-effective']],
    ['a bad date', () => text('甲法\n第一条 甲。', { effective: '2020-13-01' }), ['!bad-effective']],
    [
      'an amended text without its own date',
      () =>
        text('甲法\n（2013年5月1日通过 根据2020年5月1日《决定》修正）\n第一条 本法自2013年9月1日起施行。'),
      ['!no-effective'],
    ],
    ['no articles', () => text('甲通知\n一、请照办。', { effective: '2020-01-01' }), ['!no-articles']],
    ['an empty file', () => text(''), ['!empty-file']],
    ['50 MB of text', () => text('甲'.repeat(25e6)), ['!too-large']],
    ['a .docx that is none', () => importStatute({ name: 'a.docx', bytes: strToU8('no') }), ['!not-docx']],
    [
      'a ZIP without a document',
      () => importStatute({ name: 'a.docx', bytes: zipSync({ a: strToU8('b') }) }),
      ['!not-docx'],
    ],
    [
      'a damaged ZIP',
      () => importStatute({ name: 'a.docx', bytes: docx(['第一条 甲。']).subarray(0, 200) }),
      ['!not-docx'],
    ],
    [
      'an old .doc',
      () => importStatute({ name: 'a.doc', bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]) }),
      ['!old-doc'],
    ],
    [
      'a binary file',
      () => importStatute({ name: 'a.txt', bytes: Uint8Array.from([1, 0, 2]) }),
      ['!not-text'],
    ],
    ['broken front matter', () => text('---\na: [\n---\n第一条 甲。'), ['!malformed-front-matter']],
  ];
  for (const [what, result, problems] of refusals) {
    it(`refuses ${what}`, () => {
      const found = result();
      assert.deepEqual(codes(found), problems);
      assert.equal(found.text, undefined);
    });
  }

  it('takes gaps and duplicates when told so, as a selection', () => {
    const source = '甲法\n第一条 甲。\n第三条 乙。\n第三条 丙。';
    const result = text(source, { effective: '2020-01-01', allowGaps: true });
    assert.deepEqual(codes(result), ['gap', 'duplicate']);
    const { facts, articles, problems } = parseStatute(result.text ?? '');
    assert.deepEqual(problems, []);
    assert.equal(facts?.coverage, 'selected');
    assert.deepEqual(
      articles.map((a) => a.paragraphs[0]?.text),
      ['甲。', '乙。'],
    );
  });

  it('takes every reference file, with the number of articles that it states', function () {
    const folder = join(__dirname, '../../../../../shared/statutes-reference');
    if (!existsSync(folder)) {
      console.log('      skipped: no ../shared beside the project');
      return this.skip();
    }
    this.timeout(60000);
    const files = readdirSync(folder).filter((f) => f.includes('@'));
    assert.ok(files.length > 100);
    for (const name of files) {
      const bytes = readFileSync(join(folder, name));
      const result = importStatute({ name, bytes });
      const stated = Number(/^articles: (\d+)/m.exec(bytes.toString('utf8'))?.[1]);
      assert.equal(result.recognised.articles, stated, name);
      assert.deepEqual(parseStatute(result.text ?? '').problems, [], name);
    }
  });
});
