import type { StatuteLibrary } from '../../statutes/library';
import type { Locator } from '../../statutes/statute';
import type { Fix } from '../rule';
import { chunkRule } from './chunkRule';
import { type Cited, citedWith, isEnglish, type Known, wrongPlace } from './cited';
import { lawWords, partWords, placeWords, versionWords } from './wording';
import { placeFix } from './written';

const id = 'C03';

/** The cited 款 does not exist in its article. */
export const rule = chunkRule({
  id,
  name: 'no-such-paragraph',
  severity: 'error',
  scope: 'citation',
  title: { zh: '没有这一款', en: 'No such paragraph' },
  purpose: {
    zh: '所引的款在该条中不存在时报错；该条有同样序号的项时，提示可能把项写成了款。',
    en: 'Reports a cited paragraph (款) that the article does not have; offers the item (项) of that number where 款 and 项 were confused.',
  },
  source: {
    zh: '《立法法》第六十五条：条文可以分为款、项、目；款不编序号，按自然段计。',
    en: 'Legislation Law, Article 65: articles divide into paragraphs, items and sub-items; paragraphs are unnumbered and counted.',
  },
  examples: [
    {
      text: '《电子商务法》第38条第3款规定了平台的责任。',
      finds: ['第38条第3款'],
      fixed: '《电子商务法》第38条第2款规定了平台的责任。',
    },
    {
      text: '《电子商务法》第八十条第三款。',
      finds: ['第八十条第三款'],
      fixed: '《电子商务法》第八十条第一款第三项。',
    },
    { text: '《电子商务法》第三十八条第二款。', finds: [] },
    { text: 'Article 80(3) of the E-Commerce Law.', finds: [] },
  ],
  *check(context) {
    for (const cited of citedWith(context, 'no-such-paragraph')) {
      const { target, statute, version } = cited;
      const { library } = context;
      const wrong = wrongPlace(library, cited);
      const paragraphs = library.paragraphCount(version, wrong.article, wrong.suffix) ?? 0;
      const items = itemPlaces(context.library, { ...cited, place: wrong });
      // 13(3) may mean an item: what is ambiguous is no mistake.
      if (items.length > 0 && (isEnglish(cited) || target.forms.includes('symbol'))) continue;
      const key = items.length > 0 ? 'C03.item' : paragraphs === 1 ? 'C03.single' : 'C03';
      const article = { article: wrong.article, ...(wrong.suffix !== undefined && { suffix: wrong.suffix }) };
      const whole = placeWords(article);
      yield {
        rule: id,
        severity: 'error',
        start: target.start,
        end: target.end,
        message: {
          key,
          args: {
            ...lawWords(statute),
            ...placeWords(wrong),
            ...partWords(wrong),
            ...versionWords(version),
            article: whole.place!,
            articleEn: whole.placeEn!,
            paragraphs,
          },
        },
        data: cited,
      };
    }
  },
  fixes(finding, context) {
    const cited = finding.data as Known;
    const { target, version } = cited;
    const { library } = context;
    const { paragraph, item, subitem, ...article } = target.place;
    const count = library.paragraphCount(version, target.place.article, target.place.suffix) ?? 0;
    const fixes: Fix[] = [];
    for (const place of itemPlaces(library, { ...cited, place: target.place }).slice(0, 2))
      fixes.push(...placeFix(context, cited, place, 'C03.fix.item'));
    for (let p = count; p >= 1 && count > 1 && p > count - 3; p--) {
      const place = { ...target.place, paragraph: p };
      if (library.existence(version, place).state === 'exists')
        fixes.push(...placeFix(context, cited, place));
    }
    return [...fixes, ...placeFix(context, cited, article, 'C03.fix.article')];
  },
});

/** Items of the article that have the number of the missing 款. */
function itemPlaces(
  library: StatuteLibrary,
  { version, place }: Pick<Known, 'version'> & { place: Locator } & Pick<Cited, 'target'>,
): Locator[] {
  const { article, suffix, paragraph, item } = place;
  if (paragraph === undefined || item !== undefined) return [];
  const found: Locator[] = [];
  const count = library.paragraphCount(version, article, suffix) ?? 0;
  const base = { article, ...(suffix !== undefined && { suffix }) };
  for (let p = 1; p <= count; p++) {
    const items = library.itemCount(version, article, p, suffix) ?? 0;
    if (items >= paragraph)
      found.push(count === 1 ? { ...base, item: paragraph } : { ...base, paragraph: p, item: paragraph });
  }
  return found;
}
