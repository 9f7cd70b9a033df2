import assert from 'node:assert/strict';
import { check } from '../environment';

const supporting = (text: string) => check(text).findings.filter(({ rule }) => rule === 'E03');
const named = (text: string) => supporting(text).flatMap(({ data }) => data as string[]);

const analysis =
  '# 备忘录\n\n## 法律分析\n\n依照《电子商务法》第三十八条第二款，平台应当赔偿手机壳的货款。\n';

describe('E03 supporting elements', () => {
  it('gathers the less important ones: one finding each severity', () => {
    for (const severity of ['information', 'hint'])
      assert.ok(supporting(analysis).filter((finding) => finding.severity === severity).length <= 1);
  });

  it('does not miss what has a section of its own', () => {
    assert.ok(named(analysis).includes('recommendation'));
    const advice =
      '\n## 建议\n\n1. 一周内通知其余142名购买者停用，配合召回和退款。\n2. 月底前复核全部店铺的许可证。\n';
    assert.ok(!named(analysis + advice).includes('recommendation'));
  });

  it('points at the citation that makes an element necessary', () => {
    const scope = supporting(analysis).find(({ data }) => (data as string[]).includes('scope'));
    assert.equal(analysis.slice(scope?.start, scope?.end), '《电子商务法》第三十八条第二款');
  });
});
