import { titles } from './lexicon';

/** What looks like a citation and is none: drafts, names of files, addresses. */

const DRAFT = new RegExp(
  `^[\\s（(]*(?:${titles.draftPrefixes.join('|')}){0,2}(?:${titles.drafts.join('|')})(?:[^，。；：、“《]{0,8}?|[中里]，)第`,
);
const FILE = new RegExp(
  `^[\\w\\u4e00-\\u9fff（）()+-]{0,24}\\.(?:${titles.fileEndings.join('|')})(?![A-Za-z0-9])`,
  'i',
);
const ADDRESS = /(?:https?:\/\/|www\.)[^\s，。；、（）【】《》“”"'<>|]*/y;

/** Whether the name that ends at `end` goes on as that of a draft with its number (《电子商务法》草案三次审议稿第三十七条). */
export function isDraft(text: string, end: number): boolean {
  return DRAFT.test(text.slice(end, end + 24));
}

/** Whether what ends at `end` goes on as the name of a file (电子商务法第38条解读.pdf). */
export function isFileName(text: string, end: number): boolean {
  const behind = text.slice(end, end + 32);
  return behind.includes('.') && FILE.test(behind);
}

/** Length of the web address that begins at `at`; 0 = none. */
export function addressAt(text: string, at: number): number {
  ADDRESS.lastIndex = at;
  return ADDRESS.exec(text)?.[0].length ?? 0;
}
