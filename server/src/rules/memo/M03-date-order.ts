import type { Finding, Rule } from '../rule';

/** Facts that lie behind the day as of which the law is checked. */
export const rule: Rule = {
  id: 'M03',
  name: 'date-order',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '事实发生日晚于法律基准日', en: 'Facts later than the law date' },
  purpose: {
    zh: '事实发生日晚于法律基准日：引用会按事实发生之前的法律核对，其后施行的规定不在核对之列。',
    en: 'The facts are later than the law date, so that citations are checked against the law as it stood before the facts.',
  },
  source: {
    zh: '《立法法》第一百零四条：法律规范不溯及既往，行为适用行为时的法律；本检查是由此而来的使用约定。',
    en: 'Article 104 of the Legislation Law: norms are not retroactive, conduct is judged by the law of its time; the check follows from it.',
  },
  examples: [
    {
      text: '---\nlaw-date: 2025-12-31\nfacts-date: 2026-03-02\n---\n\n# 备忘录\n',
      finds: ['2026-03-02'],
    },
    { text: '---\nlaw-date: 2026-11-16\nfacts-date: 2026-03-02\n---\n\n# 备忘录\n', finds: [] },
  ],
  check({ memo, citations }) {
    const { factsDate, places } = memo.frontMatter;
    const place = places['facts-date'];
    if (factsDate === undefined || !place || factsDate <= citations.asOf) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        start: place.start,
        end: place.end,
        message: { key: 'M03', args: { facts: factsDate, law: citations.asOf } },
      } satisfies Finding,
    ];
  },
};
