import type { Locator } from '../../statutes/statute';
import type { Fix } from '../rule';
import { chunkRule } from './chunkRule';
import { citedWith, type Known, wrongPlace } from './cited';
import { lawWords, partWords, placeWords, versionWords } from './wording';
import { placeFix } from './written';

const id = 'C04';

/** The cited 项 does not exist in its 款. */
export const rule = chunkRule({
  id,
  name: 'no-such-item',
  severity: 'error',
  scope: 'citation',
  title: { zh: '没有这一项', en: 'No such item' },
  purpose: {
    zh: '所引的项在该条、该款中不存在时报错。',
    en: 'Reports a cited item (项) that the article or paragraph does not have.',
  },
  source: {
    zh: '《立法法》第六十五条：项的序号用中文数字加括号依次表述。',
    en: 'Legislation Law, Article 65: items are numbered in sequence.',
  },
  examples: [
    {
      text: '《电子商务法》第三十八条第二款第一项。',
      finds: ['第三十八条第二款第一项'],
      fixed: '《电子商务法》第三十八条第二款。',
    },
    {
      text: '《电子商务法》第80条第2款第1项。',
      finds: ['第80条第2款第1项'],
      fixed: '《电子商务法》第80条第1款第1项。',
    },
    { text: '《电子商务法》第八十条第一款第一项。', finds: [] },
  ],
  *check(context) {
    for (const cited of citedWith(context, 'no-such-item')) {
      const { target, statute, version } = cited;
      const { library } = context;
      const wrong = wrongPlace(library, cited);
      const existence = library.existence(version, wrong);
      const items = existence.state === 'no-item' ? existence.items : 0;
      const { item, subitem, ...above } = wrong;
      const upper = placeWords(above);
      yield {
        rule: id,
        severity: 'error',
        start: target.start,
        end: target.end,
        message: {
          key: items === 0 ? 'C04.none' : 'C04',
          args: {
            ...lawWords(statute),
            ...placeWords(wrong),
            ...partWords(wrong),
            ...versionWords(version),
            above: upper.place!,
            aboveEn: upper.placeEn!,
            items,
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
    const { paragraph, item = 0, subitem, ...article } = target.place;
    const fixes: Fix[] = [];
    const offer = (place: Locator) => {
      if (library.existence(version, place).state === 'exists')
        fixes.push(...placeFix(context, cited, place));
    };
    const count = library.paragraphCount(version, article.article, article.suffix) ?? 0;
    for (let p = 1; p <= count; p++) if (p !== paragraph) offer({ ...article, paragraph: p, item });
    if (paragraph === undefined) offer({ ...article, paragraph: item });
    offer(paragraph === undefined ? article : { ...article, paragraph });
    return fixes.slice(0, 4);
  },
});
