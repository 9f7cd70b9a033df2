import assert from 'node:assert/strict';
import { say } from '../../../../server/src/messages';
import { findingsIn } from './findingsIn';

const memo = (front: string, eol = '\n') =>
  `---\n${front}\n---\n\n# 备忘录\n\n平台应当审核商家。\n`.replaceAll('\n', eol);

describe('M01 front matter', () => {
  const cases: [what: string, front: string, finds: [covered: string, key: string][]][] = [
    ['nothing wrong', 'title: 备忘录\nlaw-date: 2026-11-16\nwaive:\n  causation: 委托范围不含', []],
    ['Chinese keys', '标题: 备忘录\n日期: 2026年11月16日\n事实发生日: 2026/3/2', []],
    ['keys of other programs', 'tags: [法律]\nlayout: post\ncategories: memo', []],
    ['no day of the calendar', 'law-date: 2025-02-29', [['2025-02-29', 'M01.bad-date']]],
    ['a date in words', 'date: 上个月', [['上个月', 'M01.bad-date']]],
    [
      'every bad date',
      'date: x\nfacts-date: 2026-13-01',
      [
        ['x', 'M01.bad-date'],
        ['2026-13-01', 'M01.bad-date'],
      ],
    ],
    ['another case', 'Law-Date: 2026-01-01', [['Law-Date', 'M01.unknown-key']]],
    ['an underscore', 'facts_date: 2026-01-01', [['facts_date', 'M01.unknown-key']]],
    ['a language that we do not speak', 'language: latin', [['latin', 'M01.bad-value']]],
    ['a list where words belong', 'title: [a, b]', [['[a, b]', 'M01.bad-value']]],
    ['waive without elements', 'waive: causation', [['causation', 'M01.bad-value']]],
    ['no map', '只有一句话', [['---\n只有一句话\n---', 'M01.malformed']]],
  ];
  for (const [what, front, finds] of cases) {
    it(what, () => {
      const text = memo(front);
      assert.deepEqual(
        findingsIn(text, 'M01').map(({ start, end, message }) => [text.slice(start, end), message.key]),
        finds,
      );
    });
  }

  it('YAML that cannot be read: one finding inside the front matter, the memo is checked all the same', () => {
    const text = memo('title: "备忘录\nlaw-date: 2026-11-16');
    const findings = findingsIn(text, 'M01');
    assert.ok(findings.length > 0);
    for (const { end, message } of findings) {
      assert.equal(message.key, 'M01.malformed');
      assert.ok(end <= text.indexOf('# 备忘录'));
    }
  });

  it('places are right in CRLF texts', () => {
    const text = memo('title: 备忘录\nlaw-date: 2025-02-29', '\r\n');
    const [finding] = findingsIn(text, 'M01');
    assert.equal(text.slice(finding?.start, finding?.end), '2025-02-29');
  });

  it('front matter that does not end', () => {
    const [finding] = findingsIn('---\ntitle: 备忘录\n\n# 备忘录\n', 'M01');
    assert.equal(finding?.message.key, 'M01.unclosed');
    assert.deepEqual(findingsIn('---\n\n第一段。\n', 'M01'), [], 'a rule at the top is none');
  });

  it('says the mistake in both languages', () => {
    const [finding] = findingsIn(memo('law-date: 2025-02-29'), 'M01');
    assert.match(say('zh-CN', finding!.message), /2025-02-29.*有效日期/);
    assert.match(say('en', finding!.message), /2025-02-29.*not a date/);
  });
});
