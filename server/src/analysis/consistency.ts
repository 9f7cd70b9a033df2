import type { Memo } from '../memo/memo';
import { textOf } from '../memo/textOf';
import type { TextRange } from '../text/range';
import type { ConsistencyFinding } from './analysis';
import type { Conditions, HoldsAt } from './conditions';
import type { ConsistencyRule, Framework } from './framework';

/** At most this many findings of one rule: more of the same tell nothing new. */
const most = 3;

/** What contradicts itself or the law relied on, in document order. */
export function consistencyOf(
  memo: Memo,
  framework: Framework,
  conditions: Conditions,
): ConsistencyFinding[] {
  const found: ConsistencyFinding[][] = framework.consistency.map((rule) =>
    rule.scope === 'memo' ? inMemo(rule, conditions, memo) : [],
  );
  // Whether a rule can fire at all in this memo, once it matters: true, or false, and of `unless` which may hold.
  const open = new Map<number, readonly boolean[] | undefined>();
  conditions.said.forEach(({ candidates }, stretch) => {
    for (const { rule: index, when, unless } of candidates) {
      const rule = framework.consistency[index]!;
      const findings = found[index]!;
      if (findings.length === most) continue;
      if (!open.has(index)) open.set(index, outside(rule, conditions));
      const exceptions = open.get(index);
      if (!exceptions || unless.some((here, at) => here && exceptions[at])) continue;
      const held = when.map(({ word, cited }) => ({
        ...(word && { word: conditions.rangeOf(word, stretch) }),
        ...(cited && { cited: conditions.rangeOf(cited, stretch) }),
      }));
      const finding = report(rule, held, memo);
      if (finding) findings.push(finding);
    }
  });
  return found.flat().sort((a, b) => a.start - b.start);
}

/** What a rule asks of the memo beside words and citations at a place: undefined = it fails, else which exceptions it allows. */
function outside({ when, unless }: ConsistencyRule, conditions: Conditions): readonly boolean[] | undefined {
  if (!when.every((condition) => conditions.holdsApart(condition, true))) return undefined;
  return unless.map((condition) => conditions.holdsApart(condition, false));
}

function inMemo(rule: ConsistencyRule, conditions: Conditions, memo: Memo): ConsistencyFinding[] {
  const held: HoldsAt[] = [];
  for (const condition of rule.when) {
    const holds = conditions.holds(condition, true);
    if (!holds) return [];
    held.push(holds);
  }
  if (rule.unless.some((condition) => conditions.holds(condition, false))) return [];
  const finding = report(rule, held, memo);
  return finding ? [finding] : [];
}

function report(
  { id }: ConsistencyRule,
  held: readonly HoldsAt[],
  memo: Memo,
): ConsistencyFinding | undefined {
  const isRange = (range: TextRange | undefined): range is TextRange => range !== undefined;
  const words = held.map(({ word }) => word).filter(isRange);
  const cited = held.map((holds) => holds.cited).find(isRange);
  const place = words[0] ?? cited;
  if (!place) return undefined;
  const related = held
    .flatMap((holds) => [holds.word, holds.cited])
    .filter(isRange)
    .filter(({ start }) => start !== place.start);
  const text = (range: TextRange | undefined) => (range ? shorten(textOf(memo, range.start, range.end)) : '');
  return {
    id,
    start: place.start,
    end: place.end,
    args: { cue: text(place), other: text(words[1]), cite: text(cited) },
    related: related.map(({ start, end }) => ({ start, end })),
  };
}

function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
