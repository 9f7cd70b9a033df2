import type { TextRange } from '../text/range';
import { simplify } from './fold';
import { anaphora } from './lexicon';

const { negations, verbs, objects, missing } = anaphora.untold;
const any = (words: readonly string[]) => `(?:${words.join('|')})`;
const UNTOLD = new RegExp(
  `${any(negations)}[^，。；]{0,4}?${any(verbs)}[^，。；]{0,6}?${any(objects)}|${any(objects)}[^，。；]{0,2}?${any(missing)}`,
);
/** What ends the words that can speak of a place: the sentence, another locator, a title. */
const END = /[。！？；\n《]|第[\d\s零〇一二三四五六七八九十百千]{1,9}[条款项]/;
const furthest = 40;

/** 第十七条，未说明是哪一部; （未注法律名称）第103条: the text itself says that it does not tell the law of the place. */
export function isUntold(prose: string, { start, end }: TextRange): boolean {
  const behind = simplify(prose.slice(end, end + furthest)).split(END)[0] ?? '';
  if (UNTOLD.test(behind)) return true;
  const before = simplify(prose.slice(Math.max(0, start - furthest), start));
  const words = UNTOLD.exec(before.split(/[。！？；\n]/).at(-1) ?? '');
  return words !== null && !END.test(words.input.slice(words.index));
}
