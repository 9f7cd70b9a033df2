import type { InBothLanguages } from '../../analysis/framework';
import type { Citation } from '../../citations/citation';
import { indexCitations } from '../../citations/indexCitations';
import { createMemo } from '../../memo/createMemo';
import { say } from '../../messages';
import type { StatuteLibrary } from '../../statutes/library';
import { placeName } from '../../statutes/placeName';
import type { Statute, StatuteVersion } from '../../statutes/statute';
import { applyEdits } from '../../text/edits';
import type { TextEdit } from '../../text/range';
import { englishTitle, inMarks } from '../citations/wording';
import { type Language, localeFor } from './language';

/**
 * A framework's own words as of a law date: they name the law of today. Where that was not yet in force, its articles become those of
 * the law in force then, if the maps of the library know all of them; else it is said that it was not yet in force.
 */
export function lawThen(words: InBothLanguages, library: StatuteLibrary, asOf: string): InBothLanguages {
  if (!namesLaterLaw(words.zh, library, asOf)) return words;
  return { zh: rewritten(words.zh, 'zh', library, asOf), en: rewritten(words.en, 'en', library, asOf) };
}

/** A quick look: most memos are checked as of a day on which all the law of the framework was in force. */
function namesLaterLaw(words: string, library: StatuteLibrary, asOf: string): boolean {
  for (const [, title = ''] of words.matchAll(/《([^《》]{2,40})》/g)) {
    const statute = library.find(title)[0];
    if (statute && library.asOf(statute, asOf).state === 'not-yet-effective') return true;
  }
  return false;
}

function rewritten(text: string, language: Language, library: StatuteLibrary, asOf: string): string {
  const { citations } = indexCitations(createMemo('', 0, text), library, { asOf, today: asOf });
  const later = new Map<Statute, Citation[]>();
  for (const citation of citations) {
    const { statute, targets, title } = citation;
    if (!statute || !targets.some(({ status }) => status === 'not-yet-effective')) continue;
    // An article without a law's name before the law is named means another one.
    if (!title && !later.has(statute)) continue;
    later.set(statute, [...(later.get(statute) ?? []), citation]);
  }
  const edits: TextEdit[] = [];
  for (const [statute, list] of later) {
    const now = library.asOf(statute, asOf).version;
    const then = earlierLaw(library, now, asOf);
    const moved = then && list.map((citation) => inLaw(citation, then, now, language, library));
    if (moved?.every((edit) => edit !== undefined)) edits.push(...moved);
    else {
      const { end } = list[0]!;
      edits.push({ start: end, end, text: say(localeFor(language), { key: 'law-then.not-yet' }) });
    }
  }
  return applyEdits(
    text,
    edits.sort((a, b) => a.start - b.start),
  );
}

/** The law in force on the day that a later one replaced, and from which there is a map. */
function earlierLaw(
  library: StatuteLibrary,
  later: StatuteVersion,
  asOf: string,
): StatuteVersion | undefined {
  for (const statute of library.statutes()) {
    if (!statute.versions.some((v) => v.coverage !== 'none' && v.repealedBy !== undefined)) continue;
    const { state, version } = library.asOf(statute, asOf);
    if (state === 'in-force' && library.move(version, 1, later)) return version;
  }
  return undefined;
}

/** The citation with the articles of the earlier law; undefined = not all of them are known. */
function inLaw(
  { start, end, targets, title }: Citation,
  then: StatuteVersion,
  now: StatuteVersion,
  language: Language,
  library: StatuteLibrary,
): TextEdit | undefined {
  const articles = new Set<number>();
  for (const { place, to } of targets)
    for (let article = place.article; article <= (to ?? place).article; article++) {
      const origin = originOf(library, then, article, now);
      if (origin === undefined) return undefined;
      articles.add(origin);
    }
  const locale = localeFor(language);
  const numbers = [...articles].sort((a, b) => a - b);
  if (language === 'zh') {
    const places = numbers.map((article) => placeName({ article }, 'zh-CN')).join('、');
    return { start, end, text: `${title ? inMarks(then.short) : ''}${places}` };
  }
  const places = numbers.map(String).join(say(locale, { key: 'list.comma' }));
  const law = library.statute(then.short);
  const name = (law && englishTitle(law)) ?? inMarks(then.short);
  const key = numbers.length > 1 ? 'section.cite-several' : 'section.cite';
  return { start, end, text: say(locale, { key, args: { places, law: `the ${name}` } }) };
}

const origins = new WeakMap<StatuteVersion, Map<number, number>>();

/** The article of an earlier law that became an article of a later one; undefined = none, or not known. */
function originOf(
  library: StatuteLibrary,
  then: StatuteVersion,
  article: number,
  now: StatuteVersion,
): number | undefined {
  let known = origins.get(then);
  if (!known) {
    known = new Map();
    for (const { article: old } of library.articles(then)) {
      const move = library.move(then, old, now);
      if (move?.status === 'deleted') continue;
      for (const moved of move?.articles ?? []) if (!known.has(moved)) known.set(moved, old);
    }
    origins.set(then, known);
  }
  return known.get(article);
}
