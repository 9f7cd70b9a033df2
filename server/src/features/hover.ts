import type { Hover } from 'vscode-languageserver-types';
import type { Citation, Target } from '../citations/citation';
import { say } from '../messages';
import type { AsOf, Locator, Statute, StatuteVersion } from '../statutes/statute';
import { lastAtMost } from '../text/lines';
import type { CitationContext } from './context';
import { movedLinks, neighbourLinks } from './hoverLinks';
import { lawName, placeName } from './names';
import { toRange } from './positions';
import { articleMarkdown, escapeMarkdown, shortened } from './statuteText';
import { versionLine } from './versionLine';

/** The citation and its target under an offset: the target itself, or the citation's first where the law's name is. */
export function citationAt(
  context: CitationContext,
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
export function hover(context: CitationContext, offset: number): Hover | null {
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

function describe(context: CitationContext, citation: Citation, target: Target): string {
  const { library, locale, check } = context;
  const statute = citation.statute!;
  const asOf = library.asOf(statute, check.asOf);
  const version = target.version ?? asOf.version;
  const name = lawName(version, locale, statute.english);
  const parts: string[] = [`**${name} ${heading(target, locale)}**`, versionLine(context, version, asOf)];
  parts.push(stateWords(context, version, asOf, target), whereNow(context, statute, version, asOf, target));
  const { place, to } = target;
  const first = library.article(version, place.article, place.suffix);
  if (first) {
    const ends = [{ article: first, at: place }];
    const last = to && library.article(version, to.article, to.suffix);
    if (last && last !== first) ends.push({ article: last, at: to });
    const several = ends.length > 1;
    const texts = ends.map(({ article, at }) => {
      const name = locale === 'en' ? placeName({ article: article.article }, 'en') : article.label;
      return (several ? `**${name}**\n\n` : '') + articleMarkdown(article, at, locale);
    });
    const between = last && several ? last.article - first.article - 1 : 0;
    if (between > 0)
      texts.splice(1, 0, `*${say(locale, { key: 'hover.between', args: { count: between } })}*`);
    parts.push(...texts);
    const english = ends.map(({ at }) => translated(context, version, at, several)).filter((t) => t !== '');
    if (english.length > 0) parts.push(`---\n${say(locale, { key: 'hover.unofficial' })}`, ...english);
    parts.push(neighbourLinks(context, version, first));
  } else if (target.status !== 'no-such-article') {
    if (target.status !== 'not-in-library') parts.push(say(locale, { key: 'hover.no-text' }));
    if (version.official) parts.push(`[${say(locale, { key: 'hover.official' })}](${version.official})`);
  }
  return parts.filter(Boolean).join('\n\n');
}

/** What the library says of the citation; '' where the line on the version has said it. */
function stateWords(context: CitationContext, version: StatuteVersion, asOf: AsOf, target: Target): string {
  const { status } = target;
  if (status === 'verified' || (status === 'repealed' && version.repealed !== undefined)) return '';
  const args = statusArgs(context, version, asOf, target);
  const key = status === 'no-such-item' && args.items === 0 ? 'no-items' : status;
  return say(context.locale, { key: `citation-status.${key}`, args });
}

/** Where the article of a repealed law, or of an earlier numbering, stands now. */
function whereNow(
  context: CitationContext,
  statute: Statute,
  version: StatuteVersion,
  asOf: AsOf,
  { status, place }: Target,
): string {
  if (place.suffix !== undefined) return '';
  const { successor } = asOf;
  if (status === 'repealed' && successor)
    return movedLinks(context, version, place.article, successor, context.library.statute(successor.short));
  const old = statute.versions[statute.versions.indexOf(version) - 1];
  if (status === 'renumbered' && old) return movedLinks(context, old, place.article, version, statute);
  return '';
}

function heading(target: Target, locale: 'zh-CN' | 'en'): string {
  const from = placeName(target.place, locale);
  return target.to ? `${from} ${locale === 'en' ? 'to' : '至'} ${placeName(target.to, locale)}` : from;
}

/** Arguments of the messages `citation-status.*`. */
export function statusArgs(
  context: Pick<CitationContext, 'library' | 'locale'>,
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

/** The unofficial rendering, for English memos; '' = there is none. */
function translated(
  context: CitationContext,
  version: StatuteVersion,
  place: Locator,
  labelled: boolean,
): string {
  if (!isEnglish(context)) return '';
  const article = context.library.translation(version, place.article, place.suffix);
  const label = labelled ? `**${placeName({ article: place.article }, 'en')}**\n\n` : '';
  return article ? label + shortened(articleMarkdown(article, place, 'en'), labelled ? 600 : 1200) : '';
}

/** Whether the memo is written in English: its front matter says so, or its letters do. */
function isEnglish(context: CitationContext): boolean {
  const { memo } = context.check;
  if (memo.frontMatter.language) return memo.frontMatter.language === 'en';
  const sample = memo.text.slice(0, 4000);
  const han = sample.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return han * 6 < sample.length;
}

function unresolved(context: CitationContext, citation: Citation): string {
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
