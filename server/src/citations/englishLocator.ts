import { type EnglishLocatorRead, furtherParts, readArticles } from './englishArticles';
import {
  CLAUSE_WORDS,
  FIRST_LETTERS,
  gap,
  type Level,
  LIST_AT,
  levelNumber,
  matchAt,
  NUMBER_AT,
  ORDINALS,
  PART_AT,
  type Place,
  partValue,
  unitAt,
  WORD_AT,
} from './englishUnits';
import { anaphora, foreign } from './lexicon';
import type { Point } from './points';

/**
 * Reads an English locator that begins with its unit word: Article 38(2), Arts. 1165-1179, Articles 27, 29 and 38(2),
 * paragraph 2 of Article 38, the second paragraph of Article 38 (from “second”). Relative ones (paragraph 2) have no article.
 */
export function readEnglishLocator(text: string, at: number): EnglishLocatorRead | undefined {
  if (!FIRST_LETTERS.includes(text[at] as string)) return undefined;
  const word =
    text[at] === '§' || text[at] === '¶' ? undefined : matchAt(WORD_AT, text, at)?.[0].toLowerCase();
  if (word && word.length > 14) return undefined;
  if (word && CLAUSE_WORDS.has(word)) {
    const number = matchAt(/\s*\d[\d.]*(?:\(\w{1,3}\))*/y, text, at + word.length);
    return number ? { end: at + word.length + number[0].length, points: [], clause: true } : undefined;
  }
  const ordinal = word ? ORDINALS[word] : undefined;
  if (ordinal !== undefined && word) return ordinals(text, at, ordinal, at + word.length);
  const unit = unitAt(text, at);
  if (!unit) return undefined;
  const start = gap(text, unit.end);
  if (unit.level !== 'article') {
    const value = levelNumber(text, start);
    if (!value) return undefined;
    const first: Point = {
      start: at,
      end: value.end,
      place: { [unit.level]: value.value },
      forms: ['english', 'arabic'],
    };
    const points = [first];
    const end = unit.plural ? furtherParts(text, value.end, unit.level, true, points) : value.end;
    return ofArticle(reversed(text, at, unit.level, value.value, end), points);
  }
  if (!matchAt(NUMBER_AT, text, start)) {
    const roman = matchAt(/[IVX]{1,6}\b/y, text, start);
    return roman ? { end: start + roman[0].length, points: [], clause: true } : undefined;
  }
  // Article 10.2.3
  const deep = matchAt(/\d{1,4}(?:\.\d{1,3}){2,}(?:\(\w{1,3}\))*/y, text, start);
  if (deep) return { end: start + deep[0].length, points: [], clause: true };
  const read = readArticles(text, at, start, unit.plural);
  // § 823 Abs. 1 BGB, Art. 6 Abs. 1 DSGVO
  return SECTION_PART.test(text.slice(read.end, read.end + 12))
    ? { ...read, points: [], clause: true }
    : read;
}

/** “paragraphs 1 and 2 of Article 38”: each with the article behind them. */
function ofArticle(read: EnglishLocatorRead, points: readonly Point[]): EnglishLocatorRead {
  if (points.length === 1 && points[0]?.to === undefined) return read;
  const base = read.points[0]?.place ?? {};
  return {
    ...read,
    points: points.map((point, i) => ({
      ...point,
      end: i === points.length - 1 ? read.end : point.end,
      place: { ...base, ...point.place },
      ...(point.to ? { to: { ...base, ...point.to } } : {}),
    })),
  };
}

/** “second paragraph of Article 38”, “first and second paragraphs of Article 38”, from the first ordinal. */
function ordinals(text: string, at: number, first: number, from: number): EnglishLocatorRead | undefined {
  const values = [{ start: at, end: from, value: first }];
  for (let end = from; values.length < 6; ) {
    const more = matchAt(LIST_AT, text, end);
    const start = end + (more?.[0].length ?? 0);
    const word = more && matchAt(WORD_AT, text, start)?.[0];
    const value = word ? ORDINALS[word.toLowerCase()] : undefined;
    if (!word || value === undefined) break;
    end = start + word.length;
    values.push({ start, end, value });
  }
  const last = values[values.length - 1] as (typeof values)[number];
  const unit = unitAt(text, gap(text, last.end));
  if (!unit || unit.level === 'article') return undefined;
  const points = values.map(
    ({ start, end, value }): Point => ({
      start,
      end,
      place: { [unit.level]: value },
      forms: ['english', 'arabic'],
    }),
  );
  return ofArticle(reversed(text, at, unit.level, first, unit.end), points);
}

const SECTION_PART = new RegExp(
  `^\\s(?:${foreign.sectionParts.map((word) => word.replace('.', '\\.')).join('|')})(?![A-Za-z])`,
);

/** Reads what may follow an English name without a unit word: ECL 38(2). */
export function readEnglishNumber(text: string, at: number): EnglishLocatorRead | undefined {
  const number = matchAt(NUMBER_AT, text, at);
  if (!number) return undefined;
  const end = at + number[0].length;
  if (!matchAt(PART_AT, text, end)) return undefined;
  return readArticles(text, at, at, false);
}

/** “paragraph 2 [of Article 38]”, “item (4) of paragraph 1 of Article 80”. */
function reversed(text: string, at: number, level: Level, value: number, end: number): EnglishLocatorRead {
  const place: Place = { [level]: value };
  let last = end;
  for (let n = 0; n < 3; n += 1) {
    const of = matchAt(/\s*,?\s+of\s+(?:the\s+)?/y, text, last);
    if (!of) break;
    const start = last + of[0].length;
    const again = anaphora.articleEnglish.find((phrase) =>
      text.startsWith(phrase, start - (/the\s+$/.test(of[0]) ? 4 : 0)),
    );
    if (again) {
      // “paragraph 2 of the said Article” stays relative.
      last = start - (/the\s+$/.test(of[0]) ? 4 : 0) + again.length;
      break;
    }
    // “item (2) of the second paragraph of Article 12”
    const word = matchAt(WORD_AT, text, start)?.[0] ?? '';
    const ordinal = ORDINALS[word.toLowerCase()];
    const unit = unitAt(text, ordinal === undefined ? start : gap(text, start + word.length));
    if (!unit) break;
    if (unit.level === 'article' && ordinal === undefined) {
      const number = matchAt(NUMBER_AT, text, gap(text, unit.end));
      if (!number) break;
      place.article = Number(number[1]);
      last = gap(text, unit.end) + number[0].length;
      const part = matchAt(PART_AT, text, last);
      if (part && place.paragraph === undefined) {
        place.paragraph = partValue(part[1] as string);
        last += part[0].length;
      }
      break;
    }
    const number =
      ordinal === undefined ? levelNumber(text, gap(text, unit.end)) : { value: ordinal, end: unit.end };
    if (!number) break;
    place[unit.level] = number.value;
    last = number.end;
  }
  return {
    end: last,
    points: [{ start: at, end: last, place, forms: ['english', 'arabic'] }],
    clause: false,
  };
}
