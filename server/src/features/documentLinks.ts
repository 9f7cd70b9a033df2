import type { DocumentLink } from 'vscode-languageserver-types';
import { toChinese } from '../text/numerals';
import type { FeatureContext } from './context';
import { placeName } from './names';
import { toRange } from './positions';
import { statuteUri } from './statuteUri';

/** Every citation whose text is in the library, linked to its law's document. */
export function documentLinks(context: FeatureContext): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const citation of context.check.citations.citations) {
    for (const target of citation.targets) {
      const { version, place } = target;
      if (!version || version.coverage === 'none') continue;
      const suffix = place.suffix ? `之${toChinese(place.suffix)}` : '';
      links.push({
        range: toRange(context.lines, target),
        target: statuteUri(version, { label: `第${toChinese(place.article)}条${suffix}` }),
        tooltip: `《${version.short}》${placeName(place, context.locale)}`,
      });
    }
  }
  return links;
}
