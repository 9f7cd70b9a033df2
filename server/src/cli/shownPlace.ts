import { parseArticleNumber } from '../text/articleNumber';
import { parseNumeral } from '../text/numerals';

/** What of a law is to be shown: an article, one of its paragraphs (款), or the articles from one to another. */
export interface ShownPlace {
  readonly article: number;
  readonly suffix?: number;
  readonly paragraph?: number;
  readonly to?: number;
}

/** Reads `38`, `第三十八条第二款`, `38(2)`, `38.2`, `27-29`, `第二十七条至第二十九条`; undefined when it is no such place. */
export function readShownPlace(text: string): ShownPlace | undefined {
  const written = text.trim();
  const range = /^(.{1,16}?)\s?(?:至|到|[-–—~～])\s?(.{1,16})$/.exec(written);
  const [first, last] = [range?.[1], range?.[2]].map((part) => part && parseArticleNumber(part));
  // 133-1 is an article between two others, 27-29 are three articles.
  if (first && last && last.article > first.article) return { ...first, to: last.article };
  const whole = parseArticleNumber(written);
  if (whole) return whole;
  const parts =
    /^(.{1,16}?)\s?(?:[(（]\s?(\d{1,3})\s?[)）]|\.(\d{1,3})|第?\s?([零〇一二三四五六七八九十\d]{1,4})\s?款)$/.exec(
      written,
    );
  const article = parts ? parseArticleNumber(parts[1]!) : undefined;
  const paragraph = parts ? parseNumeral((parts[2] ?? parts[3] ?? parts[4])!) : undefined;
  return article && paragraph ? { ...article, paragraph } : undefined;
}
