import { parseNumeral } from '../text/numerals';
import { articleKey, readArticleLabel } from './articleLabel';
import type { StatuteProblem } from './problem';
import type { Article, Item, Paragraph } from './statute';

/** A heading above articles: 编 (1), 章 and 分编 (2), 节 (3). */
export interface Division {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** 1-based line in the file. */
  readonly line: number;
}

/** The body of a statute file. */
export interface StatuteBody {
  /** Blocks before the first article (preamble of a judicial interpretation). */
  readonly preamble: readonly string[];
  readonly articles: readonly Article[];
  /** Line of each article's heading, same order as `articles`. */
  readonly lines: readonly number[];
  readonly divisions: readonly Division[];
  readonly problems: readonly StatuteProblem[];
}

interface OpenItem {
  number: number;
  text: string;
  subitems: string[];
}

interface OpenParagraph {
  text: string;
  items: OpenItem[];
  closing?: string;
}

const itemStart = /^(?:（([零一二三四五六七八九十百]{1,5})）|\((\d{1,3})\))/;
const subitemStart = /^(?:\d{1,3}[.．]|（\d{1,3}）)/;

const subBook = /^第[一二三四五六七八九十]{1,4}分编/;

/** The number of the 项 that begins the line: （三） or, in a translation, (3). */
export function readItemNumber(line: string): number | undefined {
  const m = itemStart.exec(line);
  if (!m) return undefined;
  return m[1] === undefined ? Number(m[2]) : parseNumeral(m[1]);
}

/**
 * Reads the body of a statute file: divisions, articles, 款, 项, 目 (format: docs/statutes.md).
 * @param body the text behind the front matter, LF line ends
 * @param firstLine 1-based line of the file on which the body begins
 */
export function parseBody(body: string, firstLine = 1): StatuteBody {
  const preamble: string[] = [];
  const articles: Article[] = [];
  const lines: number[] = [];
  const divisions: Division[] = [];
  const problems: StatuteProblem[] = [];
  const seen = new Map<number, number>();
  const above: (string | undefined)[] = [];
  let paragraphs: OpenParagraph[] | undefined;
  let paragraph: OpenParagraph | undefined;
  let inBlock = false;
  /** After an article's text has been cut off by a division: text is then nobody's. */
  let stray = false;
  let number = firstLine - 1;

  for (const raw of body.split('\n')) {
    number++;
    const line = trimEnd(raw);
    if (line === '') {
      inBlock = false;
      continue;
    }
    if (line.startsWith('#')) {
      inBlock = false;
      paragraph = undefined;
      const m = /^(#{1,6})[ \u3000\t]+(\S.*)$/.exec(line);
      const level = m ? m[1]!.length : 0;
      if (level >= 1 && level <= 3) {
        const division: Division = { level: level as 1 | 2 | 3, title: m![2]!, line: number };
        divisions.push(division);
        // 分编 is written at the level of 章 but holds chapters.
        const depth = level === 1 ? 0 : level === 3 ? 3 : subBook.test(division.title) ? 1 : 2;
        above.length = depth;
        above[depth] = division.title;
        paragraphs = undefined;
        stray = articles.length > 0;
        continue;
      }
      const label = m && level === 4 ? readArticleLabel(m[2]!) : undefined;
      if (!label || label.length !== m![2]!.length) {
        problems.push({ line: number, code: 'bad-heading', args: { heading: line.slice(0, 40) } });
        paragraphs = undefined;
        stray = true;
        continue;
      }
      const key = articleKey(label.article, label.suffix);
      const first = seen.get(key);
      if (first !== undefined) {
        problems.push({ line: number, code: 'duplicate-article', args: { article: m![2]!, first } });
      } else seen.set(key, number);
      paragraphs = [];
      articles.push({
        article: label.article,
        ...(label.suffix !== undefined && { suffix: label.suffix }),
        label: m![2]!,
        paragraphs,
        divisions: above.filter((d) => d !== undefined),
      });
      lines.push(number);
      stray = false;
      continue;
    }
    if (!paragraphs) {
      if (stray) problems.push({ line: number, code: 'stray-text', args: { text: line.slice(0, 20) } });
      else if (inBlock) preamble[preamble.length - 1] += `\n${line}`;
      else preamble.push(line);
      inBlock = true;
      continue;
    }
    const item = readItemNumber(line);
    if (item !== undefined && (paragraph || paragraphs.length > 0)) {
      paragraph ??= paragraphs[paragraphs.length - 1]!;
      // Words that stood between two 项 belong to the first of them.
      const before = paragraph.items[paragraph.items.length - 1];
      if (before && paragraph.closing !== undefined && item === paragraph.items.length + 1) {
        before.subitems.push(...paragraph.closing.split('\n'));
        delete paragraph.closing;
      }
      if (item !== paragraph.items.length + 1) {
        problems.push({
          line: number,
          code: 'item-order',
          args: { item: line.slice(0, line.search(/[）)]/) + 1) },
        });
      }
      paragraph.items.push({ number: item, text: line, subitems: [] });
    } else if (!inBlock || !paragraph) {
      paragraph = { text: line, items: [] };
      paragraphs.push(paragraph);
    } else if (paragraph.items.length > 0 && paragraph.closing === undefined && subitemStart.test(line)) {
      paragraph.items[paragraph.items.length - 1]!.subitems.push(line);
    } else if (paragraph.items.length > 0) {
      paragraph.closing = paragraph.closing === undefined ? line : `${paragraph.closing}\n${line}`;
    } else paragraph.text += `\n${line}`;
    inBlock = true;
  }
  for (let i = 0; i < articles.length; i++) {
    const article = articles[i]!;
    if (article.paragraphs.length === 0) {
      problems.push({ line: lines[i]!, code: 'empty-article', args: { article: article.label } });
    }
  }
  return { preamble, articles, lines, divisions, problems };
}

/** `trimEnd` without a regular expression that looks at every run of spaces. */
function trimEnd(line: string): string {
  return line.endsWith(' ') || line.endsWith('\r') || line.endsWith('\t') || line.endsWith('\u3000')
    ? line.trimEnd()
    : line;
}

/** A 款 as lines: its words, its 项 with their 目, its closing words. */
export function paragraphLines(paragraph: Paragraph): string[] {
  const lines = paragraph.text === '' ? [] : [paragraph.text];
  for (const item of paragraph.items) lines.push(...itemLines(item));
  if (paragraph.closing !== undefined) lines.push(paragraph.closing);
  return lines;
}

/** A 项 as lines: its words, its 目. */
export function itemLines(item: Item): string[] {
  return [item.text, ...item.subitems];
}

/** The whole text of an article, without its label: every 款 and 项 on its own line. */
export function articleText(article: Article): string {
  return article.paragraphs.flatMap(paragraphLines).join('\n');
}
