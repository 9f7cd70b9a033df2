import type { Basis } from '../../analysis/framework';
import type { CitationIndex } from '../../citations/citation';
import { say } from '../../messages';
import type { StatuteLibrary } from '../../statutes/library';
import { placeName } from '../../statutes/placeName';
import type { Locator, Statute, StatuteVersion } from '../../statutes/statute';
import { titleKey } from '../../statutes/titleKey';
import { toChinese } from '../../text/numerals';
import { nested } from '../citations/wording';
import { type Language, localeFor } from './language';

/** What is needed to cite a framework's bases in a memo. */
export interface CitingStyle {
  readonly library: StatuteLibrary;
  /** Law date of the memo, `YYYY-MM-DD`. */
  readonly asOf: string;
  readonly language: Language;
  /** 第38条 and not 第三十八条. */
  readonly arabic: boolean;
  /** The memo's citations: laws that it knows go first, and keep the names it gave them. */
  readonly citations?: CitationIndex;
  /** Laws introduced so far by whoever writes several passages at once: they need no introduction again. */
  readonly introduced?: Set<Statute>;
}

/** At most this many laws, and places of one law: the first ones of the framework are the most important. */
const most = { laws: 4, places: 4 };
/** A longer range of articles is a chapter, not an authority. */
const longestRange = 12;

interface Place extends Locator {
  readonly to?: number;
}

/**
 * The bases as citations in the memo's language and style, as the law stands on its law date: repealed laws and laws not
 * yet in force are left out, articles are numbered as in the version in force. '' = none is left.
 */
export function citeBases(bases: readonly Basis[], style: CitingStyle): string {
  const places = new Map<Statute, Place[]>();
  for (const basis of bases) {
    const { library } = style;
    const statute = library.statute(basis.law) ?? library.find(basis.law)[0];
    if (!statute || (basis.to !== undefined && basis.to - basis.article >= longestRange)) continue;
    const place = placeAsOf(library, statute, basis, style.asOf);
    if (!place) continue;
    const list = places.get(statute) ?? [];
    // 第一百八十一条、第一百八十二条: two are no range.
    if (place.to === place.article + 1) {
      const { to, ...first } = place;
      list.push(first, { ...first, article: to });
    } else list.push(place);
    places.set(statute, list);
  }
  const named = style.citations ? lawsNamed(style.citations) : noLaws;
  const laws = [...places.keys()];
  const chosen = laws.filter((law, index) => named.has(law) || index < 2).slice(0, most.laws);
  const texts = chosen.map((law) => cite(law, chosenPlaces(places.get(law)!), style));
  return join(texts, style.language);
}

/** Where the basis stands in the version of the law date; undefined = nowhere. */
function placeAsOf(library: StatuteLibrary, statute: Statute, basis: Basis, asOf: string): Place | undefined {
  const { state, version } = library.asOf(statute, asOf);
  if (state === 'repealed' || state === 'not-yet-effective') return undefined;
  const place: Place = {
    article: basis.article,
    ...(basis.suffix !== undefined && { suffix: basis.suffix }),
    ...(basis.paragraph !== undefined && { paragraph: basis.paragraph }),
    ...(basis.item !== undefined && { item: basis.item }),
    ...(basis.to !== undefined && { to: basis.to }),
  };
  const latest = statute.versions[statute.versions.length - 1];
  const moved = latest && latest.id !== version.id ? movedBack(library, version, latest, place) : place;
  if (!moved || library.existence(version, moved).state.startsWith('no-')) return undefined;
  return moved;
}

/** A framework numbers as the latest version does: the article of an earlier version that went there. */
function movedBack(
  library: StatuteLibrary,
  version: StatuteVersion,
  latest: StatuteVersion,
  place: Place,
): Place | undefined {
  const origin = (article: number): number | undefined => {
    const straight = library.move(version, article, latest);
    if (!straight || straight.articles.includes(article)) return article;
    for (let before = article; before > Math.max(0, article - 12); before--)
      if (library.move(version, before, latest)?.articles.includes(article)) return before;
    return undefined;
  };
  const article = origin(place.article);
  const to = place.to === undefined ? undefined : origin(place.to);
  if (article === undefined || (place.to !== undefined && to === undefined)) return undefined;
  return { ...place, article, ...(to !== undefined && { to }) };
}

/** The first, most important places, in the order of the law. */
function chosenPlaces(places: readonly Place[]): Place[] {
  return merge(places)
    .slice(0, most.places)
    .sort((a, b) => a.article - b.article || (a.paragraph ?? 0) - (b.paragraph ?? 0));
}

