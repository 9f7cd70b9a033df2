import type { Locator } from '../statutes/statute';
import { documents } from './lexicon';

/** The words, numbers and brackets of which English locators consist. */

export type Level = 'article' | 'paragraph' | 'item' | 'subitem';
export type Place = { -readonly [K in keyof Locator]?: number };

const UNIT_WORDS: Readonly<Record<string, Level>> = {
  article: 'article',
  articles: 'article',
  art: 'article',
  arts: 'article',
  paragraph: 'paragraph',
  paragraphs: 'paragraph',
  para: 'paragraph',
  paras: 'paragraph',
  item: 'item',
  items: 'item',
  subparagraph: 'item',
  subparagraphs: 'item',
  'sub-paragraph': 'item',
  'sub-item': 'item',
};
export const CLAUSE_WORDS = new Set(documents.clauseWordsEnglish);
export const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
};
const ABBREVIATED = /^(?:art|para)s?$/;
export const ROMAN: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  v: 5,
  vi: 6,
  vii: 7,
  viii: 8,
  ix: 9,
  x: 10,
};

/** 38Ⅱ: the 款. */
const ROMAN_SIGNS = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ';

/** First letters of all words that begin a locator. */
export const FIRST_LETTERS = '§¶aApPiIsScCrRfFtT';

export const WORD_AT = /[A-Za-z][A-Za-z-]*/y;
export const NUMBER_AT = /(\d{1,4})(?![\d])/y;
const GAP_AT = /[ \t\u00a0]*(?:\r?\n)?[ \t\u00a0]*/y;
export const PART_AT = /[ \u00a0]?\((\d{1,2}|[ivx]{1,4}|[a-z])\)/y;
export const RANGE_AT = /[ \u00a0]*(?:[-–—~～]|\bto\b|\bthrough\b|\bthru\b)[ \u00a0]*/y;
export const LIST_AT = /[ \u00a0]*(?:,[ \u00a0]*(?:and|or|&)?|;[ \u00a0]*(?:and|or)|\band\b|\bor\b|&)\s*/y;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

export function gap(text: string, at: number): number {
  return at + (matchAt(GAP_AT, text, at)?.[0].length ?? 0);
}

/** The unit word at a place (Article, Arts., para., §) and where it ends. */
export function unitAt(text: string, at: number): { level: Level; plural: boolean; end: number } | undefined {
  if (text[at] === '§')
    return { level: 'article', plural: text[at + 1] === '§', end: at + (text[at + 1] === '§' ? 2 : 1) };
  if (text[at] === '¶') return { level: 'paragraph', plural: false, end: at + 1 };
  const word = matchAt(WORD_AT, text, at)?.[0];
  if (!word || word.length > 14) return undefined;
  const lower = word.toLowerCase();
  const level = UNIT_WORDS[lower];
  if (!level) return undefined;
  let end = at + word.length;
  if (text[end] === '.' && ABBREVIATED.test(lower)) end += 1;
  return { level, plural: lower.endsWith('s'), end };
}

export function levelNumber(text: string, at: number): { value: number; end: number } | undefined {
  const bracket = matchAt(PART_AT, text, at);
  if (bracket) return { value: partValue(bracket[1] as string), end: at + bracket[0].length };
  const number = matchAt(/(\d{1,2})(?!\d|\.\d)/y, text, at);
  return number ? { value: Number(number[1]), end: at + number[0].length } : undefined;
}

export function readPlace(
  text: string,
  at: number,
): { place: Place; end: number; decimal?: boolean } | undefined {
  const number = matchAt(NUMBER_AT, text, at);
  if (!number) return undefined;
  let end = at + number[0].length;
  const place: Place = { article: Number(number[1]) };
  const decimal = matchAt(/\.(\d{1,2})(?![\d.]*\d)/y, text, end);
  if (decimal) {
    const item = matchAt(PART_AT, text, end + decimal[0].length);
    return {
      place: {
        ...place,
        paragraph: Number(decimal[1]),
        ...(item ? { item: partValue(item[1] as string) } : {}),
      },
      end: end + decimal[0].length + (item?.[0].length ?? 0),
      decimal: true,
    };
  }
  if (text[end] === '.' && /\d/.test(text[end + 1] ?? '')) return undefined;
  const bis = matchAt(/ (bis|ter)\b/y, text, end);
  if (bis) {
    place.suffix = bis[1] === 'bis' ? 1 : 2;
    end += bis[0].length;
  }
  const roman = ROMAN_SIGNS.indexOf(text[end] ?? ' ');
  if (roman >= 0) return { place: { ...place, paragraph: roman + 1 }, end: end + 1 };
  for (const level of ['paragraph', 'item', 'subitem'] as const) {
    const part = matchAt(PART_AT, text, end);
    if (!part) break;
    // 57(ii): small Roman numerals are items.
    if (level === 'paragraph' && /^[ivx]/.test(part[1] as string)) continue;
    place[level] = partValue(part[1] as string);
    end += part[0].length;
  }
  return { place, end };
}

export function partValue(written: string): number {
  if (/^\d/.test(written)) return Number(written);
  return ROMAN[written] ?? written.charCodeAt(0) - 96;
}
