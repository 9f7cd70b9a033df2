import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import { type Locale, say } from '../messages';
import { writesArabic } from '../rules/elements/bases';
import type { StatuteLibrary } from '../statutes/library';
import type { Statute } from '../statutes/statute';
import { toChinese } from '../text/numerals';
import type { CitationContext, FeatureContext } from './context';
import { elementItems } from './elementCompletion';
import { toRange } from './positions';
import { articleMarkdown } from './statuteText';

/** At most this many items: the list is marked incomplete and asked for again as the user types. */
const most = 50;

interface ItemData {
  readonly version?: string;
  readonly article?: number;
  readonly suffix?: number;
}

/**
 * What can be written at the offset: statute titles after `《`, articles after a title or `第`, element sections at the
 * start of a line. Light items; `resolveCompletion` adds the law's text.
 */
export function completions(context: FeatureContext, offset: number): CompletionList | null {
  const { before, lineStart } = lineBefore(context, offset);
  return lawCompletions(context, offset) ?? elementItems(context, before, offset, lineStart);
}

/** Of these the titles and articles of laws. */
export function lawCompletions(context: CitationContext, offset: number): CompletionList | null {
  const { before } = lineBefore(context, offset);
  return articleItems(context, before, offset) ?? titleItems(context, before, offset);
}

function lineBefore({ check }: CitationContext, offset: number) {
  const { text } = check.memo;
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return { lineStart, before: text.slice(Math.max(lineStart, offset - 120), offset) };
}

/** Statute titles behind an open `《` (or its half-width look-alikes). */
function titleItems(context: CitationContext, before: string, offset: number): CompletionList | null {
  const m = /[《〈]([^《》〈〉\n]{0,40})$/.exec(before);
  if (!m) return null;
  const typed = m[1]!;
  const { library, check, lines, locale } = context;
  const range = toRange(lines, { start: offset - typed.length, end: offset });
  const closed = /^[》〉]/.test(check.memo.text.slice(offset, offset + 1));
  const cited = new Map<Statute, number>();
  for (const results of check.citations.byChunk)
    for (const citation of results?.citations ?? [])
      if (citation.statute) cited.set(citation.statute, (cited.get(citation.statute) ?? 0) + 1);
  const ranked: { statute: Statute; label: string; rank: number }[] = [];
  for (const statute of library.statutes()) {
    const rank = titleRank(statute, typed, cited.get(statute) ?? 0);
    if (rank !== undefined) ranked.push({ statute, label: statute.short, rank });
  }
  ranked.sort((a, b) => a.rank - b.rank || a.label.length - b.label.length);
  const items = ranked.slice(0, most).map(({ statute, label }, i): CompletionItem => {
    const state = library.asOf(statute, check.asOf);
    return {
      label,
      kind: 18,
      detail: say(locale, {
        key: `state.${state.state}`,
        args: { effective: state.version.effective ?? '?', ended: state.version.repealed ?? '?' },
      }),
      sortText: String(i).padStart(3, '0'),
      filterText: [typed, statute.short, statute.title, ...statute.aliases].join(' '),
      textEdit: { range, newText: closed ? label : `${label}》` },
      ...(state.state === 'repealed' && { tags: [1] }),
    };
  });
  return { isIncomplete: true, items };
}

/** Smaller is better; undefined = does not match. Laws that the memo cites come first, then those with text here. */
function titleRank(statute: Statute, typed: string, cited: number): number | undefined {
  const names = [statute.short, statute.title, ...statute.aliases, ...statute.englishAliases];
  const wanted = typed.trim().toLowerCase();
  let best: number | undefined;
  for (const name of names) {
    const lower = name.toLowerCase();
    if (lower.startsWith(wanted)) best = Math.min(best ?? 9, 0);
    else if (wanted && lower.includes(wanted)) best = Math.min(best ?? 9, 1);
    else if (wanted.length > 1 && subsequence(wanted, lower)) best = Math.min(best ?? 9, 2);
  }
  if (best === undefined) return undefined;
  const text = statute.versions.some((v) => v.coverage !== 'none') ? 0 : 3;
  return best * 10 + text - Math.min(cited, 9);
}

function subsequence(part: string, whole: string): boolean {
  let i = 0;
  for (const c of whole) if (c === part[i]) i++;
  return i === part.length;
}

