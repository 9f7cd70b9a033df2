import { placeName } from '../../statutes/placeName';
import type { Locator, Statute, StatuteVersion } from '../../statutes/statute';

type Arguments = Record<string, string | number>;

/** Message arguments for a law in both languages: `{law}` 《电子商务法》, `{lawEn}` E-Commerce Law. */
export function lawWords(statute: Statute): Arguments {
  return { law: inMarks(statute.short), lawEn: englishName(statute) };
}

/** The same for the law that comes after: `{next}`, `{nextEn}`. */
export function nextWords(statute: Statute | undefined, title: string | undefined): Arguments {
  if (statute) return { next: inMarks(statute.short), nextEn: englishName(statute) };
  return title === undefined ? { next: '', nextEn: '' } : { next: inMarks(title), nextEn: inMarks(title) };
}

/** Message arguments for a place (or range): `{place}` 第三十八条第二款, `{placeEn}` Article 38(2). */
export function placeWords(place: Locator, to?: Locator): Arguments {
  if (!to) return { place: placeName(place, 'zh-CN'), placeEn: placeName(place, 'en') };
  return {
    place: `${placeName(place, 'zh-CN')}至${placeName(to, 'zh-CN')}`,
    placeEn: `${placeName(place, 'en')} to ${placeName(to, 'en')}`,
  };
}

/** `{version}`: the first day of the version looked at. */
export function versionWords(version: StatuteVersion): Arguments {
  return { version: version.effective ?? '?' };
}

/** The usual English name of a law, if it has one. */
export function englishTitle(statute: Statute): string | undefined {
  return statute.englishAliases.find((name) => name.includes(' ')) ?? statute.english;
}

function englishName(statute: Statute): string {
  return englishTitle(statute) ?? inMarks(statute.short);
}

/** A title as it stands between the outer marks: names within it get 〈〉. */
export function nested(title: string): string {
  return title.replaceAll('《', '〈').replaceAll('》', '〉');
}

/** 《…》 around a title, 〈〉 within. */
export function inMarks(title: string): string {
  return `《${nested(title)}》`;
}

/** The lowest level of a place: `{part}` 第三款, for messages that have named the article before. */
export function partWords(place: Locator): Arguments {
  const { article, suffix, ...below } = place;
  const whole = placeName(place, 'zh-CN');
  const upper = placeName({ article, ...(suffix !== undefined && { suffix }) }, 'zh-CN');
  const part = whole.slice(upper.length);
  const last =
    below.item !== undefined && below.paragraph !== undefined ? part.slice(part.indexOf('款') + 1) : part;
  return { part: last === '' ? whole : last };
}
