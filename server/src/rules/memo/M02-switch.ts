import { elementNamed } from '../../analysis/waivers';
import { fromChunks } from '../../memo/fromChunks';
import type { Chunk, Memo } from '../../memo/memo';
import type { TextRange } from '../../text/range';
import type { Finding, Rule, RuleContext, Severity } from '../rule';
import { findSwitches, type Switch } from '../switches';
import { hasReason } from './reason';

/** Switches and waivers that do nothing, or do not say why. */
export const rule: Rule = {
  id: 'M02',
  name: 'switch',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '停用或不适用声明有误', en: 'Switch or waiver that does not work' },
  purpose: {
    zh: '停用规则、声明不论述某要素，应当写明理由，所写的规则或者要素应当存在；否则声明不起作用，或者读者无从知道为什么。',
    en: 'A switch or a waiver names a rule or an element that exists, and says why; otherwise it has no effect or nobody knows the ground.',
  },
  source: {
    zh: '使用约定：<!-- legal-memo: disable 规则 理由 -->、disable-next-line、enable、waive 要素 理由；文首信息 waive（不适用）。',
    en: 'Convention of this tool: <!-- legal-memo: disable RULE reason -->, disable-next-line, enable, waive ELEMENT reason; front matter waive.',
  },
  examples: [
    { text: '# 备忘录\n\n<!-- legal-memo: waive causation 委托范围不含因果关系 -->\n', finds: [] },
    {
      text: '# 备忘录\n\n<!-- legal-memo: waive causation -->\n',
      finds: ['<!-- legal-memo: waive causation -->'],
    },
    {
      text: '# 备忘录\n\n<!-- legal-memo: disable X99 与本所体例不同 -->\n',
      finds: ['<!-- legal-memo: disable X99 与本所体例不同 -->'],
    },
    {
      text: '---\nwaive:\n  casuation: 委托范围不含因果关系\n---\n\n# 备忘录\n',
      finds: ['casuation'],
    },
    {
      text: '# 备忘录\n\n<!-- legal-memo: disabel C02 理由充分 -->\n',
      finds: ['<!-- legal-memo: disabel C02 理由充分 -->'],
    },
  ],
  *check(context) {
    const { memo } = context;
    const switches = findSwitches(memo);
    for (const one of switches) yield* ofSwitch(one, context);
    yield* notUnderstood(memo, switches);
    const { waive, places, range } = memo.frontMatter;
    for (const [name, reason] of Object.entries(waive)) {
      const place = places[`waive.${name}`] ?? places.waive ?? range ?? { start: 0, end: 0 };
      yield* ofWaiver(name, reason, place, context);
    }
  },
};

function* ofSwitch(one: Switch, context: RuleContext): Iterable<Finding> {
  if (one.verb === 'waive') {
    // An element's Chinese name is no id, so that it stands before the reason.
    const words = one.reason.trim().split(/\s+/);
    const [name = '', reason] =
      one.subjects.length > 0 ? [one.subjects[0], one.reason] : [words[0], words.slice(1).join(' ')];
    yield* ofWaiver(name, reason, one, context);
    return;
  }
  for (const subject of one.subjects)
    if (!context.isRule(subject)) yield found('warning', one, 'M02.unknown-rule', { subject });
  if (one.verb !== 'enable' && !hasReason(one.reason)) yield found('hint', one, 'M02.no-reason');
}

function* ofWaiver(
  name: string,
  reason: string,
  place: TextRange,
  { framework }: RuleContext,
): Iterable<Finding> {
  if (elementNamed(framework, name) === undefined) {
    const known = framework.elements.map(({ id }) => id).join(', ');
    yield found('warning', place, 'M02.unknown-element', { subject: name, known });
  } else if (!hasReason(reason)) yield found('information', place, 'M02.no-waiver-reason', { subject: name });
}

/** Comments that were meant as switches. */
function* notUnderstood(memo: Memo, switches: readonly Switch[]): Iterable<Finding> {
  const understood = new Set(switches.map(({ start }) => start));
  for (const { value, chunk } of meantAsSwitch(memo.chunks, undefined)) {
    const origin = memo.starts[chunk]!;
    const start = origin + value.start;
    if (!understood.has(start))
      yield found('warning', { start, end: origin + value.end }, 'M02.not-understood');
  }
}

const meant = /^<!--\s{0,9}legal[-_ ]?memo\s{0,9}[:：]/i;
const none: readonly TextRange[] = [];
const meantAsSwitch = fromChunks(({ comments, text }: Chunk) =>
  comments.length === 0 ? none : comments.filter(({ start, end }) => meant.test(text.slice(start, end))),
);

function found(
  severity: Severity,
  { start, end }: TextRange,
  key: string,
  args?: Record<string, string>,
): Finding {
  return { rule: rule.id, severity, start, end, message: { key, ...(args && { args }) } };
}
