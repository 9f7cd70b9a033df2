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

/** The characters with which the first one of a word that refers back makes another word. */
const INSIDE: Readonly<Record<string, string>> = anaphora.inside;

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
  // 合同规定, 文本办法, 据此规定: the first character belongs to the word before.
  const word = INSIDE[text[at] as string];
  if (word?.includes(text[at - 1] ?? '-')) return undefined;
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

const { heads, strong, nouns, plain } = anaphora.lawEnglish;
const ENGLISH_ENDINGS: Readonly<Record<string, readonly string[]>> = nouns;
const either = (word: string) => `[${word[0]}${word[0]?.toUpperCase()}]${word.slice(1)}`;
const alternatives = (all: readonly string[]) =>
  [...all]
    .sort((a, b) => b.length - a.length)
    .map(either)
    .join('|');
const capitals = Object.keys(nouns).join('|');
const LAW_PHRASE = new RegExp(
  `(?:(?:${alternatives(strong)})\\s(?:${capitals}|${plain.join('|')})|(?:${alternatives(heads)})\\s(?:${capitals}))(?![A-Za-z])`,
  'y',
);
const PREVIOUS_PHRASE = new RegExp(`(?:${Object.keys(anaphora.previousEnglish).join('|')})(?![A-Za-z])`, 'y');
const IBID = new RegExp(
  `(?:${anaphora.ibid.map((word) => word.replace('.', '\\.')).join('|')})(?=[\\s,])`,
  'y',
);

/** “the Code”, “That Law”, “Id.” at a place of an English text; “the law” in small letters is any law. */
export function readEnglishAnaphor(
  text: string,
  at: number,
): { anaphor: Anaphor; end: number; anaphorText?: string } | undefined {
  IBID.lastIndex = at;
  const again = IBID.exec(text)?.[0];
  if (again) return { anaphor: { kind: 'law', endings: [], own: false }, end: at + again.length };
  LAW_PHRASE.lastIndex = at;
  const phrase = LAW_PHRASE.exec(text)?.[0];
  // “the Law on …”, “the Measures of the … on …” begin a title.
  if (!phrase || TITLE_GOES_ON.test(text.slice(at + phrase.length, at + phrase.length + 60)))
    return undefined;
  const noun = phrase.slice(phrase.lastIndexOf(' ') + 1);
  const title = (noun[0] as string).toUpperCase() + noun.slice(1);
  const endings = ENGLISH_ENDINGS[title] ?? [];
  return {
    anaphor: { kind: 'law', endings: endings.length > 0 ? [...endings, title] : [], own: false },
    end: at + phrase.length,
    anaphorText: noun,
  };
}

const NUMBERED =
  /(?:Judicial\s)?(?:Interpretation|Provisions)\s\(?([IVX]{1,4}|\d)\)?(?=,?\s\(?(?:[Aa]rt|§))/y;
const NUMBERED_BEHIND = new RegExp(
  NUMBERED.source.replace(/\(\?=.*$/, '(?![A-Za-z])(?!\\s(?:on|of|concerning|regarding)\\s)'),
  'y',
);
const NUMERALS = ['', ...'一二三四五六七八九十'];
const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];

/** “Interpretation (I), Art. 44”, “Article 44 of Interpretation (I)” (`behind`): an interpretation named by its kind and number alone. */
export function readNumberedKind(
  text: string,
  at: number,
  behind = false,
): { anaphor: Anaphor; end: number } | undefined {
  const pattern = behind ? NUMBERED_BEHIND : NUMBERED;
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  if (!match) return undefined;
  const written = match[1] as string;
  const number = NUMERALS[/\d/.test(written) ? Number(written) : ROMAN.indexOf(written)];
  if (!number) return undefined;
  const endings = ['解释', '规定'].map((kind) => `${kind}（${number}）`);
  return { anaphor: { kind: 'law', endings, own: false }, end: at + match[0].length };
}

/** “the preceding paragraph”, from “preceding”. */
export function readEnglishPrevious(text: string, at: number): { anaphor: Anaphor; end: number } | undefined {
  PREVIOUS_PHRASE.lastIndex = at;
  const phrase = PREVIOUS_PHRASE.exec(text)?.[0];
  if (!phrase) return undefined;
  const [unit, count] = (anaphora.previousEnglish as Record<string, readonly unknown[]>)[phrase] as [
    Unit,
    number,
  ];
  return { anaphor: { kind: 'previous', unit, count }, end: at + phrase.length };
}

const TITLE_GOES_ON =
  /^\s+(?:\([^)]{1,12}\)\s+)?(?:of the [A-Z][A-Za-z'’]*(?:\s+(?:of\s+)?[A-Z][A-Za-z'’]*){0,6}\s+)?(?:on|for|governing|concerning|regarding)\s+(?:the\s+)?[A-Z]/;
