import type { Words } from '../../messages';
import type { TextRange } from '../../text/range';
import type { Finding, Severity } from '../rule';

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
  const first = places[0];
  if (!first) return [];
  const related = places.slice(1, mostRelated + 1).map(({ start, end }) => ({
    start,
    end,
    message: { key: 'citations.also-here' },
  }));
  return [
    {
      rule: rule.id,
      severity: rule.severity,
      start: first.start,
      end: first.end,
      message: { ...message, args: { ...message.args, count: places.length } },
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
