import type { Rule } from '../rule';
import { chunkScan, type Found } from './chunkScan';
import { isEnglish, type Known, ownCited } from './cited';
import { editsFor, gatherFound } from './gather';
import { lawWords, placeWords } from './wording';
import { editPlace } from './written';

const id = 'C05';

/** 第一款 of an article that has only one. */
export const rule: Rule = {
  id,
  name: 'superfluous-paragraph',
  severity: 'information',
  scope: 'memo',
  title: { zh: '只有一款不写“第一款”', en: 'Superfluous “paragraph 1”' },
  purpose: {
    zh: '条文只有一款时，引用到条即可；其下列项的，直接写“第X条第Y项”。',
    en: 'An article with a single paragraph is cited by its number alone; its items directly below the article.',
  },
  source: {
    zh: '引用惯例（最高人民法院1956年关于引用法律条款项目的批复所定，文件虽已废止，惯例沿用）。',
    en: 'Citation convention (SPC reply of 1956; the document is repealed, the convention lives on).',
  },
  examples: [
    {
      text: '《网络安全法》第二十三条第一款第三项要求留存网络日志。',
      finds: ['第二十三条第一款第三项'],
      fixed: '《网络安全法》第二十三条第三项要求留存网络日志。',
    },
    { text: '《电子商务法》第八十条第一款第一项、第三十八条第一款。', finds: [] },
  ],
  check(context) {
    const found = superfluous(context);
    const first = found[0]?.value;
    if (!first) return [];
    const { paragraph, ...shorter } = first.target.place;
    const better = placeWords(shorter);
    return gatherFound(rule, context, found, ({ target }) => target, {
      key: 'C05',
      args: {
        ...lawWords(first.statute),
        ...placeWords({ article: first.target.place.article }),
        better: better.place!,
        betterEn: better.placeEn!,
      },
    });
  },
  fixes(finding, context) {
    const edits = editsFor(context, finding.data as readonly Found<Known>[], (local, cited) => {
      const { paragraph, ...place } = cited.target.place;
      return editPlace(local, cited, place) ?? [];
    });
    return edits.length > 0 ? [{ title: { key: 'C05.fix' }, edits, safe: false, preferred: true }] : [];
  },
};

const superfluous = chunkScan((local) =>
  ownCited(local).filter((cited) => {
    const { target, version } = cited;
    const { article, suffix, paragraph } = target.place;
    if (target.status !== 'verified' || target.to || paragraph !== 1 || isEnglish(cited)) return false;
    return local.library.paragraphCount(version, article, suffix) === 1;
  }),
);
