import type { ElementFinding } from '../../analysis/analysis';
import type { ElementDefinition } from '../../analysis/framework';
import type { Memo } from '../../memo/memo';
import { textOf } from '../../memo/textOf';
import type { TextRange } from '../../text/range';
import type { Finding, Rule, RuleContext } from '../rule';
import { improveFixes, waiveFix } from './fixes';
import { placeOfTreatment } from './ownSections';
import { hasBlanks } from './treatment';
import { both, elementWords, excerpt, judged, lackingOf, lackWords } from './wording';

/** A required element that is only mentioned, or whose treatment lacks rule, facts, conclusion, or a half. */
export const rule: Rule = {
  id: 'E02',
  name: 'element-incomplete',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '必备要素论述不完整', en: 'Required element incomplete' },
  purpose: {
    zh: '必备要素只是被提及，或者论述缺少法律依据、对本案事实的适用、结论中的一项；分为两半的要素（损害预防、协助救助）缺了一半。提示放在已有的论述处，说明缺什么。',
    en: 'A required element is only mentioned, or its treatment lacks the legal basis, the application to the facts or the conclusion; of an element with two halves (prevention, rescue) one is missing. Shown at the treatment found, saying what lacks.',
  },
  source: {
    zh: '完整论述＝规则、事实、结论（IRAC／三段论）；各要素的要求见分析框架的“complete”。',
    en: 'A complete treatment is rule, application, conclusion (IRAC); what each element asks for is its “complete” in the framework.',
  },
  examples: [
    {
      text: '# 备忘录\n\n## 法律分析\n\n### 因果关系\n\n待补充。\n',
      finds: ['### 因果关系'],
    },
    {
      text: '# 备忘录\n\n## 法律分析\n\n### 损害预防与协助救助\n\n《消费者权益保护法》第十八条第一款要求作出明确的警示，《电子商务法》第二十九条要求采取必要的处置措施。2026年2月1日起平台收到三件投诉，内容均为饮用后心慌，直至3月1日才下架该商品，没有发布警示。因此，平台未采取必要措施，损害预防不足。\n',
      finds: [
        '《消费者权益保护法》第十八条第一款要求作出明确的警示，《电子商务法》第二十九条要求采取必要的处置措施。',
      ],
    },
  ],
  *check(context) {
    for (const { finding, element } of judged(context)) {
      if (element.kind !== 'required' || !finding.required) continue;
      if (finding.status === 'missing' || finding.status === 'waived') continue;
      const halves = [...halvesOf(context, finding, element)];
      for (const half of halves) yield halfFinding(context, half, finding, element);
      if (halves.length === 0 && (finding.status !== 'addressed' || hasBlanks(context, finding)))
        yield wholeFinding(context, finding, element);
    }
  },
  fixes({ data }, context) {
    const { id, blank } = data as Data;
    return [...(blank ? [] : improveFixes(context, id)), ...waiveFix(context, id)];
  },
};

interface Data {
  readonly id: string;
  /** The frame is there already: inserting it once more helps nobody. */
  readonly blank: boolean;
}

interface Half {
  readonly finding: ElementFinding;
  readonly element: ElementDefinition;
  /** The whole is complete all the same. */
  readonly slight: boolean;
}

/**
 * Required parts that are not treated well. None where the whole is a mere mention (then all of it lacks); a half that is
 * treated in part only counts beside a complete whole where the other half shows how it is done, and where its own paragraph
 * does not hold facts and conclusion all the same.
 */
function* halvesOf(context: RuleContext, whole: ElementFinding, element: ElementDefinition): Iterable<Half> {
  if (whole.status === 'mentioned') return;
  const required = new Map(
    element.parts.filter(({ kind }) => kind === 'required').map((one) => [one.id, one]),
  );
  const judged = whole.parts.filter((one) => required.has(one.element));
  const good = judged.filter(({ status }) => status === 'addressed');
  for (const finding of judged) {
    if (finding.status === 'addressed' || finding.status === 'waived') continue;
    const slight = finding.status !== 'missing' && whole.status === 'addressed';
    if (slight && (good.length === 0 || isTreatedAround(context, finding, whole, good))) continue;
    yield { finding, element: required.get(finding.element)!, slight };
  }
}

/** Whether the paragraph that speaks of a half treats it: sentences of the whole that are not about the other halves show facts and a conclusion. */
function isTreatedAround(
  { memo }: RuleContext,
  half: ElementFinding,
  whole: ElementFinding,
  others: readonly ElementFinding[],
): boolean {
  const theirs = new Set(others.flatMap(({ evidence }) => evidence.map(({ start }) => start)));
  const near = (a: number, b: number) => inOneParagraph(memo, Math.min(a, b), Math.max(a, b));
  const around = whole.evidence.filter(
    ({ start }) => !theirs.has(start) && half.evidence.some((own) => near(own.start, start)),
  );
  return (['application', 'conclusion'] as const).every((kind) => around.some(({ shows }) => shows === kind));
}

/** No blank line lies between two offsets. Looked for from the first one on, piece by piece: it mostly comes soon. */
function inOneParagraph(memo: Memo, from: number, to: number): boolean {
  for (let at = from; at < to; at += piece)
    if (/\n[ \t]*\r?\n/.test(textOf(memo, at, Math.min(to, at + piece + longestBlankLine)))) return false;
  return true;
}

const piece = 1000;
const longestBlankLine = 100;

function wholeFinding(context: RuleContext, finding: ElementFinding, element: ElementDefinition): Finding {
  const blank = hasBlanks(context, finding);
  const place = placeOfTreatment(context, finding);
  return {
    rule: rule.id,
    severity: element.severity,
    ...place,
    message: {
      key: blank ? 'E02.blank' : finding.status === 'mentioned' ? 'E02.mentioned' : 'E02.partial',
      args: { ...elementWords(element), ...lackWords(lackingOf(finding)) },
    },
    ...relatedOf(context, finding, place),
    data: { id: element.id, blank } satisfies Data,
  };
}

function halfFinding(
  context: RuleContext,
  { finding, element, slight }: Half,
  whole: ElementFinding,
  of: ElementDefinition,
): Finding {
  const missing = finding.status === 'missing';
  const shown = missing ? whole : finding;
  const blank = hasBlanks(context, shown);
  const place = placeOfTreatment(context, shown);
  return {
    rule: rule.id,
    severity: slight ? 'information' : of.severity,
    ...place,
    message: {
      key: blank
        ? 'E02.blank'
        : missing
          ? 'E02.half-missing'
          : finding.status === 'mentioned'
            ? 'E02.half-mentioned'
            : 'E02.half-partial',
      args: { ...elementWords(element), ...both('whole', of.name), ...lackWords(lackingOf(finding)) },
    },
    ...relatedOf(context, shown, place),
    data: { id: element.id, blank } satisfies Data,
  };
}

/** At most this many other places are named. */
const mostRelated = 5;

/** The other pieces of the treatment, each with how it begins: bare mentions only where there is nothing else. */
function relatedOf(
  context: RuleContext,
  { evidence }: ElementFinding,
  place: TextRange,
): Pick<Finding, 'related'> {
  const solid = evidence.filter(({ shows }) => shows !== 'mention');
  const others = (solid.length > 0 ? solid : evidence).filter(({ start }) => start !== place.start);
  if (others.length === 0) return {};
  return {
    related: others.slice(0, mostRelated).map(({ start, end, shows }) => ({
      start,
      end,
      message: { key: `evidence.${shows}`, args: excerpt(context, { start, end }) },
    })),
  };
}
