import { blanksOf } from '../elements/blanks';
import { excerpt } from '../elements/wording';
import type { Rule } from '../rule';

/** Blanks that a quick fix or the memo template left to be filled in. */
export const rule: Rule = {
  id: 'M04',
  name: 'blank',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '留空待补', en: 'Blank left to be filled in' },
  purpose: {
    zh: '快速修复和备忘录模板留下的空白（【待补充：……】）还没有填写。全文汇总为一条，列出各处。',
    en: 'Blanks left by a quick fix or the memo template ([to be completed: …]) are not filled in yet. One finding for the memo, naming the places.',
  },
  source: { zh: '使用约定。', en: 'Convention of this tool.' },
  examples: [
    {
      text: '# 备忘录\n\n平台于【待补充：何时】核验了【待补充】。\n',
      finds: ['【待补充：何时】'],
    },
    { text: '# 备忘录\n\n鉴定意见待补充。`【待补充】`\n', finds: [] },
  ],
  check(context) {
    const places = blanksOf(context.memo);
    const [first, ...others] = places;
    if (!first) return [];
    return [
      {
        rule: rule.id,
        severity: rule.severity,
        ...first,
        message: { key: 'M04', args: { count: places.length } },
        related: others.slice(0, mostRelated).map((place) => ({
          ...place,
          message: { key: 'M04.related', args: excerpt(context, place) },
        })),
      },
    ];
  },
};

const mostRelated = 20;
