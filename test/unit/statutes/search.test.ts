import assert from 'node:assert/strict';
import { pinyinInitials } from '../../../server/src/statutes/pinyin';
import { builtInLibrary } from './library';

describe('search for laws', () => {
  const library = builtInLibrary();
  const cases: [query: string, first: string][] = [
    ['消法', '消费者权益保护法'],
    ['消费者权益', '消费者权益保护法'],
    ['xfzqy', '消费者权益保护法'],
    ['xf', '消费者权益保护法'],
    ['XFZQYBHF', '消费者权益保护法'],
    ['dsf', '电子商务法'],
    ['dzsw', '电子商务法'],
    ['ECL', '电子商务法'],
    ['e-commerce', '电子商务法'],
    ['cybersecurity', '网络安全法'],
    ['waf', '网络安全法'],
    ['mfd', '民法典'],
    ['旅游', '旅游法'],
    ['xzcf', '行政处罚法'],
    ['hzcf', '行政处罚法'],
  ];
  for (const [query, first] of cases) {
    it(`${query} → ${first}`, () => assert.equal(library.search(query, 5)[0]?.short, first));
  }
  for (const query of ['', ' ', '《》', 'zzzzzzz', '没有的法律名称', '\\', 'x'.repeat(10000)]) {
    it(`${JSON.stringify(query.slice(0, 12))} → nothing`, () =>
      assert.deepEqual(library.search(query, 5), []));
  }
  it('keeps to the limit', () => assert.equal(library.search('法', 7).length, 7));
  it('knows the initials of every letter', () => {
    assert.equal(
      [...'安保存电额法国护经开垃民农欧品权任商条网消源责'].map((c) => pinyinInitials(c)).join(''),
      'abcdefghjklmnopqrstwxyz',
    );
  });
});
