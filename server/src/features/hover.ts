import type { Hover } from 'vscode-languageserver-types';
import type { Citation, Target } from '../citations/citation';
import { say } from '../messages';
import type { Article, AsOf, Locator, StatuteVersion } from '../statutes/statute';
import { lastAtMost } from '../text/lines';
import type { FeatureContext } from './context';
import { lawName, placeName } from './names';
import { toRange } from './positions';
import { articleMarkdown, escapeMarkdown, shortened } from './statuteText';
import { statuteUri } from './statuteUri';
import { versionLine } from './versionLine';

/** The citation and its target under an offset: the target itself, or the citation's first where the law's name is. */
export function citationAt(
  context: FeatureContext,
  offset: number,
): { citation: Citation; target: Target | undefined } | undefined {
  const { citations, memo } = context.check;
  if (memo.chunks.length === 0) return undefined;
  const chunk = lastAtMost(memo.starts, offset);
  // The end of a chunk is the start of the next one.
  for (const at of memo.starts[chunk] === offset && chunk > 0 ? [chunk, chunk - 1] : [chunk]) {
    const citation = citations
      .inChunk(at)
      .citations.findLast(({ start, end }) => start <= offset && offset <= end);
    if (!citation) continue;
    const target = citation.targets.find((t) => offset >= t.start && offset <= t.end) ?? citation.targets[0];
    return { citation, target };
  }
  return undefined;
}

/** The law's text for the citation under the cursor: title, state as of the memo's date, the cited words. */
export function hover(context: FeatureContext, offset: number): Hover | null {
  const at = citationAt(context, offset);
  if (!at) return null;
  const { citation, target } = at;
  const markdown =
    citation.statute && target ? describe(context, citation, target) : unresolved(context, citation);
  return {
    contents: { kind: 'markdown', value: markdown },
    range: toRange(context.lines, citation),
  };
}

function describe(context: FeatureContext, citation: Citation, target: Target): string {
  const { library, locale, check } = context;
  const statute = citation.statute!;
  const asOf = library.asOf(statute, check.asOf);
  const version = target.version ?? asOf.version;
  const name = lawName(version, locale, statute.english);
  const parts: string[] = [`**${name} ${heading(target, locale)}**`, versionLine(context, version, asOf)];
  if (target.status !== 'verified') {
    parts.push(
      say(locale, {
        key: `citation-status.${target.status}`,
        args: statusArgs(context, version, asOf, target),
      }),
    );
  }
  const first = library.article(version, target.place.article, target.place.suffix);
  if (first) {
    parts.push(articleMarkdown(first, target.place, locale));
    if (target.to) {
      const last = library.article(version, target.to.article, target.to.suffix);
      const between = target.to.article - target.place.article - 1;
      if (between > 0) parts.push(`*${say(locale, { key: 'hover.between', args: { count: between } })}*`);
      if (last && last !== first) parts.push(articleMarkdown(last, target.to, locale));
    }
    const english = translated(context, version, target.place);
    if (english) parts.push(`---\n${say(locale, { key: 'hover.unofficial' })}\n\n${english}`);
    parts.push(links(context, version, first));
  } else if (target.status !== 'no-such-article') {
    parts.push(say(locale, { key: 'hover.no-text' }));
    if (version.official) parts.push(`[${say(locale, { key: 'hover.official' })}](${version.official})`);
  }
  return parts.filter(Boolean).join('\n\n');
}

function heading(target: Target, locale: 'zh-CN' | 'en'): string {
  const from = placeName(target.place, locale);
  return target.to ? `${from} ${locale === 'en' ? 'to' : '至'} ${placeName(target.to, locale)}` : from;
}

/** Arguments of the messages `citation-status.*`. */
export function statusArgs(
  context: Pick<FeatureContext, 'library' | 'locale'>,
  version: StatuteVersion,
  asOf: AsOf,
  target: Target,
): Record<string, string | number> {
  const { place } = target;
  const paragraphs = context.library.paragraphCount(version, place.article, place.suffix);
  const items = context.library.itemCount(version, place.article, place.paragraph ?? 1, place.suffix);
  return {
    law: version.short,
    articles: version.articles ?? '?',
    paragraphs: paragraphs ?? '?',
    items: items ?? '?',
    date: asOf.date,
    effective: version.effective ?? '?',
    ended: version.repealed ?? version.superseded ?? '?',
    successor: asOf.successor?.short ?? asOf.successorTitle ?? '—',
  };
}

function translated(context: FeatureContext, version: StatuteVersion, place: Locator): string | undefined {
  if (!isEnglish(context)) return undefined;
  const article = context.library.translation(version, place.article, place.suffix);
  return article && shortened(articleMarkdown(article, place, 'en'), 1200);
}

/** Whether the memo is written in English: its front matter says so, or its letters do. */
function isEnglish(context: FeatureContext): boolean {
  const { memo } = context.check;
  if (memo.frontMatter.language) return memo.frontMatter.language === 'en';
  const sample = memo.text.slice(0, 4000);
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return han * 6 < sample.length;
}

function links(context: FeatureContext, version: StatuteVersion, article: Article): string {
  const { library, locale } = context;
  const all = library.articles(version);
  const at = all.indexOf(article);
  const link = (key: string, to: Article | undefined) =>
    to ? `[${say(locale, { key, args: { place: to.label } })}](${statuteUri(version, to)})` : '';
  return [link('hover.open', article), link('hover.previous', all[at - 1]), link('hover.next', all[at + 1])]
    .filter(Boolean)
    .join(' · ');
}

function unresolved(context: FeatureContext, citation: Citation): string {
  const { locale } = context;
  if (citation.unknownTitle) {
    return say(locale, {
      key: 'citation-status.unknown-law',
      args: { law: escapeMarkdown(citation.unknownTitle) },
    });
  }
  const candidates = citation.candidates.map((c) => `《${c.short}》`).join('、');
  return say(locale, {
    key: candidates ? 'hover.unresolved-candidates' : 'hover.unresolved',
    args: { candidates },
  });
}
