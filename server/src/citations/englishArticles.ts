import type { Form } from './citation';
import {
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
  RANGE_AT,
  readPlace,
  unitAt,
  WORD_AT,
} from './englishUnits';
import type { Point } from './points';

export interface EnglishLocatorRead {
  readonly end: number;
  readonly points: readonly Point[];
  /** “clause 8.3”, “section 36”, “Article III”: no place of a PRC statute. */
  readonly clause: boolean;
  /** The last member of a list, where that has a unit word of its own: “…, and Article 19” may be another law's. */
  readonly tail?: EnglishLocatorTail;
  /** Article 38.2: a 款 only if a statute is named with it, else a clause. */
  readonly decimal?: boolean;
}

/** Where the list would end without its last member. */
export interface EnglishLocatorTail {
  readonly end: number;
  readonly points: readonly Point[];
  /** Two members with a comma between them are rather two thoughts than a list: “Article 6, and Article 2 of the Code”. */
  readonly apart: boolean;
}

/** Article 38(2), Articles 27, 29 and 38(2), Arts. 1165-1179, Article 57 (items 1 and 3): the articles whose first number stands at `numbers`. */
export function readArticles(text: string, at: number, numbers: number, plural: boolean): EnglishLocatorRead {
  const points: Point[] = [];
  let decimal = false;
  let start = at;
  let next = numbers;
  let end = numbers;
  let tail: EnglishLocatorTail | undefined;
  let members = 1;
  for (let n = 0; n < 60; n += 1) {
    const read = readPlace(text, next);
    if (!read) break;
    if (read.decimal) decimal = true;
    const named = deeperUnits(text, read.end, read.place);
    end = named.end;
    let to: Place | undefined;
    const range = matchAt(RANGE_AT, text, end);
    if (range) {
      const unit = unitAt(text, end + range[0].length);
      const from = unit ? gap(text, unit.end) : end + range[0].length;
      const last = readPlace(text, from);
      if (last && last.place.article !== undefined) {
        if (last.place.article > (read.place.article ?? 0)) {
          to = last.place;
          end = last.end;
        } else if (range[0].length === 1 && last.place.article < 10 && read.place.paragraph === undefined) {
          // 133-1 is 第一百三十三条之一.
          read.place = { ...last.place, article: read.place.article, suffix: last.place.article };
          end = last.end;
        }
      }
    }
    const forms: Form[] = ['english', 'arabic'];
    points.push({ start, end, place: read.place, ...(to ? { to } : {}), forms });
    const level = named.plural ?? (to ? undefined : lowestLevel(read.place, read.end === end));
    if (level) end = furtherParts(text, end, level, named.plural !== undefined, points);
    if (named.open && text[end] === ')') end += 1;
    // The next member of the list, if one follows.
    const more = matchAt(LIST_AT, text, end);
    if (!more) break;
    const after = end + more[0].length;
    const unit = unitAt(text, after);
    if (unit && unit.level !== 'article') {
      const number = levelNumber(text, gap(text, unit.end));
      if (!number) break;
      const base: Place = { ...read.place, [unit.level]: number.value };
      if (unit.level === 'paragraph') delete base.item;
      end = number.end;
      if (read.place[unit.level] === undefined)
        points[points.length - 1] = { ...(points[points.length - 1] as Point), end, place: base };
      else points.push({ start: after, end, place: base, forms: ['english', 'arabic'] });
      const again = matchAt(LIST_AT, text, end);
      const follow = again ? unitAt(text, end + again[0].length) : undefined;
      if (!again || !follow) break;
      if (follow.level !== 'article') {
        const deeper = levelNumber(text, gap(text, follow.end));
        if (!deeper) break;
        end = deeper.end;
        points[points.length - 1] = {
          ...(points[points.length - 1] as Point),
          end,
          place: { ...base, [follow.level]: deeper.value },
        };
        break;
      }
      members += 1;
      tail = { end, points: [...points], apart: members === 2 && /[,;]/.test(again[0]) };
      start = end + again[0].length;
      next = gap(text, follow.end);
      continue;
    }
    const from = unit ? gap(text, unit.end) : after;
    const number = matchAt(NUMBER_AT, text, from);
    if (!number) break;
    // After a singular “Article 27,” a bare number is something else; after “and” it is not.
    if (!unit && !plural && !/and|or|&/.test(more[0])) {
      // … unless it ends the words there: “Art. 25, 26; …”, “(Art. 3(3), 37)”.
      const last = points[points.length - 1] as Point;
      const value = Number(number[1]);
      const ends = LIST_ENDS.test(text.slice(from + number[0].length, from + number[0].length + 12));
      if (!ends || value <= (last.to ?? last.place).article! || value >= leastYear) break;
    }
    if (
      !unit &&
      !/^(?:[\s,;.)(&:–，；。）、：-]|$)/.test(
        text.slice(from + number[0].length, from + number[0].length + 1),
      )
    )
      break;
    if (
      !unit &&
      /^\s+(?:days?|years?|months?|hours?|per|percent|%|million|RMB|yuan|people|users)/.test(
        text.slice(from + number[0].length, from + number[0].length + 10),
      )
    )
      break;
    members += 1;
    if (unit && /and|or|&/.test(more[0]))
      tail = { end, points: [...points], apart: members === 2 && !plural && /[,;]/.test(more[0]) };
    start = after;
    next = from;
  }
  return {
    end,
    points,
    clause: points.length === 0,
    ...(decimal ? { decimal } : {}),
    ...(tail ? { tail } : {}),
  };
}

