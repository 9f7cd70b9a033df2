import type { StatuteLibrary } from '../../statutes/library';
import type { Statute } from '../../statutes/statute';
import { titleKey } from '../../statutes/titleKey';

const known = new WeakMap<StatuteLibrary, Map<string, readonly Statute[]>>();

/**
 * The laws whose name is nearest to a title that is in no list: at most three, by the number of characters that differ (one in five
 * at most), repealed ones last.
 */
export function nearestTitles(library: StatuteLibrary, title: string): readonly Statute[] {
  let answers = known.get(library);
  if (!answers) {
    answers = new Map();
    known.set(library, answers);
  }
  let found = answers.get(title);
  if (!found) {
    found = search(library, titleKey(title));
    answers.set(title, found);
  }
  return found;
}

function search(library: StatuteLibrary, key: string): readonly Statute[] {
  const most = Math.min(4, Math.max(1, Math.round(key.length / 4)));
  if (key.length < 4 || key.length > 80) return [];
  const distances = new Map<Statute, number>();
  for (const [name, statute] of library.names()) {
    if (Math.abs(name.length - key.length) > most || name.length < 3) continue;
    const distance = editDistance(key, name, most);
    if (distance <= most && distance < (distances.get(statute) ?? 99)) distances.set(statute, distance);
  }
  const ended = (statute: Statute) => (statute.versions.at(-1)?.repealed ? 1 : 0);
  return [...distances]
    .sort(([a, x], [b, y]) => x - y || ended(a) - ended(b))
    .slice(0, 3)
    .map(([statute]) => statute);
}

/** Number of characters inserted, left out, replaced or exchanged with the next; more than `most` is answered with `most + 1`. */
export function editDistance(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, before[j - 2]! + 1);
      }
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}
