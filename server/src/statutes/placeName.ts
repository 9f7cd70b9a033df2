import { toChinese } from '../text/numerals';
import type { Locator } from './statute';

/** A place in words: 第三十八条第二款, or Article 38(2). */
export function placeName(place: Locator, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') {
    const suffix = place.suffix ? `-${place.suffix}` : '';
    const paragraph = place.paragraph ? `(${place.paragraph})` : '';
    const item = place.item ? `${place.paragraph ? '' : ', item '}(${place.item})` : '';
    return `Article ${place.article}${suffix}${paragraph}${item}`;
  }
  const suffix = place.suffix ? `之${toChinese(place.suffix)}` : '';
  const paragraph = place.paragraph ? `第${toChinese(place.paragraph)}款` : '';
  const item = place.item ? `第${toChinese(place.item)}项` : '';
  return `第${toChinese(place.article)}条${suffix}${paragraph}${item}`;
}
