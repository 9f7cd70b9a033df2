import { parseNumeral } from './numerals';

/** Reads `38`, `第三十八条`, `133-1`, `一百三十三条之一`; undefined when it is no article number. */
export function parseArticleNumber(text: string): { article: number; suffix?: number } | undefined {
  const m = /^第?\s*([^\s条之-]{1,12})\s*条?\s*(?:(?:之|-)\s*([^\s条之-]{1,6}))?$/.exec(text.trim());
  const article = m ? parseNumeral(m[1]!) : undefined;
  if (!m || article === undefined) return undefined;
  if (m[2] === undefined) return { article };
  const suffix = parseNumeral(m[2]);
  return suffix === undefined ? undefined : { article, suffix };
}
