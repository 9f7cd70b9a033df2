import type { Locator, StatuteVersion } from '../statutes/statute';
import { toChinese } from '../text/numerals';

/** A citation in the memo's style: 《电子商务法》第38条第2款, or with Chinese numerals. */
export function citationText(
  version: Pick<StatuteVersion, 'short'>,
  place: Locator,
  arabic: boolean,
): string {
  const n = arabic ? String : toChinese;
  const suffix = place.suffix ? `之${toChinese(place.suffix)}` : '';
  const paragraph = place.paragraph ? `第${n(place.paragraph)}款` : '';
  const item = place.item ? `第${n(place.item)}项` : '';
  return `《${version.short}》第${n(place.article)}条${suffix}${paragraph}${item}`;
}
