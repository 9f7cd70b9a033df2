import assert from 'node:assert/strict';
import { check } from '../environment';

const found = (text: string, framework: string) =>
  check(text, { framework }).findings.filter((f) => f.rule === 'E05');

describe('a framework that does not exist', () => {
  it('is told on the first line when the settings name it, without a fix', () => {
    const text = '---\ntitle: 甲\n---\n\n# 备忘录\n\n正文。\n';
    const [finding, ...more] = found(text, 'nosuch');
    assert.equal(more.length, 0);
    assert.equal(text.slice(finding!.start, finding!.end), '# 备忘录');
    assert.equal(finding!.message.key, 'E05.configured');
    assert.equal(finding!.data, undefined);
    assert.equal(found('', 'nosuch').length, 1);
  });

  it('is nothing when the memo names one, or the setting is right', () => {
    assert.equal(found('---\nframework: premises-operator\n---\n\n# 备忘录\n', 'nosuch').length, 0);
    assert.equal(found('# 备忘录\n', 'premises-operator').length, 0);
  });
});
