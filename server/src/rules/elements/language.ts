import { textOf } from '../../memo/textOf';
import type { Locale } from '../../messages';
import type { RuleContext } from '../rule';

/** The language in which words are put into a memo. */
export type Language = 'zh' | 'en';

export const localeFor = (language: Language): Locale => (language === 'en' ? 'en' : 'zh-CN');

/** How much of the text is looked at, in code units. */
const sample = 3000;

/**
 * The language of the memo around a place: of the text there, else as the front matter says, else Chinese.
 * @param range a stretch whose language is wanted; absolute offsets
 */
export function languageOf(
  context: Pick<RuleContext, 'memo'>,
  range: { start: number; end: number },
): Language {
  const { memo } = context;
  const { frontMatter } = memo;
  const near = languageOfText(textOf(memo, range.start, Math.min(range.end, range.start + sample)));
  if (near) return near;
  if (frontMatter.language) return frontMatter.language;
  const from = frontMatter.range?.end ?? 0;
  return languageOfText(textOf(memo, from, from + sample)) ?? 'zh';
}

/** Undefined where the text is too short to tell. */
function languageOfText(text: string): Language | undefined {
  let han = 0;
  let latin = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin++;
  }
  if (han + latin < 4) return undefined;
  // A Chinese character says as much as some three letters.
  return han * 3 >= latin ? 'zh' : 'en';
}
