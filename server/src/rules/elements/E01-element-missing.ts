import type { Finding, Rule } from '../rule';
import { insertFix, waiveFix } from './fixes';
import { elementWordsIn, judged } from './wording';

/** A required element that is nowhere treated nor mentioned. */
export const rule: Rule = {
  id: 'E01',
  name: 'element-missing',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '缺少必备要素', en: 'Required element missing' },
  purpose: {
    zh: '分析框架要求的要素（如资质资格审核、损害预防与协助救助、因果关系、免责减责）全文没有论述。提示放在分析部分的标题上，说明缺什么、为什么重要、完整的论述应写明什么。',
    en: 'An element that the framework requires (such as qualification review, prevention and rescue, causation, exclusions) is nowhere discussed. Shown at the heading of the analysis: what is missing, why it matters, what a complete treatment shows.',
  },
  source: {
    zh: '分析框架（server/frameworks/*.yaml）中各要素的“authority”；级别由框架规定。',
    en: 'The “authority” of each element in the framework (server/frameworks/*.yaml), which also sets the severity.',
  },
  examples: [
    {
      text: '# 备忘录\n\n## 法律分析\n\n### （一）资质资格审核\n\n《电子商务法》第二十七条第一款要求平台核验登记。本案中平台于2026年1月5日只看了商家甲公司上传的许可证照片，没有核对有效期，而许可证当时已经过期。因此，平台未尽到审核义务。\n\n### （二）损害预防与协助救助\n\n《电子商务法》第二十九条要求采取必要的处置措施。2月1日起平台收到三件投诉，直至3月1日才下架，因此损害预防不足。3月2日21时王女士求助，客服次日才回复，没有提供救助，我们认为协助救助迟延。\n\n### （三）免责与减责\n\n《民法典》第一千一百七十三条规定受害人有过错的可以减轻责任。王女士按说明书使用，本案没有证据表明她有过错，因此减责不成立。\n',
      finds: ['## 法律分析'],
    },
    {
      text: '---\nwaive:\n  qualification: 委托人只问因果关系\n  prevention: 委托人只问因果关系\n  exclusions: 委托人只问因果关系\n---\n\n# 备忘录\n\n## 因果关系\n\n《民法典》第一千一百六十五条第一款要求过错行为造成损害。若平台在2026年2月23日收到第三件投诉后即下架，王女士3月2日便买不到该商品，损害不会发生。因此，平台的不作为与王女士的损害之间存在因果关系。\n',
      finds: [],
    },
  ],
  *check(context) {
    const { anchor } = context.analysis;
    for (const { finding, element } of judged(context)) {
      if (element.kind !== 'required' || !finding.required || finding.status !== 'missing') continue;
      yield {
        rule: rule.id,
        severity: element.severity,
        start: anchor.start,
        end: anchor.end,
        message: { key: 'E01', args: elementWordsIn(context, element) },
        data: element.id,
      } satisfies Finding;
    }
  },
  fixes({ data }, context) {
    const id = data as string;
    return [...insertFix(context, id, true), ...waiveFix(context, id)];
  },
};
