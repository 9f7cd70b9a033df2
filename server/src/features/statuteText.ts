import type { Article, Locator, Paragraph } from '../statutes/statute';
import { toChinese } from '../text/numerals';

/** Most characters of context around the cited words: a hover must fit a screen. */
const contextLimit = 160;

/**
 * An article as Markdown: the cited 款 or 项 in full, the rest of the article as a quotation, shortened when long.
 * @param place what is cited; without 款 the whole article is
 */
export function articleMarkdown(article: Article, place: Locator, locale: 'zh-CN' | 'en'): string {
  const whole = place.paragraph === undefined && place.item === undefined;
  if (whole) return shortened(article.paragraphs.map(paragraphMarkdown).join('\n\n'), 1800);
  const cited = citedParagraph(article, place);
  const several = article.paragraphs.length > 1;
  return article.paragraphs
    .map((paragraph, i) => {
      const label = several ? paragraphLabel(i + 1, locale) : '';
      if (i !== cited)
        return quote(label && `*${label}*　`, shortened(paragraphMarkdown(paragraph), contextLimit));
      const marked = label && `**${label}**　`;
      const item =
        place.item === undefined ? undefined : paragraph.items.find((x) => x.number === place.item);
      if (!item) return marked + paragraphMarkdown(paragraph);
      const others = paragraph.items.length - 1;
      return [
        marked + escapeMarkdown(paragraph.text),
        `**${escapeMarkdown(item.text)}**`,
        others > 0 ? `*${locale === 'en' ? `… ${others} other items` : `……（另有${others}项）`}*` : '',
      ]
        .filter(Boolean)
        .join('\n\n');
    })
    .join('\n\n');
}

/** Index of the cited 款: an item without 款 belongs to the only 款 that has items. */
function citedParagraph(article: Article, place: Locator): number {
  if (place.paragraph !== undefined) return place.paragraph - 1;
  const withItems = article.paragraphs.findIndex((p) => p.items.length > 0);
  return Math.max(0, withItems);
}

function paragraphMarkdown(paragraph: Paragraph): string {
  const lines = [escapeMarkdown(paragraph.text)];
  for (const item of paragraph.items) {
    lines.push(escapeMarkdown(item.text), ...item.subitems.map(escapeMarkdown));
  }
  if (paragraph.closing) lines.push(escapeMarkdown(paragraph.closing));
  return lines.join('  \n');
}

/** The whole text of a paragraph as one string, lines separated by `\n` (export, comparison). */
export function paragraphText(paragraph: Paragraph): string {
  const lines = [paragraph.text];
  for (const item of paragraph.items) lines.push(item.text, ...item.subitems);
  if (paragraph.closing) lines.push(paragraph.closing);
  return lines.filter(Boolean).join('\n');
}

/** Cuts a text behind a sentence end near the limit and says so by an ellipsis. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const stop = Math.max(
    text.lastIndexOf('。', limit),
    text.lastIndexOf('；', limit),
    text.lastIndexOf('. ', limit),
  );
  return `${text.slice(0, stop > limit / 2 ? stop + 1 : limit)} ……`;
}

function quote(label: string, text: string): string {
  return `${label}${text}`.replace(/^/gm, '> ');
}

/** The number of a 款, which its text does not bear: without it nobody sees which of them is cited. */
function paragraphLabel(number: number, locale: 'zh-CN' | 'en'): string {
  return locale === 'en' ? `(${number})` : `第${toChinese(number)}款`;
}

/** Text that Markdown is to show as it stands. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&');
}
