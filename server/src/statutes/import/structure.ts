import words from '../../../statutes/names/import.json';
import { articleKey, articleLabel, readArticleLabel } from '../articleLabel';
import { readItemNumber } from '../parseBody';
import type { Article, Item } from '../statute';
import type { SourceLine } from './cleanLines';
import type { ImportProblem } from './result';

/** What the lines of a law are. */
export interface Structure {
  /** Lines before the first article that are no headings: title, history, preamble. */
  readonly head: readonly SourceLine[];
  readonly articles: readonly Article[];
  /** Line of each article. */
  readonly lines: readonly number[];
  /** Number of different divisions that hold articles. */
  readonly divisions: number;
  readonly problems: readonly ImportProblem[];
}

interface OpenItem extends Item {
  subitems: string[];
}

interface OpenParagraph {
  text: string;
  items: OpenItem[];
}

const division = /^(第[零〇一二两三四五六七八九十百千0-9]{1,9}(分编|编|章|节))\s*(.{0,60})$/;
const part = /^[一二三四五六七八九十]{1,3}、.{1,30}$/;
/** What follows a label at the start of a line when it is a reference to an article and not an article. */
const reference = /^[、，,和至或及与的规第中所]/;
const sentenceEnd = /[。；：:;！？”）)…—]$/;
const subitem = /^(?:\d{1,3}[.．]|（\d{1,3}）)/;