const LIST_ENDS = /^(?:\(\d{1,2}\))?(?:\s*$|\s*[;)；）。\n]|,\s\d{1,4}(?:[;)\n]|$)|\s(?:and|&)\s\d)/;
/** Higher numbers behind a comma are years. */
const leastYear = 1900;
const LIST_OR_RANGE = /^\s?(?:,|and|or|&|to|[-–—])/;
const OPENING_AT = /\s*(?:(\()|,\s*|\s)\s*(?:the\s+)?/y;

/** “, paragraph 2, item (1)”, “ (Paragraph 2)”, “, second paragraph” behind an article: sets the place's deeper levels. */
function deeperUnits(
  text: string,
  from: number,
  place: Place,
): { end: number; plural?: Level; open?: boolean } {
  let end = from;
  for (let n = 0; n < 2; n += 1) {
    const opening = matchAt(OPENING_AT, text, end);
    if (!opening) break;
    const at = end + opening[0].length;
    const word = matchAt(WORD_AT, text, at)?.[0].toLowerCase() ?? '';
    const ordinal = ORDINALS[word];
    const unit = unitAt(text, ordinal === undefined ? at : gap(text, at + word.length));
    // art. 38, § 2
    const level = unit && text[at] === '§' && place.paragraph === undefined ? 'paragraph' : unit?.level;
    if (!unit || !level || level === 'article' || place[level] !== undefined) break;
    const number =
      ordinal === undefined ? levelNumber(text, gap(text, unit.end)) : { value: ordinal, end: unit.end };
    // “Articles 27, paragraph 2 of Article 38”: the paragraph is another article's.
    if (!number || matchAt(/\s*,?\s+of\s+(?:the\s+)?(?:said\s+|same\s+)?[Aa]rt/y, text, number.end)) break;
    if (opening[1]) {
      // “Article 57 (items 1 and 3)”: the list is read on inside the brackets.
      const listed = unit.plural && LIST_OR_RANGE.test(text.slice(number.end, number.end + 6));
      if (!listed && text[number.end] !== ')') break;
      place[level] = number.value;
      if (listed) return { end: number.end, plural: level, open: true };
      end = number.end + 1;
      continue;
    }
    place[level] = number.value;
    end = number.end;
    if (unit.plural) return { end, plural: level };
  }
  return { end };
}

/** The level of the brackets with which a place ends: 80(1)(i) ends with an item. */
function lowestLevel(place: Place, brackets: boolean): Level | undefined {
  if (!brackets) return undefined;
  if (place.subitem !== undefined) return 'subitem';
  if (place.item !== undefined) return 'item';
  return place.paragraph === undefined ? undefined : 'paragraph';
}

/** “(1)(i) and (ii)”, “paragraphs 1 and 2”, “paragraphs 1 to 3”: further parts of the same article. */
export function furtherParts(
  text: string,
  from: number,
  level: Level,
  bare: boolean,
  points: Point[],
): number {
  let end = from;
  for (let n = 0; n < 20; n += 1) {
    // 57(2)-(4), paragraphs 1 to 3; a bare number behind a bracket is an article's (57(2)–60).
    const dash = points.length > 0 ? matchAt(RANGE_AT, text, end) : undefined;
    const range = dash && (bare || matchAt(PART_AT, text, end + dash[0].length)) ? dash : undefined;
    const more = range ?? matchAt(LIST_AT, text, end);
    if (!more) break;
    const at = end + more[0].length;
    const part = matchAt(PART_AT, text, at);
    const number = part ? undefined : bare ? matchAt(/(\d{1,2})(?!\d|\.\d|\()/y, text, at) : undefined;
    const found = part ?? number;
    if (!found) break;
    const last = points[points.length - 1] as Point;
    const place = { ...last.place, [level]: partValue(found[1] as string) };
    end = at + found[0].length;
    if (range) points[points.length - 1] = { ...last, end, to: place };
    else points.push({ start: at, end, place, forms: last.forms });
  }
  return end;
}
