import checks from '../../../citations/checks.json';
import type { Citation } from '../../citations/citation';
import type { AsOf, Locator, Statute } from '../../statutes/statute';
import type { TextEdit } from '../../text/range';
import type { Finding, Fix, RuleContext } from '../rule';
import { chunkRule } from './chunkRule';
import { sentenceWords } from './cited';
import { statedDate } from './statedDate';
import { lawWords, nextWords, placeWords } from './wording';
import { editPlace, editTitle, oldWords } from './written';

const id = 'C07';
const { past } = checks;

/** The cited law was repealed before the law date. */
export const rule = chunkRule({
  id,
  name: 'repealed',
  severity: 'error',
  scope: 'citation',
  title: { zh: '已废止的法律', en: 'Repealed law' },
  purpose: {
    zh: '所引法律在法律基准日之前已经废止时报错，并指出替代的法律；有一一对应的新条文的，可以改用新条文。事实发生日早于废止日的，旧法仍可能适用，只作提示。作者已写明“原”“已废止”的，不提示。',
    en: 'Reports a law that was repealed before the law date and names its successor, with the new article where exactly one corresponds. Where the facts are older than the repeal the old law may still govern: information only. Silent where the author says that the law is repealed.',
  },
  source: {
    zh: '《立法法》第一百零三条（新法优于旧法）、第一百零四条（法不溯及既往）；裁判文书引用规定第一条。',
    en: 'Legislation Law, Articles 103 (later law prevails) and 104 (no retroactivity); SPC citation provisions, Article 1.',
  },
  examples: [
    {
      text: '---\nlaw-date: 2026-11-16\n---\n依照《侵权责任法》第三十六条第三款，平台应当承担连带责任。',
      finds: ['《侵权责任法》第三十六条第三款'],
    },
    {
      text: '---\nlaw-date: 2026-11-16\n---\n《网络交易管理办法》第二十六条要求平台建立检查监控制度。',
      finds: ['《网络交易管理办法》第二十六条'],
      fixed: '---\nlaw-date: 2026-11-16\n---\n《网络交易监督管理办法》第二十九条要求平台建立检查监控制度。',
    },
    {
      text: '---\nlaw-date: 2026-11-16\n---\nArticle 37 of the Tort Liability Law applies.',
      finds: ['Article 37 of the Tort Liability Law'],
      fixed: '---\nlaw-date: 2026-11-16\n---\nArticle 1198 of the Civil Code applies.',
    },
    {
      text: '---\nlaw-date: 2026-11-16\n---\n原《侵权责任法》第三十七条和《合同法》（已废止）第五十二条。',
      finds: [],
    },
    {
      text: '发文日期：2016 年 11 月 8 日\n\n《侵权责任法》第三十七条。',
      finds: ['《侵权责任法》第三十七条'],
    },
    {
      text: '---\nlaw-date: 2026-11-16\n---\nArticle 37 of the former Tort Liability Law applied.',
      finds: [],
    },
    { text: '---\nlaw-date: 2018-05-01\n---\n《侵权责任法》第三十七条。', finds: [] },
  ],
  dependsOn(context) {
    const { factsDate, lawDate, date } = context.memo.frontMatter;
    return [factsDate, lawDate, date, statedDate(context.memo)].join();
  },
  *check(context, whole) {
    const { citations } = context;
    for (const citation of citations.citations) {
      const { statute } = citation;
      if (!statute || !citation.targets.some((target) => target.status === 'repealed')) continue;
      const now = context.library.asOf(statute, citations.asOf);
      if (now.state !== 'repealed' || saysSo(context, citation)) continue;
      yield finding(context, whole, citation, statute, now);
    }
  },
  fixes(finding, context) {
    const citation = finding.data as Citation;
    if (citation.quoted || !citation.statute) return [];
    const now = context.library.asOf(citation.statute, context.citations.asOf);
    return successorFix(context, citation, now);
  },
});

