import assert from 'node:assert/strict';
import { check } from '../environment';
import { findingsIn } from './findingsIn';

const withComment = (comment: string) => `# 备忘录\n\n<!-- ${comment} -->\n\n平台应当审核商家。\n`;

describe('M02 switches and waivers', () => {
  const cases: [comment: string, severity: string | undefined, key?: string][] = [
    ['legal-memo: disable C02 引文照录原文', undefined],
    ['legal-memo: disable no-such-article 引文照录原文', undefined],
    ['legal-memo: disable C02 C03 引文照录原文', undefined],
    ['legal-memo: disable C02,C03 引文照录原文', undefined],
    ['legal-memo: disable-next-line C02 引文照录原文', undefined],
    ['legal-memo: enable C02', undefined],
    ['legal-memo: disable C02', 'hint', 'M02.no-reason'],
    ['legal-memo: disable-next-line C02', 'hint', 'M02.no-reason'],
    ['legal-memo: disable C99 引文照录原文', 'warning', 'M02.unknown-rule'],
    ['legal-memo: enable C99', 'warning', 'M02.unknown-rule'],
    ['legal-memo: waive causation 委托范围不含因果关系', undefined],
    ['legal-memo: waive 因果关系 委托范围不含因果关系', undefined],
    ['legal-memo: waive prevention.rescue 没有求助', undefined],
    ['legal-memo: waive causation', 'information', 'M02.no-waiver-reason'],
    ['legal-memo: waive 因果关系', 'information', 'M02.no-waiver-reason'],
    ['legal-memo: waive causality 委托范围不含', 'warning', 'M02.unknown-element'],
    ['legal-memo: waive', 'warning', 'M02.unknown-element'],
    ['legal-memo: disabel C02 引文照录原文', 'warning', 'M02.not-understood'],
    ['legal memo: disable C02 引文照录原文', 'warning', 'M02.not-understood'],
    ['法务备忘：第二稿', undefined],
  ];
  for (const [comment, severity, key] of cases) {
    it(`${comment}: ${key ?? 'silent'}`, () => {
      assert.deepEqual(
        findingsIn(withComment(comment), 'M02').map((finding) => [finding.severity, finding.message.key]),
        severity ? [[severity, key]] : [],
      );
    });
  }

  it('a waiver in the front matter: the element must exist, the reason must say something', () => {
    const front = (lines: string) => `---\nwaive:\n${lines}\n---\n\n# 备忘录\n`;
    assert.deepEqual(findingsIn(front('  causation: 委托范围不含\n  因果关系: 委托范围不含'), 'M02'), []);
    const text = front('  causality: 委托范围不含\n  exclusions:');
    assert.deepEqual(
      findingsIn(text, 'M02').map((finding) => [
        text.slice(finding.start, finding.end),
        finding.severity,
        finding.message.key,
      ]),
      [
        ['causality', 'warning', 'M02.unknown-element'],
        ['exclusions', 'information', 'M02.no-waiver-reason'],
      ],
    );
  });

  it('a waived element is not called missing, and its finding is not an element finding', () => {
    const text = withComment('legal-memo: waive causation 委托范围不含因果关系');
    const about = check(text).findings.filter(({ rule, data }) => rule === 'E01' && data === 'causation');
    assert.deepEqual(about, []);
  });

  it('a switch silences the rule from there on, up to enable; other rules go on', () => {
    const law = '依照《电子商务法》第九十条，平台应当承担责任。';
    const text = `${law}\n\n<!-- legal-memo: disable C02 举例 -->\n\n${law}\n\n<!-- legal-memo: enable C02 -->\n\n${law}\n`;
    const { findings, muted } = check(text);
    const of = (list: typeof findings) => list.filter(({ rule }) => rule === 'C02').map(({ start }) => start);
    const [first, second, third] = [...text.matchAll(/第九十条/g)].map((match) => match.index);
    assert.deepEqual(of(findings), [first, third]);
    assert.deepEqual(of(muted), [second]);
  });
});
