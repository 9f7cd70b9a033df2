import type { DocumentSymbol, Location, Range } from 'vscode-languageserver-types';
import { say } from '../messages';
import type { Article, Locator, StatuteVersion } from '../statutes/statute';
import type { FeatureContext } from './context';
import { paragraphText } from './statuteText';
import { statuteUri, versionIdOf } from './statuteUri';
import { versionLine } from './versionLine';

type LibraryView = Pick<FeatureContext, 'library' | 'locale'>;

/** A law version as a read-only Markdown document, and where each article stands in it. */
export interface StatuteDocument {
  readonly version: StatuteVersion;
  readonly text: string;
  /** First line (from 0) of each article, in order. */
  readonly articles: readonly { readonly article: Article; readonly line: number; readonly end: number }[];
  readonly divisions: readonly { readonly name: string; readonly level: number; readonly line: number }[];
}

/** The document behind a `statute:` address, as of today's facts; undefined = no such version. */
export function statuteDocument(view: LibraryView, uri: string, today: string): StatuteDocument | undefined {
  const id = versionIdOf(uri);
  const version = id === undefined ? undefined : view.library.versionById(id);
  if (!version) return undefined;
  const statute = view.library.statute(version.short);
  const lines = [`# ${version.title}`, ''];
  if (statute) lines.push(versionLine(view, version, view.library.asOf(statute, today)), '');
  const facts = [version.issuer, version.number, version.official].filter(Boolean).join(' · ');
  if (facts) lines.push(facts, '');
  if (version.note) lines.push(`> ${version.note}`, '');
  const list = view.library.articles(version);
  if (list.length === 0) lines.push(say(view.locale, { key: 'statute.no-text' }), '');
  else if (version.coverage === 'selected') lines.push(say(view.locale, { key: 'statute.selected' }), '');
  const articles: StatuteDocument['articles'][number][] = [];
  const divisions: StatuteDocument['divisions'][number][] = [];
  let above: readonly string[] = [];
  for (const article of list) {
    article.divisions.forEach((name, i) => {
      if (above[i] === name && above.slice(0, i).every((n, k) => n === article.divisions[k])) return;
      divisions.push({ name, level: i + 2, line: lines.length });
      lines.push(`${'#'.repeat(Math.min(i + 2, 5))} ${name}`, '');
    });
    above = article.divisions;
    const line = lines.length;
    lines.push(`###### ${article.label}`, '');
    for (const paragraph of article.paragraphs) {
      for (const text of paragraphText(paragraph).split('\n')) lines.push(text, '');
    }
    articles.push({ article, line, end: lines.length - 2 });
  }
  return { version, text: lines.join('\n'), articles, divisions };
}

/** Where a provision stands in its law's document: the article, or the line of the cited 款 or 项. */
export function provisionLocation(
  view: LibraryView,
  version: StatuteVersion,
  place: Locator,
  today: string,
): Location | undefined {
  const uri = statuteUri(version);
  const document = statuteDocument(view, uri, today);
  if (!document) return undefined;
  const found = document.articles.find(
    ({ article }) => article.article === place.article && article.suffix === place.suffix,
  );
  if (!found) return { uri, range: lineRange(0) };
  let line = found.line;
  const paragraph = place.paragraph;
  if (paragraph !== undefined || place.item !== undefined) {
    // Two lines (text and blank) for each 款, 项 and 目 before the cited one.
    const before = found.article.paragraphs.slice(0, (paragraph ?? 1) - 1);
    const rows = before.reduce((n, p) => n + paragraphText(p).split('\n').length, 0);
    line += 2 + 2 * (rows + (place.item ?? 0));
  }
  return { uri, range: lineRange(Math.min(line, found.end)) };
}

/** The outline of a law: divisions with their articles. */
export function statuteSymbols(document: StatuteDocument): DocumentSymbol[] {
  const last = document.text.split('\n').length - 1;
  const roots: DocumentSymbol[] = [];
  const open: { symbol: DocumentSymbol; level: number }[] = [];
  const entries = [
    ...document.divisions.map((d) => ({
      line: d.line,
      level: d.level,
      name: d.name,
      detail: '',
      end: last,
      kind: 3 as const,
    })),
    ...document.articles.map(({ article, line, end }) => ({
      line,
      level: 9,
      name: article.label,
      detail: article.paragraphs[0]?.text.slice(0, 30) ?? '',
      end,
      kind: 12 as const,
    })),
  ].sort((a, b) => a.line - b.line);
  for (const { line, level, name, detail, end, kind } of entries) {
    while (open.length > 0 && open[open.length - 1]!.level >= level) close(open.pop()!.symbol, line - 1);
    const symbol: DocumentSymbol = {
      name,
      detail,
      kind,
      range: { start: { line, character: 0 }, end: { line: end, character: 0 } },
      selectionRange: lineRange(line),
      children: [],
    };
    (open[open.length - 1]?.symbol.children ?? roots).push(symbol);
    if (level < 9) open.push({ symbol, level });
  }
  return roots;
}

function close(symbol: DocumentSymbol, line: number): void {
  symbol.range.end = { line, character: 0 };
}

function lineRange(line: number): Range {
  return { start: { line, character: 0 }, end: { line, character: 0 } };
}
