import assert from 'node:assert/strict';
import { elementNamed } from '../../../server/src/analysis/waivers';
import { analyze, findingOf, framework } from './analysis';

describe('waivers', () => {
  const treated =
    '## 因果关系\n\n消防认定火源是 3 月 2 日售出的电池；若平台下架，客户就买不到，火灾不会发生，因果关系成立。\n';

  it('stand in the front matter', () => {
    const finding = findingOf(
      analyze('---\nwaive:\n  causation: 对方已自认\n---\n\n# 备忘\n\n客户受伤。\n'),
      'causation',
    );
    assert.equal(finding.status, 'waived');
    assert.equal(finding.reason, '对方已自认');
    assert.equal(finding.evidence[0]?.shows, 'waiver');
  });

  it('stand in comments, by id, alias or name', () => {
    for (const name of ['causation', '因果关系', 'causal-link']) {
      const text = `# 备忘\n\n<!-- legal-memo: waive ${name} 鉴定未出 -->\n\n客户受伤。\n`;
      const finding = findingOf(analyze(text), 'causation');
      assert.equal(finding.status, 'waived', name);
      assert.equal(finding.reason, '鉴定未出');
    }
    assert.equal(elementNamed(framework(), '免责、减责与排除'), 'exclusions');
    assert.equal(elementNamed(framework(), 'nothing'), undefined);
  });

  it('do not hide a treatment', () => {
    const text = `# 备忘\n\n<!-- legal-memo: waive causation 略 -->\n\n客户 3 月 2 日受伤，医疗费 2 万元。\n\n${treated}`;
    assert.equal(findingOf(analyze(text), 'causation').status, 'addressed');
  });
});

describe('what applies', () => {
  const required = (text: string, id: string) => findingOf(analyze(text), id).required;

  it('an element with a trigger applies where the trigger is', () => {
    assert.equal(required('平台依《电子商务法》第三十八条第二款承担责任。', 'scope'), true);
    assert.equal(required('平台依《电子商务法》第三十七条承担责任。', 'scope'), false);
  });

  it('review does not apply to a purely self-operated seller', () => {
    assert.equal(required('该商城纯自营，不接受商家入驻。', 'qualification'), false);
    assert.equal(required('商家入驻平台。', 'qualification'), true);
  });
});