/** A law's name and the word for an article, as in `E-Commerce Law, Art. 3`. */
const englishArticle = /\b([A-Z][A-Za-z\- ]{2,60}?),?\s(?:Articles?|Art\.)\s(\d{0,4})$/;

/** Whether an English text asks for an article at the offset: a cheap look at the words before it. */
export function asksForArticle(text: string, offset: number): boolean {
  return englishArticle.test(text.slice(Math.max(0, offset - 120), offset).replace(/^.*\n/s, ''));
}

/** Articles behind a law's name: `《电子商务法》第` or `E-Commerce Law Art. `. */
function articleItems(context: CitationContext, before: string, offset: number): CompletionList | null {
  const { library, check, lines } = context;
  const zh =
    /(?:《([^《》\n]{2,60})》|([\u4e00-\u9fff]{1,30}法(?:典)?))\s?(第\s?([零〇一二三四五六七八九十百千\d]{0,8}))?$/.exec(
      before,
    );
  const en = zh ? null : englishArticle.exec(before);
  const bare = zh || en ? null : /(第\s?([零〇一二三四五六七八九十百千\d]{0,8}))$/.exec(before);
  const name = zh?.[1] ?? zh?.[2] ?? en?.[1];
  const statute = name
    ? namedLaw(library, name, zh?.[1] !== undefined)
    : bare
      ? lastLaw(context, offset)
      : undefined;
  if (!statute || (!zh && !en && !bare)) return null;
  // A bare Chinese law name without 第 would otherwise open a list behind every mention of a law.
  if (zh && !zh[1] && !zh[3]) return null;
  const typed = en ? en[2]! : (zh?.[3] ?? bare?.[1] ?? '');
  const number = en ? en[2]! : (zh?.[4] ?? bare?.[2] ?? '');
  const version = library.asOf(statute, check.asOf).version;
  const arabic = writesArabic(context.check.citations, context.configuration.profile);
  const range = toRange(lines, { start: offset - typed.length, end: offset });
  const items: CompletionItem[] = [];
  for (const article of library.articles(version)) {
    if (items.length >= most) break;
    const chinese = toChinese(article.article);
    const digits = String(article.article);
    if (number && !chinese.startsWith(number) && !digits.startsWith(number)) continue;
    const suffix = article.suffix ? `之${toChinese(article.suffix)}` : '';
    const label = en ? digits : `第${arabic ? digits : chinese}条${suffix}`;
    items.push({
      label,
      kind: 12,
      detail: article.paragraphs[0]?.text.slice(0, 40) ?? '',
      filterText: `${typed} 第${digits}条 第${chinese}条 ${digits}`,
      sortText: `${digits.padStart(5, '0')}${article.suffix ?? 0}`,
      textEdit: { range, newText: label },
      data: {
        version: version.id,
        article: article.article,
        ...(article.suffix !== undefined && { suffix: article.suffix }),
      } satisfies ItemData,
    });
  }
  return { isIncomplete: true, items };
}

/** The law of a name; without marks, other words may stand before it: 依据民法典, Under the Civil Code. */
function namedLaw(library: StatuteLibrary, words: string, whole: boolean): Statute | undefined {
  for (let from = 0; from === 0 || (!whole && from < words.length - 1); from++) {
    const [law] = library.find(words.slice(from));
    if (law) return law;
  }
  return undefined;
}

/** The law of the last citation or mention before the offset. */
function lastLaw(context: CitationContext, offset: number): Statute | undefined {
  let law: { statute: Statute; end: number } | undefined;
  const { citations, mentions } = context.check.citations;
  for (const list of [citations, mentions]) {
    for (const { statute, end } of list) {
      if (end > offset) break;
      if (statute && end >= (law?.end ?? 0)) law = { statute, end };
    }
  }
  return law?.statute;
}

/** Adds what is too heavy for the list: the article's text. */
export function resolveCompletion(
  item: CompletionItem,
  parts: { library: StatuteLibrary; locale: Locale },
): CompletionItem {
  const data = item.data as ItemData | undefined;
  if (!data?.version || !data.article) return item;
  const version = parts.library.versionById(data.version);
  const article = version && parts.library.article(version, data.article, data.suffix);
  if (!version || !article) return item;
  return {
    ...item,
    documentation: {
      kind: 'markdown',
      value: `**《${version.short}》${article.label}**\n\n${articleMarkdown(article, { article: article.article }, parts.locale)}`,
    },
  };
}
