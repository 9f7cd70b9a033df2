import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../server/src/config';
import { createMemo } from '../../../server/src/memo/createMemo';
import { isMemo } from '../../../server/src/memo/isMemo';

const decide = (uri: string, text: string, settings = {}, forced?: boolean) =>
  isMemo(createMemo(uri, 1, text), { ...defaultConfiguration, ...settings }, forced);

const cites = '依照《电子商务法》第三十八条，平台应当承担责任。\n';
const plain = '# 会议纪要\n\n讨论了预算。\n';

describe('when a Markdown file is a memo', () => {
  const cases: [what: string, uri: string, text: string, memo: boolean, reason: string][] = [
    ['it cites law', 'file:///a/memo.md', cites, true, 'cites-law'],
    ['it cites law in English', 'file:///a/memo.md', 'Article 38 applies.\n', true, 'cites-law'],
    ['a heading names an element', 'file:///a/memo.md', '## 因果关系\n', true, 'cites-law'],
    ['no law in it', 'file:///a/memo.md', plain, false, 'no-law'],
    [
      'front matter says so',
      'file:///a/memo.md',
      `---\ntype: legal-memo\n---\n\n${plain}`,
      true,
      'front-matter',
    ],
    ['README', 'file:///a/README.zh-CN.md', cites, false, 'project-file'],
    ['CHANGELOG', 'file:///a/CHANGELOG.md', cites, false, 'project-file'],
    ['a rule’s own page', 'file:///x/docs/rules/zh-CN/E03.md', cites, false, 'project-file'],
    ['a memo with such a name elsewhere', 'file:///x/memos/E03.md', cites, true, 'cites-law'],
    ['a law of the user', 'file:///a/.legal-memo/statutes/x.md', cites, false, 'statute'],
    ['a law of the library', 'statute:/电子商务法@2019-01-01.md', cites, false, 'statute'],
  ];
  for (const [what, uri, text, memo, reason] of cases)
    it(`${what}: ${memo ? 'yes' : 'no'}`, () => assert.deepEqual(decide(uri, text), { memo, reason }));

  it('settings and the user decide first', () => {
    const uri = 'file:///a/%E5%A4%87%E5%BF%98/memo.md';
    assert.deepEqual(decide(uri, plain, { include: ['**/备忘/**'] }), { memo: true, reason: 'included' });
    assert.deepEqual(decide(uri, cites, { exclude: ['**/备忘/**'] }), { memo: false, reason: 'excluded' });
    assert.deepEqual(decide(uri, plain, {}, true), { memo: true, reason: 'chosen' });
    assert.deepEqual(decide('file:///a/README.md', cites, {}, true), { memo: true, reason: 'chosen' });
  });

  it('a broken address does not matter', () => {
    assert.equal(decide('file:///a/%E5%memo.md', cites).memo, true);
  });
});
