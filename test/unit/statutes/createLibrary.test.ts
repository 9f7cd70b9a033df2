import assert from 'node:assert/strict';
import { ownConflicts, readOwnStatutes } from '../../../server/src/statutes/ownStatutes';
import { builtInLibrary, libraryOf, statuteFile } from './library';

describe('statute library', () => {
  const library = builtInLibrary();
  const law = (name: string) => {
    const found = library.find(name);
    assert.equal(found.length, 1, name);
    return found[0]!;
  };
  const on = (name: string, date: string) => library.asOf(law(name), date);

  describe('finds a law by any name', () => {
    const names: Record<string, readonly string[]> = {
      电子商务法: [
        '电子商务法',
        '《中华人民共和国电子商务法》',
        '〈电子商务法〉',
        '电商法',
        '中華人民共和國電子商務法',
        ' 电子 商务法　',
        'E-Commerce Law',
        "E-Commerce Law of the People's Republic of China",
        'Law of the People’s Republic of China on E-Commerce',
        'the PRC E-Commerce Law',
        'ECL',
      ],
      '网络消费纠纷规定（一）': [
        '最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）',
        '关于审理网络消费纠纷案件适用法律若干问题的规定(一)',
        '网络消费纠纷规定一',
      ],
      网络交易监督管理办法: ['国家市场监督管理总局《网络交易监督管理办法》', '网络交易监督管理办法'],
      国务院组织法: ['国务院组织法', '中华人民共和国国务院组织法'],
    };
    for (const [short, all] of Object.entries(names)) {
      for (const name of all) it(`${name} → ${short}`, () => assert.equal(law(name).short, short));
    }
    for (const name of ['', '《》', '中华人民共和国', '组织法', '不存在的法', 'Law', '\uD800']) {
      it(`${JSON.stringify(name)} → nothing`, () => assert.deepEqual(library.find(name), []));
    }
  });

  describe('law as of a date', () => {
    const cases: [name: string, date: string, state: string, version: string, successor?: string][] = [
      ['电子商务法', '2018-12-31', 'not-yet-effective', '电子商务法@2019-01-01'],
      ['电子商务法', '2019-01-01', 'in-force', '电子商务法@2019-01-01'],
      ['网络安全法', '2025-12-31', 'in-force', '网络安全法@2017-06-01', '网络安全法@2026-01-01'],
      ['网络安全法', '2026-01-01', 'in-force', '网络安全法@2026-01-01'],
      ['侵权责任法', '2020-12-31', 'in-force', '侵权责任法@2010-07-01', '民法典@2021-01-01'],
      ['侵权责任法', '2021-01-01', 'repealed', '侵权责任法@2010-07-01', '民法典@2021-01-01'],
      [
        '网络交易管理办法',
        '2022-01-01',
        'repealed',
        '网络交易管理办法@2014-03-15',
        '网络交易监督管理办法@2021-05-01',
      ],
      // An earlier version existed, the library does not have it.
      ['消费者权益保护法', '2010-01-01', 'unknown', '消费者权益保护法@2014-03-15'],
      ['公司法', '2024-06-30', 'in-force', '公司法@2018-10-26', '公司法@2024-07-01'],
      ['公司法', '2024-07-01', 'in-force', '公司法@2024-07-01'],
    ];
    for (const [name, date, state, version, successor] of cases) {
      it(`${name} on ${date}: ${state}`, () => {
        const found = on(name, date);
        assert.deepEqual([found.state, found.version.id, found.successor?.id], [state, version, successor]);
      });
    }

    it('leaves open which version applies where the date between them is uncertain', () => {
      const found = on('网络交易监督管理办法', '2025-06-01');
      assert.equal(found.state, 'in-force');
      assert.equal(found.version.id, '网络交易监督管理办法@2025-05-01');
      assert.equal(found.alternative?.id, '网络交易监督管理办法@2021-05-01');
      assert.equal(on('网络交易监督管理办法', '2025-03-01').alternative, undefined);
    });

    it('never lets an uncertain date repeal a law or keep it from having begun', () => {
      const small = libraryOf([
        statuteFile({ title: '甲法', short: '甲法', effective: '2020-01-01', uncertain: '[effective]' }),
        statuteFile({
          title: '乙法',
          short: '乙法',
          effective: '2020-01-01',
          repealed: '2022-01-01',
          uncertain: '[repealed]',
        }),
      ]);
      const state = (name: string, date: string) => small.asOf(small.statute(name)!, date).state;
      assert.equal(state('甲法', '2019-06-01'), 'unknown');
      assert.equal(state('甲法', '2020-06-01'), 'in-force');
      assert.equal(state('乙法', '2021-06-01'), 'in-force');
      assert.equal(state('乙法', '2023-06-01'), 'unknown');
    });
  });

  describe('existence of a place', () => {
    const ecl = on('电子商务法', '2025-01-01').version;
    const code = on('民法典', '2025-01-01').version;
    const cases: [version: typeof ecl, place: Parameters<typeof library.existence>[1], expected: unknown][] =
      [
        [ecl, { article: 38, paragraph: 2 }, { state: 'exists' }],
        [ecl, { article: 38, paragraph: 3 }, { state: 'no-paragraph', paragraphs: 2 }],
        [ecl, { article: 38, paragraph: 1, item: 1 }, { state: 'no-item', items: 0 }],
        [ecl, { article: 90 }, { state: 'no-article', articles: 89 }],
        [ecl, { article: 0 }, { state: 'no-article', articles: 89 }],
        [ecl, { article: 38, suffix: 1 }, { state: 'no-article', articles: 89 }],
        [ecl, { article: 80, item: 1 }, { state: 'exists' }],
        [code, { article: 1198, paragraph: 2 }, { state: 'exists' }],
        [code, { article: 700 }, { state: 'unknown' }],
        [code, { article: 1261 }, { state: 'no-article', articles: 1260 }],
        [on('公司法', '2025-01-01').version, { article: 1 }, { state: 'unknown' }],
        [on('公司法', '2025-01-01').version, { article: 267 }, { state: 'no-article', articles: 266 }],
      ];
    for (const [version, place, expected] of cases) {
      it(`${version.id} ${JSON.stringify(place)}`, () =>
        assert.deepEqual(library.existence(version, place), expected));
    }
    it('an uncertain number of articles proves nothing', () => {
      const small = libraryOf([
        statuteFile({
          title: '甲法',
          short: '甲法',
          effective: '2020-01-01',
          articles: '9',
          uncertain: '[articles]',
        }),
      ]);
      const version = small.versionById('甲法@2020-01-01')!;
      assert.deepEqual(small.existence(version, { article: 99 }), { state: 'unknown' });
    });
  });

  describe('where an article went', () => {
    const move = (from: string, article: number, to: string) => {
      const found = library.move(library.versionById(from)!, article, library.versionById(to)!);
      return found && `${found.status} ${found.articles.join(',')}`;
    };
    it('into an amended version', () => {
      assert.equal(move('网络安全法@2017-06-01', 21, '网络安全法@2026-01-01'), 'same 23');
    });
    it('into the law that replaced it, also to several articles or to none', () => {
      assert.equal(move('侵权责任法@2010-07-01', 37, '民法典@2021-01-01'), 'changed 1198');
      assert.equal(move('侵权责任法@2010-07-01', 36, '民法典@2021-01-01'), 'changed 1194,1195,1196,1197');
      assert.equal(move('侵权责任法@2010-07-01', 42, '民法典@2021-01-01'), 'deleted ');
    });
    it('nowhere that a map does not say', () => {
      assert.equal(move('电子商务法@2019-01-01', 38, '民法典@2021-01-01'), undefined);
      assert.equal(move('网络安全法@2026-01-01', 23, '网络安全法@2017-06-01'), undefined);
    });
    it('over several versions', () => {
      const versions = ['2001', '2002', '2003'].map((y) =>
        statuteFile({ title: '甲法', short: '甲法', effective: `${y}-01-01` }),
      );
      const map = (from: string, to: string, rows: string) => ({
        path: `maps/${from}.yaml`,
        text: `from: 甲法@${from}-01-01\nto: 甲法@${to}-01-01\narticles:\n${rows}`,
      });
      const small = libraryOf([
        ...versions,
        map('2001', '2002', '  1: same 2\n  2: changed 3, 4 # 分为两条\n  3: deleted\n'),
        map('2002', '2003', '  2: same 2\n  3: same 5\n  4: deleted\n'),
      ]);
      const [a, c] = [small.versionById('甲法@2001-01-01')!, small.versionById('甲法@2003-01-01')!];
      assert.deepEqual(small.move(a, 1, c)?.articles, [2]);
      assert.deepEqual(small.move(a, 2, c), {
        from: a.id,
        to: c.id,
        status: 'changed',
        articles: [5],
        note: '分为两条',
      });
      assert.equal(small.move(a, 3, c)?.status, 'deleted');
    });
  });

  describe("the user's own law", () => {
    const base = [statuteFile({ title: '甲法', short: '甲法', effective: '2020-01-01' }, ['第一条'])];

    it('adds a law and a version, and replaces a version of the same day', () => {
      const own = [
        statuteFile({ title: '甲法', short: '甲法', effective: '2020-01-01' }, ['第一条', '第二条']),
        statuteFile({ title: '甲法', short: '甲法', effective: '2022-01-01' }, ['第一条']),
        statuteFile({ title: '本所规则', short: '本所规则', effective: '2021-01-01', aliases: '[所规]' }, [
          '第一条',
        ]),
      ];
      const mine = libraryOf(base, own);
      assert.equal(mine.find('所规')[0]?.short, '本所规则');
      const [first, second] = mine.statute('甲法')!.versions;
      assert.equal(first?.own, true);
      assert.equal(mine.articles(first!).length, 2);
      assert.equal(first?.superseded, '2022-01-01');
      assert.equal(second?.id, '甲法@2022-01-01');
      assert.notEqual(mine.version, libraryOf(base).version);
    });

    it('reports what is wrong by file and line, and uses the rest', () => {
      const good = statuteFile({ title: '丙法', short: '丙法', effective: '2021-01-01' }, ['第一条']);
      const own = readOwnStatutes([
        good,
        { ...good, path: 'again.md' },
        { path: 'bad.md', text: '# 随手记\n' },
        { path: 'note.txt', text: '' },
      ]);
      assert.deepEqual(
        own.problems.map((f) => [f.path, f.problems.map((p) => `${p.line} ${p.code}`)]),
        [
          ['bad.md', ['1 no-front-matter']],
          ['again.md', ['1 duplicate-version']],
        ],
      );
      assert.equal(own.statutes.length, 1);
    });

    it('does not take the short title of another law', () => {
      const mine = libraryOf(base, [
        statuteFile({ title: '乙条例', short: '甲法', effective: '2021-01-01' }),
      ]);
      assert.equal(mine.statutes().length, 1);
      assert.equal(mine.statute('甲法')?.versions.length, 1);
      const own = readOwnStatutes([statuteFile({ title: '乙条例', short: '甲法', effective: '2021-01-01' })]);
      assert.deepEqual(
        ownConflicts(own, mine).map((f) => f.problems.map((p) => [f.path, p.code, p.args.title])),
        [[['甲法@2021-01-01.md', 'title-taken', '甲法']]],
      );
    });
  });
});
