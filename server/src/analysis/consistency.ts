import type { Citation } from '../citations/citation';
import type { Memo } from '../memo/memo';
import type { TextRange } from '../text/range';
import type { ConsistencyFinding } from './analysis';
import type { Area, Conditions, Holds, Saying } from './conditions';
import type { ConsistencyRule, Framework } from './framework';

/** At most this many findings of one rule: more of the same tell nothing new. */
const most = 3;

/** What contradicts itself or the law relied on, in document order. */
export function consistencyOf(
  memo: Memo,
  framework: Framework,
  whole: Area,
  conditions: Conditions,
): ConsistencyFinding[] {
  const findings: ConsistencyFinding[] = [];
  for (const rule of framework.consistency) {
    const found: ConsistencyFinding[] = [];
    for (const area of areasOf(rule, whole, conditions)) {
      const finding = check(rule, area, conditions, memo);
      if (finding) found.push(finding);
      if (found.length === most) break;
    }
    findings.push(...found);
  }
  return findings.sort((a, b) => a.start - b.start);
}

function check(
  rule: ConsistencyRule,
  area: Area,
  conditions: Conditions,
  memo: Memo,
): ConsistencyFinding | undefined {
  const held: Holds[] = [];
  for (const condition of rule.when) {
    const holds = conditions.holds(condition, area, true);
    if (!holds) return undefined;
    held.push(holds);
  }
  if (rule.unless.some((condition) => conditions.holds(condition, area, false))) return undefined;
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

/** The areas that a rule looks at: those of its scope in which words of its first condition stand. */
function* areasOf(rule: ConsistencyRule, whole: Area, conditions: Conditions): Iterable<Area> {
  if (rule.scope === 'memo') {
    yield whole;
    return;
  }
  const spoken = rule.when.find(({ says }) => says !== undefined);
  if (!spoken) return;
  const { saying, citations } = whole;
  let done = 0;
  for (const { at } of conditions.sayingWordsOf(spoken)) {
    if (at < done) continue;
    let from = at;
    while (from > 0 && together(rule, saying[from - 1]!, saying[at]!)) from--;
    let to = at + 1;
    while (to < saying.length && together(rule, saying[at]!, saying[to]!)) to++;
    const sentences = saying.slice(from, to);
    yield { saying: sentences, citations: within(citations, rangeOf(rule, sentences)) };
    done = to;
  }
}

function together({ scope }: ConsistencyRule, a: Saying, b: Saying): boolean {
  if (a.stretch !== b.stretch) return false;
  if (scope === 'sentence') return a.sentence.index === b.sentence.index;
  if (scope === 'passage') return a.sentence.passage === b.sentence.passage;
  return a.sentence.placed.segment === b.sentence.placed.segment;
}

/** Absolute range of the sentences, or of the passages that hold them. */
function rangeOf({ scope }: ConsistencyRule, saying: readonly Saying[]): TextRange {
  const first = saying[0]!;
  const last = saying[saying.length - 1]!;
  const part = ({ sentence }: Saying) => (scope === 'sentence' ? sentence.facts : sentence.placed.passage);
  return { start: first.offset + part(first).start, end: last.offset + part(last).end };
}

/** The citations that begin in a range; the list is in document order. */
function within(citations: readonly Citation[], { start, end }: TextRange): readonly Citation[] {
  let low = 0;
  let high = citations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (citations[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  let to = low;
  while (to < citations.length && citations[to]!.start < end) to++;
  return low === to ? [] : citations.slice(low, to);
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
