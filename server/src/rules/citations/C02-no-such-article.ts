import type { StatuteLibrary } from '../../statutes/library';
import type { StatuteVersion } from '../../statutes/statute';
import type { Fix, RuleContext } from '../rule';
import { chunkRule } from './chunkRule';
import { type Cited, citedWith, wrongPlace } from './cited';
import { lawWords, placeWords, versionWords } from './wording';
import { editTitle, oldWords, placeFix } from './written';

const id = 'C02';

/** The cited article does not exist in the version that applies. */
export const rule = chunkRule({
  id,
  name: 'no-such-article',
  severity: 'error',
  scope: 'citation',
  title: { zh: '没有这一条', en: 'No such article' },
  purpose: {
    zh: '所引的条在法律基准日适用的版本中不存在时报错。只有法条库能够证明时才报告：收录全文的法律，或者条文总数确定而条号超出的法律。',
    en: 'Reports a cited article that does not exist in the version in force on the law date. Only what the library proves is reported: laws with full text, or numbers beyond a certain total.',
  },
  source: {
    zh: '最高人民法院《关于裁判文书引用法律、法规等规范性法律文件的规定》第一条：引用应当准确完整写明名称、条款序号。',
    en: 'SPC Provisions on the Citation of Normative Legal Documents in Judgments, Article 1: name and numbers must be accurate and complete.',
  },
  examples: [
    {
      text: '依照《电子商务法》第九十条，平台应当承担责任。',
      finds: ['第九十条'],
      fixed: '依照《电子商务法》第八十九条，平台应当承担责任。',
    },
    {
      text: '《民法典》第一千一百九十八条和《电子商务法》第1198条。',
      finds: ['第1198条'],
      fixed: '《民法典》第一千一百九十八条和《民法典》第1198条。',
    },
    { text: '依照《电子商务法》第八十九条，本法自2019年1月1日起施行。', finds: [] },
  ],
  *check(context) {
    for (const cited of citedWith(context, 'no-such-article')) {
      const { target, statute, version } = cited;
      const { library } = context;
      const wrong = wrongPlace(library, cited);
      const existence = library.existence(version, wrong);
      const articles = existence.state === 'no-article' ? existence.articles : (version.articles ?? 0);
      yield {
        rule: id,
        severity: 'error',
        start: target.start,
        end: target.end,
        message: {
          key: wrong.suffix === undefined ? 'C02' : 'C02.suffix',
          args: { ...lawWords(statute), ...placeWords(wrong), ...versionWords(version), articles },
        },
        data: cited,
      };
    }
  },
  fixes(finding, context, whole) {
    const cited = finding.data as Cited & { version: StatuteVersion };
    const { target, version } = cited;
    const fixes: Fix[] = [];
    for (const article of nearArticles(context.library, version, target.place.article)) {
      const { suffix, ...rest } = target.place;
      const place = { ...rest, article };
      if (context.library.existence(version, place).state !== 'exists') continue;
      // The words of the article tell at a glance whether it is the one that was meant.
      const words = context.library.article(version, article)?.paragraphs[0]?.text;
      if (words === undefined) fixes.push(...placeFix(context, cited, place, 'C02.fix.near'));
      else
        fixes.push(
          ...placeFix(context, cited, place, 'C02.fix.words', {
            words: words.length > 20 ? `${words.slice(0, 20)}……` : words,
          }),
        );
    }
    fixes.push(...otherLaws(whole, cited));
    return fixes;
  },
});

/** Numbers that may have been meant: without the suffix, the last article where the number is just beyond it, one digit left out or two exchanged. */
function nearArticles(library: StatuteLibrary, version: StatuteVersion, article: number): number[] {
  const last = version.articles ?? library.articles(version).at(-1)?.article ?? 0;
  const near = new Set<number>();
  if (article > last && article <= last + 5) near.add(last);
  const digits = String(article);
  for (let i = 0; digits.length > 1 && i < digits.length; i++) {
    // Of two digits none is left out by mistake.
    if (digits.length > 2) near.add(Number(digits.slice(0, i) + digits.slice(i + 1)));
    const [a, b] = [digits[i], digits[i + 1]];
    if (b !== undefined) near.add(Number(digits.slice(0, i) + b + a + digits.slice(i + 2)));
  }
  return article <= last ? [article] : [...near].filter((n) => n > 0 && n <= last).slice(0, 4);
}

/** Other laws of this memo that do have the article. */
function otherLaws(context: RuleContext, cited: Cited): Fix[] {
  const { library, citations } = context;
  const fixes: Fix[] = [];
  if (!cited.citation.title || cited.citation.targets.length > 1) return fixes;
  const seen = new Set([cited.citation.statute]);
  for (const { statute } of citations.citations) {
    if (!statute || seen.has(statute)) continue;
    seen.add(statute);
    const now = library.asOf(statute, citations.asOf);
    if (now.state !== 'in-force') continue;
    if (library.existence(now.version, cited.target.place).state !== 'exists') continue;
    const edit = editTitle(cited, statute);
    if (edit) {
      fixes.push({
        title: {
          key: 'C02.fix.law',
          args: {
            ...lawWords(statute),
            ...placeWords(cited.target.place),
            ...oldWords(context, cited.citation),
          },
        },
        edits: [edit],
        safe: false,
      });
    }
  }
  return fixes.slice(0, 3);
}
