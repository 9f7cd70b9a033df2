import type { Unit } from './element';
import { anaphora, WordList } from './lexicon';
import type { Anaphor } from './token';

const words = new Map<string, Anaphor>();
for (const head of anaphora.heads) {
  for (const [noun, endings] of Object.entries(anaphora.instruments)) {
    words.set(head + noun, { kind: 'law', endings, own: head === '本' });
  }
}
for (const [state, heads] of [
  ['former', anaphora.formerHeads],
  ['present', anaphora.presentHeads],
] as const) {
  for (const head of heads) {
    for (const [noun, endings] of Object.entries(anaphora.instruments))
      words.set(head + noun, { kind: 'law', endings, own: false, state });
  }
}
for (const word of anaphora.article) words.set(word, { kind: 'article', paragraph: word.endsWith('款') });
for (const word of anaphora.sameAsBefore) words.set(word, { kind: 'same' });
for (const head of anaphora.cited) words.set(head, { kind: 'cited' });
// 上文第一条: the memo's own, unless such an article was cited.
for (const head of anaphora.above) words.set(head, { kind: 'cited', own: true });
for (const [word, which] of Object.entries(anaphora.pair)) words.set(word, { kind: 'pair', which });
for (const word of anaphora.several) words.set(word, { kind: 'pair', which: -1 });
for (const [word, [unit, count]] of Object.entries(anaphora.previous)) {
  words.set(word, { kind: 'previous', unit: unit as Unit, count: count as number });
}
const list = new WordList(words.keys());
const kinds = new WordList(anaphora.bareInstruments);

/** First characters of all Chinese anaphors. */
export const anaphorFirst: ReadonlySet<number> = new Set([...words.keys()].map((word) => word.charCodeAt(0)));

/** The Chinese word that refers back and begins at `at` of simplified text. */
export function readAnaphor(text: string, at: number): { anaphor: Anaphor; end: number } | undefined {
  const length = list.at(text, at);
  if (length === 0) return undefined;
  const anaphor = words.get(text.substr(at, length)) as Anaphor;
  if (anaphor.kind === 'previous') {
    const before = text[at - 1] ?? '';
    const after = text[at + length] ?? '';
    // 目前条件, 提前款项, 前项目: other words.
    if (/[提目以之当先空向往面眼生年日事从此]/.test(before) || /[件目项理约]/.test(after)) return undefined;
  }
  // 合同上，第三条
  if (anaphor.kind === 'same' && /[\u4e00-\u9fff]/.test(text[at - 1] ?? '')) return undefined;
  return { anaphor, end: at + length };
}

/** 条例第25条, 办法第9条: a kind of law that stands alone before a locator at `at`; where it begins. */
export function kindBefore(text: string, at: number): { anaphor: Anaphor; start: number } | undefined {
  const length = kinds.before(text, at);
  if (length === 0) return undefined;
  const start = at - length;
  const before = text[start - 1] ?? '';
  if (/[\u4e00-\u9fff》”]/.test(before) && !/[按依照据及和与或见违反用]/.test(before)) return undefined;
  const noun = text.slice(start, at);
  const endings = (anaphora.instruments as Record<string, readonly string[]>)[noun] ?? [noun];
  return { anaphor: { kind: 'kind', endings }, start };
}

const PHRASES = new RegExp(
  [...anaphora.lawEnglish]
    .sort((a, b) => b.length - a.length)
    .map((phrase) => `[${phrase[0]}${phrase[0]?.toUpperCase()}]${phrase.slice(1)}(?![A-Za-z])`)
    .join('|'),
  'y',
);

/** “the Code”, “That Law” at a place of an English text; “the law” in small letters is any law. */
export function readEnglishAnaphor(text: string, at: number): { anaphor: Anaphor; end: number } | undefined {
  PHRASES.lastIndex = at;
  const phrase = PHRASES.exec(text)?.[0];
  // “the Law on …”, “the Measures of the … on …” begin a title.
  if (!phrase || TITLE_GOES_ON.test(text.slice(at + phrase.length, at + phrase.length + 60)))
    return undefined;
  const noun = phrase.slice(phrase.lastIndexOf(' ') + 1);
  return {
    anaphor: { kind: 'law', endings: ENGLISH_ENDINGS[noun] ?? [], own: false },
    end: at + phrase.length,
  };
}

const TITLE_GOES_ON =
  /^\s+(?:\([^)]{1,12}\)\s+)?(?:of the [A-Z][A-Za-z'’]*(?:\s+(?:of\s+)?[A-Z][A-Za-z'’]*){0,6}\s+)?(?:on|for|governing|concerning|regarding)\s+(?:the\s+)?[A-Z]/;

const ENGLISH_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  Code: ['法典'],
  Law: ['法', '法典', '通则', '总则'],
  Act: ['法', '法典'],
  Regulations: ['条例', '规定'],
  Measures: ['办法'],
  Provisions: ['规定', '解释'],
  Interpretation: ['解释', '规定'],
};
