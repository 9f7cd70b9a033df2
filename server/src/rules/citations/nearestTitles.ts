import type { StatuteLibrary } from '../../statutes/library';
import type { Statute } from '../../statutes/statute';
import { titleKey } from '../../statutes/titleKey';
import { editDistance } from '../../text/editDistance';

/** So many characters may be left out of a title (a third at most). */
const mostLeftOut = 4;
const known = new WeakMap<StatuteLibrary, Map<string, readonly Statute[]>>();

/**
 * The laws whose name is nearest to a title that is in no list: at most three, by the number of characters that differ (one, in long
 * titles a few), or that are left out or too many; repealed ones last.
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
  if (key.length < 4 || key.length > 80) return [];
  const most = 1 + Math.floor(key.length / 12);
  const distances = new Map<Statute, number>();
  for (const [name, statute] of library.names()) {
    if (name.length < 3 || Math.abs(name.length - key.length) > mostLeftOut) continue;
    const part = isPart(key, name) || isPart(name, key);
    const distance = part ? Math.abs(name.length - key.length) : editDistance(key, name, most);
    const near = part ? 3 * distance <= key.length : distance <= most;
    if (near && distance < (distances.get(statute) ?? 99)) distances.set(statute, distance);
  }
  const ended = (statute: Statute) => (statute.versions.at(-1)?.repealed ? 1 : 0);
  return [...distances]
    .sort(([a, x], [b, y]) => x - y || ended(a) - ended(b))
    .slice(0, 3)
    .map(([statute]) => statute);
}

/** Whether the first is the second with some characters left out: 消费者保护法 for 消费者权益保护法. */
function isPart(short: string, long: string): boolean {
  if (short.length >= long.length) return false;
  let at = 0;
  for (const c of long) if (c === short[at]) at += 1;
  return at === short.length;
}
