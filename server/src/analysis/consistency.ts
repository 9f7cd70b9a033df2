import type { Citation } from '../citations/citation';
import type { Memo } from '../memo/memo';
import type { TextRange } from '../text/range';
import type { ConsistencyFinding } from './analysis';
import type { Conditions, Holds, Stretch } from './conditions';
import type { ConsistencyRule, Framework } from './framework';
import type { PlacedSentence } from './units';

/** At most this many findings of one rule: more of the same tell nothing new. */
const most = 3;

/** What contradicts itself or the law relied on, in document order. */
export function consistencyOf(
  memo: Memo,
  framework: Framework,
  sentences: readonly PlacedSentence[],
  citations: readonly Citation[],
  conditions: Conditions,
): ConsistencyFinding[] {
  const findings: ConsistencyFinding[] = [];
  const whole: Stretch = { sentences, citations };
  for (const rule of framework.consistency) {
    const found: ConsistencyFinding[] = [];
    for (const stretch of stretchesOf(rule, whole)) {
      const finding = check(rule, stretch, whole, conditions, memo);
      if (finding) found.push(finding);
      if (found.length === most) break;
    }
    findings.push(...found);
  }
  return findings.sort((a, b) => a.start - b.start);
}

function check(
  rule: ConsistencyRule,
  stretch: Stretch,
  whole: Stretch,
  conditions: Conditions,
  memo: Memo,
): ConsistencyFinding | undefined {
  const held: Holds[] = [];
  for (const condition of rule.when) {
    const holds = conditions.holds(condition, stretch, true);
    if (!holds) return undefined;
    held.push(holds);
  }
  const around = rule.scope === 'memo' ? whole : stretch;
  if (rule.unless.some((condition) => conditions.holds(condition, around, false))) return undefined;
  const words = held.map((holds) => holds.words[0]);
  const cited = held.flatMap((holds) => holds.citations)[0];
  const place: TextRange | undefined = words.find((range) => range !== undefined) ?? cited;
  if (!place) return undefined;
  const others = held
    .flatMap((holds) => [holds.words[0], holds.citations[0]])
    .filter((range): range is TextRange => range !== undefined && range.start !== place.start);
  const text = (range: TextRange | undefined) =>
    range ? shorten(memo.text.slice(range.start, range.end)) : '';
  return {
    id: rule.id,
    start: place.start,
    end: place.end,
    args: {
      cue: text(place),
      other: text(words.filter((range) => range !== undefined)[1]),
      cite: text(cited),
    },
    related: others.map(({ start, end }) => ({ start, end })),
  };
}

/** The stretches that a rule looks at. Only those with a word or citation are worth a look. */
function* stretchesOf(rule: ConsistencyRule, whole: Stretch): Iterable<Stretch> {
  if (rule.scope === 'memo') {
    yield whole;
    return;
  }
  const keyOf = ({ index, passage, placed }: PlacedSentence) =>
    rule.scope === 'sentence' ? index : rule.scope === 'passage' ? passage : placed.segment;
  let next = 0;
  let at = 0;
  const { sentences, citations } = whole;
  while (at < sentences.length) {
    const key = keyOf(sentences[at]!);
    let to = at;
    let interesting = false;
    while (to < sentences.length && keyOf(sentences[to]!) === key) {
      if (sentences[to]!.facts.conditions.length > 0) interesting = true;
      to++;
    }
    if (interesting) {
      const first = sentences[at]!;
      const last = sentences[to - 1]!;
      const start = first.placed.offset + first.facts.start;
      const end = last.placed.offset + last.facts.end;
      while (next < citations.length && citations[next]!.start < start) next++;
      let until = next;
      while (until < citations.length && citations[until]!.start < end) until++;
      yield { sentences: sentences.slice(at, to), citations: citations.slice(next, until) };
    }
    at = to;
  }
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
