import type { Finding, Rule } from '../rule';

/** `framework:` of the front matter names a framework that does not exist. */
export const rule: Rule = {
  id: 'E05',
  name: 'unknown-framework',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '没有这个分析框架', en: 'Unknown framework' },
  purpose: {
    zh: '文首信息的 framework（框架）写的名称既不是内置框架，也不在工作区的 .legal-memo/frameworks/ 中；本备忘录改按默认框架检查。',
    en: 'The framework named in the front matter is neither built in nor in the workspace folder .legal-memo/frameworks/; the memo is checked under the default one.',
  },
  source: { zh: '使用约定。', en: 'Convention of this tool.' },
  examples: [
    {
      text: '---\nframework: securty-guarantee\n---\n\n# 备忘录\n',
      finds: ['securty-guarantee'],
      fixed: '---\nframework: security-guarantee\n---\n\n# 备忘录\n',
    },
    { text: '---\nframework: security-guarantee\n---\n\n# 备忘录\n', finds: [] },
  ],
  check({ memo, framework }) {
    const { framework: wanted, places } = memo.frontMatter;
    const place = places.framework;
    if (wanted === undefined || !place || wanted === framework.id) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        start: place.start,
        end: place.end,
        message: { key: 'E05', args: { wanted, used: framework.id } },
      } satisfies Finding,
    ];
  },
  fixes({ start, end }, { framework }) {
    return [
      {
        title: { key: 'E05.fix', args: { used: framework.id } },
        edits: [{ start, end, text: framework.id }],
        safe: false,
        preferred: true,
      },
    ];
  },
};
