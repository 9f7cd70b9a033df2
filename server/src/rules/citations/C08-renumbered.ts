import type { StatuteVersion } from '../../statutes/statute';
import type { Fix, RuleContext } from '../rule';
import { chunkRule } from './chunkRule';
import { citedWith, type Known } from './cited';
import { lawWords, placeWords, versionWords } from './wording';
import { numberLike, oldWords, placeFix, writtenParts } from './written';

const id = 'C08';

/** The number is that of an earlier version of the law. */
export const rule = chunkRule({
  id,
  name: 'renumbered',
  severity: 'warning',
  scope: 'citation',
  title: { zh: '条文序号已变动', en: 'Article renumbered' },
  purpose: {
    zh: '法律修改后条文重新编号，而引文用的看来是旧号时提示：可以改用新号，或者注明所引的是哪一年的版本。条号从不自动修改。',
    en: 'Says where a number seems to be that of a version before an amendment: use the new number, or mark the year of the version cited. Numbers are never changed automatically.',
  },
  source: {
    zh: '修改决定；裁判文书引用规定第一条：序号应当准确。',
    en: 'The amending decision; SPC citation provisions, Article 1: numbers must be accurate.',
  },
  examples: [
    {
      text: '---\nlaw-date: 2026-11-16\n---\n《网络安全法》第 21 条至第 39 条规定了网络运行安全。',
      finds: ['第 21 条至第 39 条'],
      fixed: '---\nlaw-date: 2026-11-16\n---\n《网络安全法》第 23 条至第 41 条规定了网络运行安全。',
    },
    { text: '---\nlaw-date: 2026-11-16\n---\n《网络安全法》（2016年）第21条。', finds: [] },
    { text: '---\nlaw-date: 2025-06-01\n---\n《网络安全法》第 21 条至第 39 条。', finds: [] },
  ],
  *check(context) {
    for (const cited of citedWith(context, 'renumbered')) {
      const { target, statute, version } = cited;
      const old = olderVersion(cited);
      const to = old && newNumbers(context, cited, old);
      yield {
        rule: id,
        severity: cited.citation.quoted ? 'information' : 'warning',
        start: target.start,
        end: target.end,
        message: {
          key: to ? 'C08' : 'C08.no-map',
          args: {
            ...lawWords(statute),
            ...placeWords(target.place, target.to),
            ...versionWords(version),
            ...(to ?? {}),
            year: old?.promulgated?.slice(0, 4) ?? '',
          },
        },
        data: cited,
      };
    }
  },
  fixes(finding, context) {
    const cited = finding.data as Known;
    const old = olderVersion(cited);
    if (!old || cited.citation.quoted) return [];
    return [...numberFix(context, cited, old), ...yearFix(cited, old)];
  },
});

function olderVersion({ statute, version }: Known): StatuteVersion | undefined {
  const at = statute.versions.indexOf(version);
  return at > 0 ? statute.versions[at - 1] : undefined;
}

function moved(context: RuleContext, cited: Known, old: StatuteVersion, article: number) {
  return context.library.move(old, article, cited.version);
}

function newNumbers(
  context: RuleContext,
  cited: Known,
  old: StatuteVersion,
): Record<string, string | number> | undefined {
  const { place, to } = cited.target;
  const from = moved(context, cited, old, place.article)?.articles ?? [];
  const until = to ? (moved(context, cited, old, to.article)?.articles ?? []) : [];
  if (from.length === 0 || (to && until.length === 0)) return undefined;
  const words = to
    ? [placeWords({ article: from[0]! }, { article: until.at(-1)! })]
    : from.slice(0, 4).map((article) => placeWords({ article }));
  return {
    to: words.map((w) => w.place).join('、'),
    toEn: words.map((w) => w.placeEn).join(', '),
  };
}

/** The new number, where there is exactly one. */
function numberFix(context: RuleContext, cited: Known, old: StatuteVersion): Fix[] {
  const { place, to } = cited.target;
  const from = moved(context, cited, old, place.article);
  if (from?.articles.length !== 1) return [];
  const article = from.articles[0]!;
  if (to) {
    const until = moved(context, cited, old, to.article);
    if (until?.articles.length !== 1) return [];
    const end = until.articles[0]!;
    const edits = rangeEdits(context, cited, article, end);
    const args = { ...placeWords({ article }, { article: end }), ...oldWords(context, cited.target) };
    return edits ? [{ title: { key: 'C08.fix.number', args }, edits, safe: false }] : [];
  }
  const keep = from.status === 'same';
  const next = keep ? { ...place, article } : { article };
  const lost = !keep && place.paragraph !== undefined;
  const key = lost ? 'C08.fix.check' : 'C08.fix.number';
  return placeFix(context, cited, next, key);
}

/** （2016年） behind the name of the law. */
function yearFix({ citation }: Known, old: StatuteVersion): Fix[] {
  const year = old.promulgated?.slice(0, 4);
  const { title } = citation;
  if (!year || !title) return [];
  const at = title.marks === 'none' ? title.range.end : title.range.end + 1;
  const english = citation.forms.includes('english');
  const edit = { start: at, end: at, text: english ? ` (${year})` : `（${year}年）` };
  return [{ title: { key: 'C08.fix.year', args: { year } }, edits: [edit], safe: false }];
}

function rangeEdits(context: RuleContext, cited: Known, from: number, to: number) {
  const articles = writtenParts(context, cited).filter((part) => part.unit === 'article');
  if (articles.length !== 2) return undefined;
  return [from, to].map((n, i) => ({
    ...articles[i]!.number,
    text: numberLike(articles[i]!.text, n),
  }));
}
