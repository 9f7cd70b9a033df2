import assert from 'node:assert/strict';
import type { LibraryContext } from '../../../server/src/features/commands/statutes';
import { workspaceSymbols } from '../../../server/src/features/workspaceSymbols';
import { check } from '../rules/environment';

const context: LibraryContext = {
  library: check('').context.library,
  locale: 'zh-CN',
  asOf: '2026-11-24',
  arabic: false,
  written: 'zh-CN',
};

/** VS Code shows only the symbols whose name has the letters of the query in their order. */
function letThrough(query: string, name: string): boolean {
  const wanted = [...query.toLowerCase().replace(/\s/g, '')];
  for (const letter of name.toLowerCase()) if (letter === wanted[0]) wanted.shift();
  return wanted.length === 0;
}

describe('workspace symbols', () => {
  for (const query of ['消法55', 'xfzqy', 'ECL 38', '电子商务法', '民法典1198', '第三十八条'])
    it(`pass the editor's filter: ${query}`, () => {
      const names = workspaceSymbols(context, query).map(({ name }) => name);
      assert.ok(names.length > 0);
      for (const name of names) assert.ok(letThrough(query, name), name);
    });

  it('are found by a name and a number behind a space, of which the editor asks for the name only', () => {
    for (const [name, number] of [
      ['ECL', '38'],
      ['电子商务法', '38'],
      ['消法', '55'],
    ]) {
      const left = workspaceSymbols(context, name!).filter((s) => letThrough(`${name} ${number}`, s.name));
      assert.equal(left.length, 1, name);
      assert.match(left[0]!.name, /第(?:三十八|五十五)条/);
    }
  });

  it('have the name of the provision alone where the query is part of it', () => {
    assert.equal(workspaceSymbols(context, '电子商务法')[0]!.name, '《电子商务法》');
    assert.equal(workspaceSymbols(context, '消法55')[0]!.name, '《消费者权益保护法》第五十五条 · 消法55');
  });
});
