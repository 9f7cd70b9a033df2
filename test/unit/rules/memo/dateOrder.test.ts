import assert from 'node:assert/strict';
import { findingsIn } from './findingsIn';

const memo = (front: string) => `---\n${front}\n---\n\n# 备忘录\n`;

describe('M03 order of dates', () => {
  const cases: [what: string, front: string, finds: number][] = [
    ['facts before the law date', 'law-date: 2026-11-16\nfacts-date: 2026-03-02', 0],
    ['facts on the law date', 'law-date: 2026-11-16\nfacts-date: 2026-11-16', 0],
    ['facts after the law date', 'law-date: 2025-12-31\nfacts-date: 2026-03-02', 1],
    ['the date of the memo stands for the law date', 'date: 2025-12-31\nfacts-date: 2026-03-02', 1],
    ['without either, today', 'facts-date: 2027-01-01', 1],
    ['a date that cannot be read decides nothing', 'law-date: 2025-12-31\nfacts-date: 三月', 0],
  ];
  for (const [what, front, finds] of cases)
    it(what, () => assert.equal(findingsIn(memo(front), 'M03').length, finds));
});
