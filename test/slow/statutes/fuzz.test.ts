import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticleMap } from '../../../server/src/statutes/articleMap';
import { importStatute } from '../../../server/src/statutes/import/importStatute';
import { parseIndexTable } from '../../../server/src/statutes/indexTable';
import { readOwnStatutes } from '../../../server/src/statutes/ownStatutes';
import { articleText } from '../../../server/src/statutes/parseBody';
import { parseStatute } from '../../../server/src/statutes/parseStatute';
import { serializeStatute } from '../../../server/src/statutes/serializeStatute';
import { titleKey } from '../../../server/src/statutes/titleKey';
import { assertGrowth } from '../../growth';
import { builtInLibrary } from '../../unit/statutes/library';

const pieces = [
  '---\n',
  'title: 甲法\n',
  'short: 甲法\n',
  'effective: 2020-01-01\n',
  'coverage: complete\n',
  'uncertain: [effective]\n',
  '#### 第一条\n',
  '#### 第二条之一\n',
  '## 第一章 总则\n',
  '第三条 丙。\n',
  '**第一条**　甲：\n',
  '（一）一；\n',
  '(二)二;\n',
  '1. 目；\n',
  '\n',
  '甲。\n',
  '<!--',
  '-->',
  '[',
  ']',
  '|',
  '| 甲法 | | | 2020-01-01 | | 3 | 有效 | | |\n',
  'State: 2026-11\n',
  '\u200b',
  '\uD800',
  '\r\n',
  'from: 甲法@2020-01-01\n',
  'articles:\n  1: same 1\n',
  '附件\n',
  '2020年1月1日通过\n',
  '- ',
  '> ',
  '# ',
  '"',
  ': ',
  '&emsp;',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 4 })), { maxLength: 40 })
  .map((a) => a.join(''));

describe('statutes, whatever comes in', () => {
  const library = builtInLibrary();

  it('nothing throws', () => {
    fc.assert(
      fc.property(text, fc.uint8Array({ maxLength: 60 }), (source, bytes) => {
        parseStatute(source);
        parseArticleMap(source);
        parseIndexTable(source, '法律');
        readOwnStatutes([
          { path: 'a.md', text: source },
          { path: 'maps/a.yaml', text: source },
        ]);
        importStatute({ name: 'a.docx', bytes });
        importStatute(
          [
            { name: 'a.txt', text: source },
            { name: 'b.txt', bytes },
          ],
          { allowGaps: true },
        );
        library.search(source, 3);
        assert.equal(titleKey(titleKey(source)).length <= source.length * 3, true);
        for (const statute of library.find(source)) library.asOf(statute, source);
      }),
      { numRuns: 300 },
    );
  });

  it('what the import writes is read back without a problem but the order of 项', () => {
    fc.assert(
      fc.property(text, (source) => {
        const result = importStatute({ name: '甲法@2020-01-01.md', text: source }, { allowGaps: true });
        if (result.text === undefined) return;
        const parsed = parseStatute(result.text);
        assert.deepEqual(
          parsed.problems.filter((p) => p.code !== 'item-order'),
          [],
          result.text,
        );
        const again = serializeStatute({ ...parsed, facts: parsed.facts! });
        assert.deepEqual(parseStatute(again).articles.map(articleText), parsed.articles.map(articleText));
      }),
      { numRuns: 500 },
    );
  });

  for (const [what, piece] of [
    ['the same article again and again', '第一条 甲。\n'],
    ['brackets', '（（((〈〈《《'],
    ['blanks', ' \u3000\t'],
    ['stars', '**_ - '],
    ['digits', '2020年1月'],
    ['open comments', '<!--'],
    ['numerals', '第一二三'],
  ] as const) {
    it(`time grows with the length only: ${what}`, () => {
      const read = (length: number) => {
        const source = piece.repeat(Math.ceil(length / piece.length));
        return () => {
          importStatute({ name: 'a.txt', text: source });
          parseStatute(`---\ntitle: 甲\n---\n${source}`);
          titleKey(source);
        };
      };
      assertGrowth({ small: read(5e4), large: read(4e5), ratio: 20, floor: 10 });
    });
  }
});
