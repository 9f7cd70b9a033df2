import type { FrontMatterProblem } from '../../memo/memo';
import { textOf } from '../../memo/textOf';
import type { Finding, Rule } from '../rule';

/** Front matter that cannot be read, or values in it that cannot be used. */
export const rule: Rule = {
  id: 'M01',
  name: 'front-matter',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '文首信息有误', en: 'Front matter cannot be used' },
  purpose: {
    zh: '文首信息（YAML）无法读取，日期不是日历上的一天，键名写错，或者值无法使用。读不出的法律基准日会使全文按别的日期核对，因此要在这里指出。',
    en: 'The front matter (YAML) cannot be read, a date is no day of the calendar, a key is misspelt or a value cannot be used. A law date that cannot be read lets the whole memo be checked as of another day.',
  },
  source: {
    zh: '使用约定（用户手册“文首信息”）。',
    en: 'Convention of this tool (user guide, front matter).',
  },
  examples: [
    { text: '---\nlaw-date: 2026-02-30\n---\n\n# 备忘录\n', finds: ['2026-02-30'] },
    {
      text: '---\nlaw_date: 2026-02-28\n---\n\n# 备忘录\n',
      finds: ['law_date'],
      fixed: '---\nlaw-date: 2026-02-28\n---\n\n# 备忘录\n',
    },
    { text: '---\n标题: 备忘录\n法律基准日: 2026年2月28日\ntags: [a]\n---\n\n# 备忘录\n', finds: [] },
    { text: '---\ntitle: 备忘录\nlaw-date: 2026-02-28\n\n# 备忘录\n', finds: ['---'] },
  ],
  *check({ memo }) {
    for (const problem of memo.frontMatter.problems) {
      const { start, end, code, args } = problem;
      const [first = '', second = ''] = args;
      yield {
        rule: rule.id,
        severity: rule.severity,
        start,
        end,
        message: { key: `M01.${code}`, args: { first, second, text: memo.text.slice(start, end) } },
        data: problem,
      } satisfies Finding;
    }
    if (!memo.frontMatter.range && unclosed.test(textOf(memo, 0, 400))) {
      yield { rule: rule.id, severity: rule.severity, start: 0, end: 3, message: { key: 'M01.unclosed' } };
    }
  },
  fixes({ start, end, data }) {
    const problem = data as FrontMatterProblem | undefined;
    const meant = problem?.code === 'unknown-key' ? problem.args[1] : undefined;
    if (meant === undefined) return [];
    return [
      {
        title: { key: 'M01.fix', args: { meant } },
        edits: [{ start, end, text: meant }],
        safe: false,
        preferred: true,
      },
    ];
  },
};

/** A first line `---` over a key with its value. */
const unclosed = /^---[ \t]*\r?\n(?:[A-Za-z][\w-]{0,40}|[一-鿿]{2,10})[ \t]*:[ \t]/;
