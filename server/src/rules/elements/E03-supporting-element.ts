import type { ElementFinding } from '../../analysis/analysis';
import { citesAny } from '../../analysis/bases';
import type { ElementDefinition, ElementSeverity } from '../../analysis/framework';
import type { Citation } from '../../citations/citation';
import type { TextRange } from '../../text/range';
import type { Finding, Rule, RuleContext } from '../rule';
import { insertFix, waiveFix } from './fixes';
import { hasOwnText } from './ownSections';
import { elementWordsIn, judged, namesOf } from './wording';

/** Supporting elements that this memo needs and does not treat. */
export const rule: Rule = {
  id: 'E03',
  name: 'supporting-element',
  severity: 'information',
  scope: 'memo',
  title: { zh: '缺少辅助要素', en: 'Supporting element missing' },
  purpose: {
    zh: '本备忘录需要而没有论述的辅助要素，如引用第三十八条第二款而未论述是否关系消费者生命健康。重要的逐项提示，其余各汇总为一条，以免喧宾夺主。',
    en: 'Supporting elements that this memo needs and does not treat, such as the life-and-health scope where Article 38(2) is relied on. Important ones are shown one by one, the others gathered into one finding each.',
  },
  source: {
    zh: '分析框架（server/frameworks/*.yaml）：触发条件、级别与依据逐项列明。',
    en: 'The framework (server/frameworks/*.yaml): trigger, severity and authority of each element.',
  },
  examples: [
    {
      text: '# 备忘录\n\n## 法律分析\n\n依照《电子商务法》第三十八条第二款，平台应当赔偿手机壳的货款。\n',
      finds: ['## 法律分析', '## 法律分析', '## 法律分析', '## 法律分析', '《电子商务法》第三十八条第二款'],
    },
  ],
  *check(context) {
    const { anchor } = context.analysis;
    const others: Record<'information' | 'hint', ElementDefinition[]> = { information: [], hint: [] };
    for (const { finding, element } of judged(context)) {
      if (!isMissing(finding, element) || hasOwnText(context, element.id)) continue;
      if (element.severity !== 'warning') {
        others[element.severity].push(element);
        continue;
      }
      yield found(context, 'warning', triggerOf(context, element) ?? anchor, 'E03', [element]);
    }
    for (const severity of ['information', 'hint'] as const) {
      const elements = others[severity];
      if (elements.length === 1) yield found(context, severity, anchor, 'E03', elements);
      else if (elements.length > 1)
        yield found(context, severity, anchor, `E03.several-${severity}`, elements);
    }
  },
  fixes({ data }, context) {
    const ids = data as readonly string[];
    return [
      ...ids.flatMap((id, index) => insertFix(context, id, ids.length === 1 && index === 0)),
      ...ids.flatMap((id) => waiveFix(context, id)),
    ];
  },
};

function isMissing({ required, status }: ElementFinding, { kind }: ElementDefinition): boolean {
  return kind === 'supporting' && required && status === 'missing';
}

function found(
  context: RuleContext,
  severity: ElementSeverity,
  { start, end }: TextRange,
  key: string,
  elements: readonly ElementDefinition[],
): Finding {
  return {
    rule: rule.id,
    severity,
    start,
    end,
    message: {
      key,
      args: { ...elementWordsIn(context, elements[0]!), ...namesOf(elements), count: elements.length },
    },
    data: elements.map(({ id }) => id),
  };
}

/** The citation that makes the element necessary. */
function triggerOf({ citations }: RuleContext, { when }: ElementDefinition): TextRange | undefined {
  const { cites } = when ?? {};
  if (!cites) return undefined;
  const isTrigger = (citation: Citation) => !citation.quoted && citesAny(citation, cites, true);
  const chunk = citations.byChunk.findIndex((results) => results?.citations.some(isTrigger));
  return chunk < 0 ? undefined : citations.inChunk(chunk).citations.find(isTrigger);
}
