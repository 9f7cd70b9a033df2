import type { Words } from '../../messages';
import type { TextEdit, TextRange } from '../../text/range';
import type { Finding, RuleContext, Severity } from '../rule';
import { editsInMemo, type Found, inMemo, localContext } from './chunkScan';

/** Places named with a finding at most: a list of hundreds helps nobody. */
const mostRelated = 50;

/**
 * One finding for many places of a kind, so that style does not drown substance: it stands at the first place, counts them all
 * (`{count}`) and names the others.
 * @param places in document order
 */
export function gather(
  rule: { readonly id: string; readonly severity: Severity },
  places: readonly TextRange[],
  message: Words,
  data?: unknown,
): Finding[] {
  return gatherPlaces(rule, places.length, (i) => places[i]!, message, data);
}

/** The same for what a scan found; the finding's data is what was found. */
export function gatherFound<T>(
  rule: { readonly id: string; readonly severity: Severity },
  context: RuleContext,
  found: readonly Found<T>[],
  rangeOf: (value: T) => TextRange,
  message: Words,
): Finding[] {
  const place = (i: number) => inMemo(context, found[i]!.chunk, rangeOf(found[i]!.value));
  return gatherPlaces(rule, found.length, place, message, found);
}

/** Edits for everything that was found, each made in its own chunk. */
export function editsFor<T>(
  context: RuleContext,
  found: readonly Found<T>[],
  edit: (local: RuleContext, value: T) => readonly TextEdit[],
): TextEdit[] {
  return found.flatMap(({ value, chunk }) =>
    editsInMemo(context, chunk, edit(localContext(context, chunk), value)),
  );
}

const alsoHere: Words = { key: 'citations.also-here' };

function gatherPlaces(
  rule: { readonly id: string; readonly severity: Severity },
  count: number,
  place: (i: number) => TextRange,
  message: Words,
  data: unknown,
): Finding[] {
  if (count === 0) return [];
  const { start, end } = place(0);
  const related: { start: number; end: number; message: Words }[] = [];
  for (let i = 1; i < count && i <= mostRelated; i++) {
    const other = place(i);
    related.push({ start: other.start, end: other.end, message: alsoHere });
  }
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      start,
      end,
      message: { ...message, args: { ...message.args, count } },
      ...(related.length > 0 && { related }),
      ...(data !== undefined && { data }),
    },
  ];
}

/** Groups a list by a key, keeping the order. */
export function groupBy<T, K>(list: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const k = key(item);
    const group = groups.get(k);
    if (group) group.push(item);
    else groups.set(k, [item]);
  }
  return groups;
}