/** A place that lies in another one already named is left out. */
function merge(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const covered = kept.some(
      (other) =>
        place.article >= other.article &&
        (place.to ?? place.article) <= (other.to ?? other.article) &&
        (other.paragraph === undefined || other.paragraph === place.paragraph),
    );
    if (!covered) kept.push(place);
  }
  return kept;
}

function cite(law: Statute, places: readonly Place[], style: CitingStyle): string {
  const { language } = style;
  if (language === 'en') {
    const articles = places.map((place) => {
      const name = placeName(place, 'en').replace(/^Article\s/, '');
      return place.to === undefined ? name : `${name}–${place.to}`;
    });
    const several = articles.length > 1 || places.some(({ to }) => to !== undefined);
    const key = several ? 'section.cite-several' : 'section.cite';
    return say('en', { key, args: { places: join(articles, 'en'), law: englishName(law, style) } });
  }
  const n = style.arabic ? String : toChinese;
  const names = places.map((place) => {
    const article = `第${n(place.article)}条`;
    if (place.to !== undefined) return `${article}至第${n(place.to)}条`;
    const suffix = place.suffix ? `之${toChinese(place.suffix)}` : '';
    const paragraph = place.paragraph ? `第${n(place.paragraph)}款` : '';
    const item = place.item ? `第${n(place.item)}项` : '';
    return `${article}${suffix}${paragraph}${item}`;
  });
  return `${chineseName(law, style)}${names.join('、')}`;
}

/** With its marks: the memo's own abbreviation, else a name that introduces itself, as a citation's first mention has to. */
function chineseName(law: Statute, style: CitingStyle): string {
  const own = ownName(law, style);
  if (own !== undefined) return `《${own}》`;
  const { citations } = style.citations ?? { citations: [] };
  const written = citations.find(({ statute, title, quoted }) => statute === law && title && !quoted)?.title;
  const known = written !== undefined && written.text === law.short;
  if (known || style.introduced?.has(law) || titleKey(law.title) === titleKey(law.short))
    return `《${law.short}》`;
  style.introduced?.add(law);
  return say('zh-CN', { key: 'section.cite-introduced', args: { title: nested(law.title), law: law.short } });
}

/** The name that the memo gives to a law: an abbreviation that it defines, else none. */
function ownName(law: Statute, { citations }: CitingStyle): string | undefined {
  return citations?.aliases.find(({ statute, alias }) => statute === law && /[一-鿿]/.test(alias))?.alias;
}

function englishName(law: Statute, { citations }: CitingStyle): string {
  const defined = citations?.aliases.find(
    ({ statute, alias }) => statute === law && /^[A-Za-z][A-Za-z -]+$/.test(alias),
  )?.alias;
  const written = citations?.citations.find(
    ({ statute, title }) => statute === law && title !== undefined && /^[A-Za-z]/.test(title.text),
  )?.title?.text;
  const names = law.englishAliases.filter((name) => name.includes(' '));
  const name = defined ?? written ?? names[0] ?? law.english;
  if (name === undefined) return `《${law.short}》`;
  return defined ? name : `the ${name.replace(/^the\s/i, '')}`;
}

const noLaws: ReadonlySet<Statute> = new Set();
const named = new WeakMap<CitationIndex, ReadonlySet<Statute>>();

function lawsNamed(citations: CitationIndex): ReadonlySet<Statute> {
  const known = named.get(citations);
  if (known) return known;
  const laws = new Set<Statute>();
  for (const list of [citations.citations, citations.mentions])
    for (const { statute } of list) if (statute) laws.add(statute);
  named.set(citations, laws);
  return laws;
}

function join(texts: readonly string[], language: Language): string {
  const locale = localeFor(language);
  const comma = say(locale, { key: 'list.comma' });
  if (texts.length < 2) return texts.join('');
  return `${texts.slice(0, -1).join(comma)}${say(locale, { key: 'list.and' })}${texts[texts.length - 1]}`;
}

/** Whether the memo writes articles in digits (its own words before its quotations); where it cites none, as its style has it. */
export function writesArabic(citations: CitationIndex, profile: string): boolean {
  let balance = balances.get(citations);
  if (balance === undefined) {
    balance = numeralBalance(citations);
    balances.set(citations, balance);
  }
  return balance === 0 ? profile !== 'court' : balance > 0;
}

const balances = new WeakMap<CitationIndex, number>();

/** Above 0: more articles in digits. */
function numeralBalance(citations: CitationIndex): number {
  let own = 0;
  let others = 0;
  for (const { forms, targets, quoted } of citations.citations) {
    if (forms.includes('english')) continue;
    for (const target of targets) {
      const way = target.forms.includes('arabic') ? 1 : target.forms.includes('chinese') ? -1 : 0;
      if (quoted) others += way;
      else own += way;
    }
  }
  return own || others;
}
