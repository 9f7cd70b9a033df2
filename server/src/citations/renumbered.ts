import type { StatuteLibrary } from '../statutes/library';
import type { Article, Locator, Statute, StatuteVersion } from '../statutes/statute';
import { clearlyMore, sharedPairs, wordPairs } from './wording';

/**
 * Whether a citation means the numbering of an earlier version. A number that exists today is today's, unless something speaks for
 * the old one: the memo is older than the change, the range is exactly a chapter of the old text, or the words around the
 * citation are those of the old article and not of the one that has the number now.
 * @param words the sentence that holds the citation
 * @param memoDate the memo's own date, if it has one
 */
export function isRenumbered(
  library: StatuteLibrary,
  statute: Statute,
  version: StatuteVersion,
  place: Locator,
  to: Locator | undefined,
  words: () => string,
  memoDate: string | undefined,
): boolean {
  const at = statute.versions.indexOf(version);
  const old = at > 0 ? statute.versions[at - 1] : undefined;
  if (!old || place.suffix !== undefined) return false;
  const move = library.move(old, place.article, version);
  if (!move || move.status === 'deleted' || move.articles.includes(place.article)) return false;
  if (memoDate !== undefined && version.effective !== undefined && memoDate < version.effective) return true;
  if (library.existence(version, place).state === 'no-article') return true;
  if (to)
    return isDivision(library.articles(old), place, to) && !isDivision(library.articles(version), place, to);
  const before = library.article(old, place.article);
  const now = library.article(version, place.article);
  return before !== undefined && now !== undefined && soundsLike(words(), before, now);
}

/** Whether a range is exactly one chapter or section. */
function isDivision(articles: readonly Article[], from: Locator, to: Locator): boolean {
  const level = (n: number) =>
    articles.find((a) => a.article === n && a.suffix === undefined)?.divisions ?? [];
  const [first, last] = [level(from.article), level(to.article)];
  for (let depth = 0; depth < Math.min(first.length, last.length); depth += 1) {
    if (first[depth] !== last[depth]) return false;
    const before = level(from.article - 1)[depth];
    const after = level(to.article + 1)[depth];
    if (before !== first[depth] && after !== last[depth]) return true;
  }
  return false;
}

function soundsLike(words: string, before: Article, now: Article): boolean {
  const said = wordPairs(words);
  return clearlyMore(sharedPairs(said, before), sharedPairs(said, now));
}
