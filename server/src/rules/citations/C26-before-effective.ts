import checks from '../../../citations/checks.json';
import type { Article, Locator, StatuteVersion } from '../../statutes/statute';
import type { Rule, RuleContext } from '../rule';
import { chunkScan } from './chunkScan';
import { type Known, ownCited } from './cited';
import { gatherFound, groupBy } from './gather';
import { lawWords, placeWords } from './wording';

const id = 'C26';

/** The facts are older than the law, or than the version, that is cited for them. */
export const rule: Rule = {
  id,
  name: 'later-law',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '后法适用于前事', en: 'Later law for earlier facts' },
  purpose: {
    zh: '前言写明事实发生日（facts-date）时，所引的实体法在当日尚未施行的，为警告；当日施行的是另一版本、且所引条文修改过的，作提示。程序法和司法解释不检查。',
    en: 'With a facts-date in the front matter: a warning where a substantive law was not in force on that day; information where an earlier version with another wording was. Procedural laws and judicial interpretations are left out.',
  },
  source: {
    zh: '《立法法》第一百零四条：不溯及既往，但为了更好地保护权利和利益而作的特别规定除外；《民法典时间效力规定》。',
    en: 'Legislation Law, Article 104: no retroactivity, save special provisions for better protection; SPC Provisions on the Temporal Effect of the Civil Code.',
  },
  examples: [
    {
      text: '---\nlaw-date: 2026-11-16\nfacts-date: 2018-05-01\n---\n依照《电子商务法》第三十八条和《消费者权益保护法》第四十四条，平台应当担责；《电子商务法》第八十三条。',
      finds: ['《电子商务法》第三十八条'],
    },
    {
      text: '---\nlaw-date: 2026-11-16\nfacts-date: 2026-03-01\n---\n依照《电子商务法》第三十八条。',
      finds: [],
    },
    { text: '依照《电子商务法》第三十八条。', finds: [] },
  ],
  *check(context) {
    const facts = context.memo.frontMatter.factsDate;
    if (facts === undefined || facts >= context.citations.asOf) return;
    const found = later(context);
    const of = (kind: Later['kind']) =>
      groupBy(
        found.filter(({ value }) => value.kind === kind),
        ({ value }) => value.statute,
      );
    for (const [statute, all] of of('early')) {
      const effective = context.library.asOf(statute, facts).version.effective ?? '?';
      const args = { ...lawWords(statute), facts, effective };
      yield* gatherFound(rule, context, all, ({ citation }) => citation, { key: 'C26', args });
    }
    for (const [statute, all] of of('changed')) {
      const first = all[0]!.value;
      const args = {
        ...lawWords(statute),
        ...placeWords({ article: first.target.place.article }),
        facts,
        earlier: context.library.asOf(statute, facts).version.effective ?? '?',
        now: first.version.effective ?? '?',
      };
      const words = { key: 'C26.version', args };
      yield* gatherFound({ id, severity: 'information' }, context, all, ({ target }) => target, words);
    }
  },
};

interface Later extends Known {
  /** The law came later, or only this wording of it. */
  readonly kind: 'early' | 'changed';
}

const later = chunkScan(
  function* (local): Iterable<Later> {
    const facts = local.memo.frontMatter.factsDate!;
    for (const cited of ownCited(local)) {
      const { statute, target, citation, version } = cited;
      // Written out: an object that is spread and then extended gets a shape of its own.
      const as = (kind: Later['kind']): Later => ({ statute, target, citation, version, kind });
      if (citation.year !== undefined || timeless(statute)) continue;
      if (target.status !== 'verified' && target.status !== 'not-in-library') continue;
      const then = local.library.asOf(statute, facts);
      if (then.state === 'not-yet-effective') yield as('early');
      else if (then.state === 'in-force' && then.version !== version && !then.alternative) {
        if (differs(local, then.version, cited)) yield as('changed');
      }
    }
  },
  (context) => context.memo.frontMatter.factsDate ?? '',
);

function timeless(statute: { readonly level: string; readonly short: string }): boolean {
  return statute.level === '司法解释' || checks.procedural.some((word) => statute.short.includes(word));
}

/** Whether it is proven that the cited article read otherwise in the version of that time. */
function differs({ library }: RuleContext, then: StatuteVersion, { version, target }: Known): boolean {
  const { place } = target;
  const now = library.article(version, place.article, place.suffix);
  if (!now || target.to) return false;
  const old = library
    .articles(then)
    .find((a) => library.move(then, a.article, version)?.articles.includes(place.article));
  const same = old ?? library.article(then, place.article, place.suffix);
  return same !== undefined && words(same, place) !== words(now, place);
}

function words(article: Article, place: Locator): string {
  const one = place.paragraph === undefined ? undefined : article.paragraphs[place.paragraph - 1];
  return (one ? [one] : article.paragraphs)
    .map((p) => [p.text, ...p.items.map((item) => item.text), p.closing ?? ''].join(''))
    .join('\n');
}