function finding(
  context: RuleContext,
  whole: RuleContext,
  citation: Citation,
  statute: Statute,
  now: AsOf,
): Finding {
  const { version, successor, successorTitle } = now;
  const facts = context.memo.frontMatter.factsDate;
  const ended = version.repealed ?? '';
  const earlier = facts !== undefined && ended !== '' && facts < ended;
  const { lawDate, date } = context.memo.frontMatter;
  const stated = lawDate === undefined && date === undefined ? statedDate(whole.memo) : undefined;
  const older = stated !== undefined && ended !== '' && stated < ended;
  const lawful = earlier || older || citation.quoted || citation.year !== undefined;
  const kind = earlier ? 'earlier' : older ? 'older' : lawful ? 'historical' : 'repealed';
  const moved = movedWords(context, citation, now);
  const next = nextWords(successorStatute(context, now), successor?.short ?? successorTitle);
  const successorKey = moved ? 'moved' : next.next === '' ? 'none' : 'next';
  return {
    rule: id,
    severity: lawful ? 'information' : 'error',
    start: citation.start,
    end: citation.end,
    message: {
      key: `C07.${kind}.${successorKey}`,
      args: {
        ...lawWords(statute),
        ...next,
        ...moved,
        ended,
        stated: stated ?? '',
        date: now.date,
        facts: facts ?? '',
      },
    },
    ...(!lawful && { tag: 'deprecated' as const }),
    data: citation,
  };
}

/** Whether the author shows that he knows: 原《侵权责任法》, 《合同法》（已废止）, “was repealed”. */
function saysSo(context: RuleContext, citation: Citation): boolean {
  const { before, after } = sentenceWords(context, citation);
  const lead = before.replace(/[《〈“"「\s]+$/, '').toLowerCase();
  if (past.before.some((word) => lead.endsWith(word.trim().toLowerCase()))) return true;
  const around = `${citation.raw}${after.slice(0, 24)}`.toLowerCase();
  // English puts it within: “Article 37 of the former Tort Liability Law”.
  const within = past.before.some((word) => word.endsWith(' ') && around.includes(` ${word}`));
  return within || past.after.some((word) => around.includes(word));
}

function successorStatute(context: RuleContext, now: AsOf): Statute | undefined {
  const { successor, successorTitle } = now;
  if (successor) return context.library.statute(successor.short);
  return successorTitle === undefined ? undefined : context.library.find(successorTitle)[0];
}

/** “第三十六条第三款 → 《民法典》第一千一百九十七条” for the articles that moved to exactly one. */
function movedWords(
  context: RuleContext,
  citation: Citation,
  now: AsOf,
): Record<string, string | number> | undefined {
  const target = citation.targets.find((t) => t.status === 'repealed');
  if (!target || !now.successor || target.to) return undefined;
  const move = context.library.move(now.version, target.place.article, now.successor);
  if (!move || move.articles.length === 0) return undefined;
  const [first, last] = [move.articles[0]!, move.articles.at(-1)!];
  const inRow = last - first === move.articles.length - 1 && last > first;
  const words = inRow
    ? [placeWords({ article: first }, { article: last })]
    : move.articles.slice(0, 4).map((article) => placeWords({ article }));
  return {
    ...placeWords({ article: target.place.article }),
    to: words.map((w) => w.place).join('、'),
    toEn: words.map((w) => w.placeEn).join(', '),
  };
}

/** New law and number, where every article cited went to exactly one; 款 and 项 are kept only where the text is the same. */
function successorFix(context: RuleContext, citation: Citation, now: AsOf): Fix[] {
  const { successor, version } = now;
  const law = successor && context.library.statute(successor.short);
  if (!law) return [];
  const title = editTitle({ citation }, law);
  if (!title) return [];
  const edits: TextEdit[] = [title];
  let lost = false;
  let last: Locator | undefined;
  for (const target of citation.targets) {
    const move = context.library.move(version, target.place.article, successor);
    if (move?.articles.length !== 1 || target.to || target.place.suffix !== undefined) return [];
    const article = move.articles[0]!;
    const keep = move.status === 'same';
    last = keep ? { ...target.place, article } : { article };
    if (!keep && target.place.paragraph !== undefined) lost = true;
    edits.push(...(editPlace(context, { citation, target }, last) ?? []));
  }
  if (!last) return [];
  const args = {
    ...nextWords(law, law.title),
    ...placeWords(last),
    ...oldWords(context, citation),
  };
  return [{ title: { key: lost ? 'C07.fix.check' : 'C07.fix', args }, edits, safe: false }];
}
