import type { Memo } from '../../memo/memo';
import type { TextRange } from '../../text/range';
import type { Finding, Rule } from '../rule';

/** `framework:` of the front matter, or the setting, names a framework that does not exist. */
export const rule: Rule = {
  id: 'E05',
  name: 'unknown-framework',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '没有这个分析框架', en: 'Unknown framework' },
  purpose: {
    zh: '文首信息的 framework（框架）或者设置写的名称既不是内置框架，也不在工作区的 .legal-memo/frameworks/ 中；本备忘录改按默认框架检查。',
    en: 'The framework named in the front matter or in the settings is neither built in nor in the workspace folder .legal-memo/frameworks/; the memo is checked under the default one.',
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
  check({ memo, framework, configuredFramework }) {
    const { framework: own, places } = memo.frontMatter;
    const wanted = own ?? configuredFramework;
    if (wanted === framework.id) return [];
    const place = own === undefined ? firstLine(memo) : places.framework;
    if (!place) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        start: place.start,
        end: place.end,
        message: {
          key: own === undefined ? 'E05.configured' : 'E05',
          args: { wanted, used: framework.id },
        },
        ...(own !== undefined && { data: own }),
      } satisfies Finding,
    ];
  },
  fixes({ start, end, data }, { framework }) {
    // A setting is not in the memo's text.
    if (data === undefined) return [];
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

/** The first line with words behind the front matter. */
function firstLine({ text, frontMatter }: Memo): TextRange {
  const from = frontMatter.range?.end ?? 0;
  const found = /\S[^\r\n]*/.exec(text.slice(from, from + 2000));
  const start = from + (found?.index ?? 0);
  return { start, end: start + (found?.[0].length ?? 0) };
}
