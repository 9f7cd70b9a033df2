import { parseNumeral, toChinese } from '../text/numerals';

/** An article's number as a label gives it. */
export interface ArticleNumber {
  readonly article: number;
  readonly suffix?: number;
}

const label = /^第([零〇一二两三四五六七八九十百千0-9]{1,9})条(?:之([一二三四五六七八九十0-9]{1,4}))?/;

/**
 * Reads the label at the start of a line: 第三十八条, 第一百三十三条之一, 第38条.
 * @returns the number and the label's length in UTF-16 code units; undefined = the line does not begin with a label
 */
export function readArticleLabel(line: string): (ArticleNumber & { readonly length: number }) | undefined {
  const m = label.exec(line);
  if (!m) return undefined;
  const article = parseNumeral(m[1]!);
  const suffix = m[2] === undefined ? undefined : parseNumeral(m[2]);
  if (!article || (m[2] !== undefined && !suffix)) return undefined;
  return suffix ? { article, suffix, length: m[0].length } : { article, length: m[0].length };
}

/** 第三十八条, 第一百三十三条之一. */
export function articleLabel(article: number, suffix?: number): string {
  return `第${toChinese(article)}条${suffix ? `之${toChinese(suffix)}` : ''}`;
}

/** One number for article and suffix, for maps and for sorting: 第133条之一 → 133001. */
export function articleKey(article: number, suffix = 0): number {
  return article * 1000 + suffix;
}
