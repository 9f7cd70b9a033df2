import type { Finding, Rule } from '../rule';
import { lawThen } from './lawThen';
import { excerpt } from './wording';

/** The memo contradicts itself, or the law that it relies on. */
export const rule: Rule = {
  id: 'E04',
  name: 'consistency',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '论述前后或与所依条款不一致', en: 'Inconsistent with itself or with the law relied on' },
  purpose: {
    zh: '所依条款与所主张的责任形态不符、自营却适用平台责任、以“自甘风险”减免一般网购的责任、平台“罚款”、忽略特别法、结论强于事实等。理论争议只提示，不作为错误。',
    en: 'The form of liability does not fit the paragraph relied on; platform liability for a self-operated seller; assumption of risk outside sport; a platform that “fines”; special law ignored; conclusions stronger than the facts. Doctrine is questioned, never called an error.',
  },
  source: {
    zh: '分析框架的“consistency”，每条附有依据。',
    en: '“consistency” of the framework, each rule with its authority.',
  },
  examples: [
    {
      text: '# 备忘录\n\n## 责任形态\n\n依照《电子商务法》第三十八条第二款，平台应当与商家承担连带责任。\n',
      finds: ['承担连带责任'],
    },
    {
      text: '# 备忘录\n\n## 责任形态\n\n依照《电子商务法》第三十八条第一款，平台应当与商家承担连带责任：平台知道商品不合格而未采取必要措施。\n',
      finds: [],
    },
  ],
  *check(context) {
    const rules = new Map(context.framework.consistency.map((one) => [one.id, one]));
    for (const { id, start, end, args, related } of context.analysis.consistency) {
      const found = rules.get(id);
      if (!found) continue;
      const { message, why } = found;
      yield {
        rule: rule.id,
        severity: found.severity,
        start,
        end,
        message: {
          key: `E04.${id}`,
          text: lawThen(
            { zh: `${message.zh}${why.zh}`, en: `${message.en} ${why.en}` },
            context.library,
            context.citations.asOf,
          ),
          args,
        },
        ...(related.length > 0 && {
          related: related.map((place) => ({
            ...place,
            message: { key: 'E04.related', args: excerpt(context, place) },
          })),
        }),
      } satisfies Finding;
    }
  },
};