/** Finds divisions, articles, 款, 项 and 目 in the lines of a law; one paragraph of the source is one 款 or one 项. */
export function readStructure(source: readonly SourceLine[]): Structure {
  const head: SourceLine[] = [];
  const articles: Article[] = [];
  const lines: number[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Map<number, number>();
  const above: (string | undefined)[] = [];
  let paragraphs: OpenParagraph[] | undefined;
  let last = 0;
  let inContents = false;

  for (let at = 0; at < source.length; at++) {
    const { line, text, heading, link, bold } = source[at]!;
    if (articles.length === 0 && words.contents.includes(text.replaceAll(' ', ''))) {
      inContents = true;
      continue;
    }
    if (
      articles.length > 0 &&
      !inOrder(text, last) &&
      words.annex.some((w) => text.startsWith(w)) &&
      text.length < 40
    ) {
      problems.push({ severity: 'warning', line, code: 'annex-left-out', args: { text: text.slice(0, 20) } });
      break;
    }
    const place = divisionOf(text, heading) ?? unnumbered(text, heading, link, articles.length > 0);
    if (place) {
      above.length = place.depth;
      above[place.depth] = place.title;
      paragraphs = undefined;
      continue;
    }
    const label = link ? undefined : articleAt(text, last, bold, heading);
    if (label) {
      const key = articleKey(label.article, label.suffix);
      const first = seen.get(key);
      if (first !== undefined) {
        const args = { article: articleLabel(label.article, label.suffix), first };
        problems.push({ severity: 'error', line, code: 'duplicate', args });
        // What follows belongs to the second text of the article, not to the one before it.
        paragraphs = [];
        continue;
      }
      seen.set(key, line);
      paragraphs = [];
      articles.push({
        article: label.article,
        ...(label.suffix !== undefined && { suffix: label.suffix }),
        label: articleLabel(label.article, label.suffix),
        paragraphs,
        divisions: above.filter((d) => d !== undefined),
      });
      lines.push(line);
      if (label.article > last) last = label.article;
      inContents = false;
      const rest = text.slice(label.length).trim();
      if (rest) paragraphs.push({ text: rest, items: [] });
      continue;
    }
    if (articles.length === 0) {
      if (!link && !inContents) head.push(source[at]!);
      continue;
    }
    if (!paragraphs) {
      problems.push({ severity: 'warning', line, code: 'stray-line', args: { text: text.slice(0, 20) } });
      continue;
    }
    if (!addLine(paragraphs, text)) {
      problems.push({ severity: 'warning', line, code: 'item-order', args: { item: text.slice(0, 4) } });
    }
    // 未编号的章名 and signatures look like paragraphs, but do not end like one.
    if (!sentenceEnd.test(text) && text.length < 25 && readItemNumber(text) === undefined) {
      problems.push({ severity: 'warning', line, code: 'not-a-sentence', args: { text } });
    }
  }
  for (let i = 0; i < articles.length; i++) {
    const { paragraphs: all, label } = articles[i]!;
    if (all.length === 0)
      problems.push({ severity: 'error', line: lines[i]!, code: 'empty', args: { article: label } });
  }
  return { head, articles, lines, divisions: countDivisions(articles), problems };
}

/** @returns false when the 项 are not numbered in order */
function addLine(paragraphs: OpenParagraph[], text: string): boolean {
  const current = paragraphs[paragraphs.length - 1];
  const item = readItemNumber(text);
  if (item !== undefined && current) {
    const before = listGoingOn(paragraphs, item);
    (before ?? current).items.push({ number: item, text, subitems: [] });
    if ((before ?? current).items.length !== item) return false;
  } else if (current && current.items.length > 0 && subitem.test(text)) {
    current.items[current.items.length - 1]!.subitems.push(text);
  } else paragraphs.push({ text, items: [] });
  return true;
}

/**
 * The 款 whose list a 项 goes on with, when other words stand between: these belong to the 项 before them. At most
 * three paragraphs back: what stands further apart is no list.
 */
function listGoingOn(paragraphs: OpenParagraph[], item: number): OpenParagraph | undefined {
  let at = paragraphs.length - 1;
  for (const least = Math.max(0, at - 3); at >= least && paragraphs[at]!.items.length === 0; ) at--;
  const list = paragraphs[at];
  if (!list || at === paragraphs.length - 1 || item < 2 || list.items.length !== item - 1) return undefined;
  const between = paragraphs.splice(at + 1).map((p) => p.text);
  list.items[list.items.length - 1]!.subitems.push(...between);
  return list;
}

/** The label of an article at the start of a line; a reference (第十条、第十一条规定的…) is none. */
function articleAt(text: string, last: number, bold: boolean, heading: number) {
  const label = readArticleLabel(text);
  if (!label) return undefined;
  const rest = text.slice(label.length);
  if (rest === '' || rest.startsWith(' ') || bold || heading > 0) return label;
  const next = label.article === last + 1 || (label.article === last && label.suffix !== undefined);
  return next && !reference.test(rest) ? label : undefined;
}

const inOrder = (text: string, last: number) => readArticleLabel(text)?.article === last + 1;

/** 编 0, 分编 1, 章 and parts 2, 节 3. */
function divisionOf(text: string, heading: number): { title: string; depth: number } | undefined {
  const m = division.exec(text);
  if (m && (heading > 0 || !/[。；，]/.test(m[3]!))) {
    const depth = { 编: 0, 分编: 1, 章: 2, 节: 3 }[m[2]!] ?? 2;
    const name = squeeze(m[3]!);
    return { title: name ? `${m[1]} ${name}` : m[1]!, depth };
  }
  const plain = squeeze(text);
  if (words.unnumbered.includes(plain)) return { title: plain, depth: 0 };
  if (heading > 0 && /编$/.test(plain)) return { title: plain, depth: 0 };
  if (part.test(text) && (heading > 0 || !/[。；：，]/.test(text))) return { title: plain, depth: 2 };
  return undefined;
}

/** A heading among the articles that has no number is a chapter all the same. */
function unnumbered(text: string, heading: number, link: boolean, begun: boolean) {
  if (heading === 0 || link || !begun || readArticleLabel(text)) return undefined;
  return { title: squeeze(text), depth: 2 };
}

const squeeze = (text: string) => text.replaceAll(' ', '');

function countDivisions(articles: readonly Article[]): number {
  return new Set(articles.flatMap((a) => a.divisions.map((_, i) => a.divisions.slice(0, i + 1).join('\n'))))
    .size;
}
