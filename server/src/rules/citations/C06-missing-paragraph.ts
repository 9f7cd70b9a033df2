import type { Locator } from '../../statutes/statute';
import type { RuleContext } from '../rule';
import { chunkRule } from './chunkRule';
import { isEnglish, type Known, ownCited } from './cited';
import { lawWords, placeWords } from './wording';
import { placeFix } from './written';

const id = 'C06';

/** A 项 is cited without its 款 although the article has several. */
export const rule = chunkRule({
  id,
  name: 'missing-paragraph',
  severity: 'warning',
  scope: 'citation',
  title: { zh: '引项须写明款', en: 'Item cited without its paragraph' },
  purpose: {
    zh: '条文有两款以上时，引用项须先写明是哪一款的项。',
    en: 'Where an article has several paragraphs, an item is cited with the paragraph it belongs to.',
  },
  source: {
    zh: '最高人民法院《关于裁判文书引用法律、法规等规范性法律文件的规定》第一条；引用惯例。',
    en: 'SPC Provisions on the Citation of Normative Legal Documents, Article 1; citation convention.',
  },
  examples: [
    {
      text: '《电子商务法》第八十条第一项。',
      finds: ['第八十条第一项'],
      fixed: '《电子商务法》第八十条第一款第一项。',
    },
    { text: '《网络安全法》第二十三条第三项、《电子商务法》第八十条第一款第一项。', finds: [] },
  ],
  *check(context) {
    for (const cited of ownCited(context)) {
      const { target, statute, version } = cited;
      const { article, suffix, paragraph, item } = target.place;
      if (target.status !== 'verified' || item === undefined || paragraph !== undefined) continue;
      const paragraphs = context.library.paragraphCount(version, article, suffix);
      if (paragraphs === undefined || paragraphs < 2 || isEnglish(cited)) continue;
      const places = fullPlaces(context, cited);
      const args = { ...lawWords(statute), ...placeWords({ article }), paragraphs };
      yield {
        rule: id,
        // Where one 款 alone has items nobody can err; official texts leave it out themselves at times.
        severity: places.length === 1 ? 'information' : 'warning',
        start: target.start,
        end: target.end,
        message:
          places.length === 1
            ? { key: 'C06', args: { ...args, ...better(places[0]!) } }
            : { key: 'C06.several', args },
        data: cited,
      };
    }
  },
  fixes(finding, context) {
    const cited = finding.data as Known;
    return fullPlaces(context, cited).flatMap((place) => placeFix(context, cited, place));
  },
});

function better(place: Locator): Record<string, string | number> {
  const words = placeWords(place);
  return { better: words.place!, betterEn: words.placeEn! };
}

/** The 款 of the article that have the item. */
function fullPlaces({ library }: RuleContext, { target, version }: Known): Locator[] {
  const { article, suffix, item = 0 } = target.place;
  const count = library.paragraphCount(version, article, suffix) ?? 0;
  const places: Locator[] = [];
  for (let paragraph = 1; paragraph <= count; paragraph++) {
    if ((library.itemCount(version, article, paragraph, suffix) ?? 0) >= item)
      places.push({ ...target.place, paragraph });
  }
  return places;
}
