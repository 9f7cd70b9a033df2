import type { Locator } from '../statutes/statute';
import type { Form } from './citation';
import { nounsAfter } from './lexicon';
import { isChineseNumeral, isDigit, readNumber, readTornNumber } from './number';

/** A place or a range of places as written, relative ones (第二款 alone) without an article. Offsets are those of the text read. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly place: Partial<Locator>;
  readonly to?: Partial<Locator>;
  readonly forms: readonly Form[];
}

export interface LocatorRead {
  readonly end: number;
  readonly points: readonly Point[];
  /** Some number is 4.3 or the like: a clause of a contract or standard, never of a statute. */
  readonly clause: boolean;
  /** It began with a number that has neither 第 before nor a title. */
  readonly weak: boolean;
}

export type Unit = 'article' | 'paragraph' | 'item' | 'subitem';
const ORDER: Readonly<Record<Unit, number>> = { article: 0, paragraph: 1, item: 2, subitem: 3 };

interface Element {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly style: 'arabic' | 'chinese' | 'digitwise';
  readonly unit: Unit | undefined;
  readonly suffix: number | undefined;
  readonly di: boolean;
  readonly bracket: boolean;
  readonly spaced: boolean;
  readonly decimal: boolean;
  /** 第6(1)条: what stands in brackets before 条, as 款 and 项. */
  readonly parts?: readonly number[];
}

type Link = 'direct' | 'list' | 'range';

const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ';

/** No list in a memo is longer; the rest is another citation. */
const maxElements = 60;

/**
 * Reads a locator list (第三十八条第一款、第二款和第八十三条; 第21-39条; 第（一）项至第（三）项) that begins at `at`.
 * What turns out to be no locator (第1、第2、…) is answered with its end and no points, so that nobody reads it again.
 * @param afterTitle a title stands directly before: then 第 and 条 may be missing (民法典1198, 38(2))
 */
export function readLocator(text: string, at: number, afterTitle: boolean): LocatorRead | undefined {
  const first = readElement(text, at);
  if (!first) return undefined;
  if (!first.di && !afterTitle && !(first.unit && first.unit !== 'subitem')) return undefined;
  if (first.bracket && !first.di && !first.unit) return undefined;
  if (first.unit === 'subitem' && !first.di) return undefined;
  const elements: Element[] = [first];
  const links: Link[] = [];
  let clause = first.decimal;
  while (elements.length < maxElements) {
    const previous = elements[elements.length - 1] as Element;
    const next = readLink(text, previous, afterTitle || first.di || first.unit !== undefined);
    if (!next) break;
    links.push(next.link);
    elements.push(next.element);
    if (next.element.decimal) clause = true;
  }
  const readEnd = (elements[elements.length - 1] as Element).end;
  // Numbers at the end that got neither 第 nor a unit are something else (2019 in 第38条、2019年).
  while (elements.length > 1) {
    const last = elements[elements.length - 1] as Element;
    const link = links[links.length - 1] as Link;
    if (
      last.unit ||
      (link === 'direct' && last.bracket) ||
      (afterTitle && link === 'range' && elements.length === 2 && !first.unit)
    )
      break;
    elements.pop();
    links.pop();
  }
  const filled = fillUnits(elements, links);
  const nothing: LocatorRead = { end: readEnd, points: [], clause, weak: true };
  if (!filled[0]?.unit) {
    if (
      !afterTitle ||
      filled.length > 2 ||
      !standsAlone(text, (filled[filled.length - 1] as Element).end, filled[0])
    )
      return nothing;
  }
  const points = foldPoints(filled, elements, links);
  if (points.length === 0) return nothing;
  return { end: (filled[filled.length - 1] as Element).end, points, clause, weak: !first.di };
}

/** Whether a number after a title (民法典 1198) is not the beginning of something else (民法典 2020 年, 民法典10讲). */
function standsAlone(text: string, end: number, first: Element | undefined): boolean {
  if (!first?.value || (first.style !== 'arabic' && !first.di)) return false;
  let at = end;
  while (text[at] === ' ' || text[at] === '\u00a0') at += 1;
  const next = text[at] ?? '';
  if (next === '') return true;
  if (/[年月日号號元个個章节節编編页頁卷期版部次届周万亿人%％倍讲問问题例.．:：\d-]/.test(next)) return false;
  return at > end || !/[\u4e00-\u9fff]/.test(next);
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 0xa0 || unit === 0x3000 || unit === 9 || unit === 10 || unit === 13;
}

/** Skips at most four blanks (or one line break with its blanks). */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (end - at < 5 && isBlank(text.charCodeAt(end))) end += 1;
  return end - at < 5 ? end : at;
}

function readElement(text: string, at: number): Element | undefined {
  let i = at;
  const di = text[i] === '第';
  if (di) i = skipBlanks(text, i + 1);
  let open = false;
  if (text[i] === '（' || text[i] === '(' || text[i] === '［' || text[i] === '[') {
    open = true;
    i = skipBlanks(text, i + 1);
  }
  const before = i;
  let number = readNumber(text, i);
  if (!number && open && /[a-z]/.test(text[i] ?? '')) {
    // Items lettered (a) … occur in renderings of foreign law.
    number = { value: text.charCodeAt(i) - 96, end: i + 1, style: 'arabic', decimal: false };
  }
  if (!number) return undefined;
  if (
    di &&
    !open &&
    number.style === 'chinese' &&
    isChineseNumeral(text.charCodeAt(skipBlanks(text, number.end)))
  ) {
    number = readTornNumber(text, i) ?? number;
  }
  i = number.end;
  if (open) {
    i = skipBlanks(text, i);
    if (text[i] !== '）' && text[i] !== ')' && text[i] !== '］' && text[i] !== ']') return undefined;
    i += 1;
  }
  const afterNumber = skipBlanks(text, i);
  const spaced = before > at + (di ? 1 : 0) + (open ? 1 : 0) || afterNumber > i;
  const { value, style, decimal } = number;
  const element = (end: number, unit?: Unit, suffix?: number): Element => ({
    start: at,
    end,
    value,
    style,
    unit,
    suffix,
    di,
    bracket: open,
    spaced,
    decimal,
  });
  const mark = text[afterNumber];
  const next = text[afterNumber + 1];
  switch (mark) {
    case '(':
    case '（': {
      const inner = open ? undefined : bracketsBeforeUnit(text, afterNumber);
      if (inner) return { ...element(inner.end, 'article'), parts: inner.parts };
      break;
    }
    case '之': {
      // 一百三十三之一条: the suffix before the unit.
      const suffix = open ? undefined : readNumber(text, afterNumber + 1);
      if (suffix && text[suffix.end] === '条') return element(suffix.end + 1, 'article', suffix.value);
      break;
    }
    case '条': {
      if (open && !di) return undefined;
      const zhi = skipBlanks(text, afterNumber + 1);
      if (text[zhi] === '之') {
        const suffix = readNumber(text, skipBlanks(text, zhi + 1));
        if (suffix && suffix.value > 0 && suffix.value < 40 && !suffix.decimal)
          return element(suffix.end, 'article', suffix.value);
      }
      return next === '款' ? undefined : element(afterNumber + 1, 'article'); // 第X条款
    }
    case '款':
      return next === '项' ? undefined : element(afterNumber + 1, 'paragraph'); // 款项
    case '项':
      if (next === '目' && text[afterNumber + 2] !== '的' && text[afterNumber + 2] !== '第') return undefined; // 项目
      return element(afterNumber + 1, 'item');
    case '目':
      if (!open && !/[标录的前次光]/.test(next ?? '')) return element(afterNumber + 1, 'subitem');
  }
  return element(i);
}

const BRACKETS = /(?:\s?[（(](?:\d{1,2}|[a-z])[）)]){1,3}\s?条/y;

/** The brackets of 第38(2)条, 第6(1)(f)条. */
function bracketsBeforeUnit(text: string, at: number): { end: number; parts: number[] } | undefined {
  BRACKETS.lastIndex = at;
  const match = BRACKETS.exec(text)?.[0];
  if (!match) return undefined;
  const parts = [...match.matchAll(/\d+|[a-z]/g)].map(([part]) =>
    /\d/.test(part) ? Number(part) : part.charCodeAt(0) - 96,
  );
  return { end: at + match.length, parts };
}

function readLink(
  text: string,
  previous: Element,
  open: boolean,
): { link: Link; element: Element } | undefined {
  const end = previous.end;
  const at = skipBlanks(text, end);
  const unit = text[at];
  if (unit === undefined) return undefined;
  // Directly: 第三十八条第二款, 38条2款, 第五条（一）项, 38(2), and with 的/之/中/规定的 between.
  if (
    unit === '第' ||
    unit === '（' ||
    unit === '(' ||
    isDigit(text.charCodeAt(at)) ||
    isChineseNumeral(text.charCodeAt(at))
  ) {
    if (previous.unit || unit === '(' || unit === '（') {
      const element = readElement(text, at);
      if (!element || isQuantity(text, element, at > end)) return undefined;
      // 第（一）（三）项
      if (previous.bracket && previous.di && !previous.unit && element.bracket && element.unit)
        return { link: 'list', element };
      if (descends(previous, element) || symbolPart(text, previous, element, at))
        return { link: 'direct', element };
      // 第三百四十七条第一、二款: the unit comes with the last of the list.
      const ahead = element.di && !element.unit ? unitAhead(text, element.end) : undefined;
      if (ahead && descends(previous, { ...element, unit: ahead })) return { link: 'direct', element };
    }
    return undefined;
  }
  if (previous.unit && (unit === '的' || unit === '之' || unit === '中')) {
    const element = readElement(text, skipBlanks(text, at + 1));
    return element?.di && descends(previous, element) ? { link: 'direct', element } : undefined;
  }
  const roman = ROMAN.indexOf(unit);
  if (roman >= 0 && (previous.unit === undefined || previous.unit === 'article')) {
    // 38Ⅱ: the 款 as Roman numeral.
    const element: Element = {
      start: at,
      end: at + 1,
      value: roman + 1,
      style: 'arabic',
      unit: undefined,
      suffix: undefined,
      di: false,
      bracket: true,
      spaced: false,
      decimal: false,
    };
    return { link: 'direct', element };
  }
  const range = rangeMark(text, at);
  if (range > 0) {
    const element = readElement(text, skipBlanks(text, at + range));
    if (!element || (element.bracket && !element.di && !element.unit)) return undefined;
    return { link: 'range', element };
  }
  const list = listMark(text, at);
  if (list > 0) {
    const start = skipBlanks(text, at + list);
    const element = readElement(text, start);
    if (!element) return undefined;
    if (!element.di && !element.unit && !open) return undefined;
    if (element.bracket && !element.di && !element.unit) return undefined;
    // A comma or semicolon joins only what goes on as a list does, or the parts of one place (三十八条，二款).
    const mark = text[at] as string;
    if (/[，,；;]/.test(mark)) {
      if (descends(previous, element)) return isNoun(text, element) ? undefined : { link: 'direct', element };
      if (/[；;\n]/.test(mark) || !goesOnAsList(text, element.end)) return undefined;
    } else if (
      descends(previous, element) &&
      previous.unit === 'article' &&
      /[、]/.test(mark) &&
      !element.di
    ) {
      return { link: 'direct', element };
    }
    if (!element.unit && !element.di && !unitAhead(text, element.end)) return undefined;
    return { link: 'list', element };
  }
  return undefined;
}

/** 第三十八条两款, 第11条 八项: a number of things, not the number of one. */
function isQuantity(text: string, element: Element, apart: boolean): boolean {
  if (element.di || element.bracket || element.style === 'arabic') return false;
  return apart || /[两几]/.test(text[element.start] as string);
}

function descends(previous: Element, element: Element): boolean {
  return (
    previous.unit !== undefined && element.unit !== undefined && ORDER[element.unit] > ORDER[previous.unit]
  );
}

/** 38(2), 38(2)(1) after a title. */
function symbolPart(text: string, previous: Element, element: Element, at: number): boolean {
  if (!element.bracket || element.unit) return false;
  if (text[at] === '（') return element.style === 'arabic' && previous.style === 'arabic' && !previous.unit;
  return text[at] === '(' && (previous.style === 'arabic' || previous.unit === 'article');
}

/** ，第二项诉讼请求: the ordinal of a noun. */
function isNoun(text: string, element: Element): boolean {
  const nouns = element.unit === 'item' ? nounsAfter.item : nounsAfter.paragraph;
  return nouns.at(text, element.end) > 0;
}

function goesOnAsList(text: string, end: number): boolean {
  const at = skipBlanks(text, end);
  const next = text.substr(at, 2);
  return next === '' || /^(?:[、，,）)第和及与以或。；;均都皆]|之规|的规|等规)/.test(next);
}

/** The unit of a list of bare numbers, which stands at its last member (27、29、31条): looked for a bounded way ahead. */
function unitAhead(text: string, from: number): Unit | undefined {
  let at = from;
  for (let n = 0; n < 24; n += 1) {
    at = skipBlanks(text, at);
    const mark = rangeMark(text, at) || listMark(text, at);
    if (mark === 0 && text[at] !== '（' && text[at] !== '(') return undefined;
    const element = readElement(text, skipBlanks(text, at + mark));
    if (!element) return undefined;
    if (element.unit) return element.unit;
    if (element.di) return undefined;
    at = element.end;
  }
  return undefined;
}

/** Length of a range mark: 至, 到, and dashes of all kinds. */
function rangeMark(text: string, at: number): number {
  const unit = text[at];
  if (unit === '至' || unit === '到' || unit === '~' || unit === '～' || unit === '〜') return 1;
  if (unit !== undefined && /[-–—－─―‐‑‒]/.test(unit)) return /[—─–-]/.test(text[at + 1] ?? '') ? 2 : 1;
  return 0;
}

/** Length of a list mark: 、 ， ； 和 及 以及 与 或 或者 并 / and pairs such as “、和”. */
function listMark(text: string, at: number): number {
  const unit = text[at];
  if (unit === undefined) return 0;
  if (/[、，,；;]/.test(unit)) {
    const after = skipBlanks(text, at + 1);
    const more = conjunction(text, after);
    return more > 0 ? after + more - at : 1;
  }
  if (unit === '/' || unit === '／') return 1;
  return conjunction(text, at);
}

function conjunction(text: string, at: number): number {
  if (text.startsWith('以及', at) || text.startsWith('或者', at) || text.startsWith('并且', at)) return 2;
  return /[和及与與或并暨]/.test(text[at] ?? '') ? 1 : 0;
}

/** 27 in 第27、29条 takes the unit of the number that it is listed with. */
function fillUnits(elements: readonly Element[], links: readonly Link[]): Element[] {
  const filled = [...elements];
  for (let i = filled.length - 2; i >= 0; i -= 1) {
    const element = filled[i] as Element;
    const next = filled[i + 1] as Element;
    if (!element.unit && next.unit && links[i] !== 'direct') filled[i] = { ...element, unit: next.unit };
  }
  return filled;
}

interface OpenPoint {
  start: number;
  end: number;
  place: Partial<Locator>;
  to?: Partial<Locator>;
  forms: Form[];
}

/** Makes places of the elements: units go down within a place, a list begins a new one, a range gives its end. */
function foldPoints(
  elements: readonly Element[],
  asWritten: readonly Element[],
  links: readonly Link[],
): Point[] {
  const points: OpenPoint[] = [];
  let inTo = false;
  for (let i = 0; i < elements.length; i += 1) {
    const element = elements[i] as Element;
    const link = i === 0 ? 'list' : (links[i - 1] as Link);
    const current = points[points.length - 1];
    const unit =
      element.unit ??
      (link === 'direct' ? symbolUnit(current, inTo) : i === 0 || link === 'range' ? 'article' : undefined);
    if (!unit) continue;
    const written = asWritten[i]?.unit !== undefined;
    if (link === 'direct' && current) {
      if (inTo) current.to = { ...current.to, [unit]: element.value };
      else current.place = { ...current.place, [unit]: element.value };
      current.end = element.end;
      addForms(current.forms, element, unit, written, links[i]);
    } else if (link === 'range' && current) {
      current.to = placeAt(current.place, unit, element);
      current.end = element.end;
      inTo = true;
      const before = asWritten[i - 1];
      const wrapped = before?.di === true && before.unit === undefined;
      addForms(current.forms, element, unit, written, links[i], true, wrapped);
    } else {
      inTo = false;
      const forms: Form[] = [];
      addForms(forms, element, unit, written, links[i], i > 0 && link === 'list');
      points.push({
        start: element.start,
        end: element.end,
        place: placeAt(current?.to ?? current?.place ?? {}, unit, element),
        forms,
      });
    }
  }
  return points;
}

function symbolUnit(
  point: { place: Partial<Locator>; to?: Partial<Locator> } | undefined,
  inTo: boolean,
): Unit | undefined {
  const place = inTo ? point?.to : point?.place;
  if (!place) return undefined;
  if (place.item !== undefined) return 'subitem';
  return place.paragraph !== undefined ? 'item' : 'paragraph';
}

/** The place with one unit set anew: levels above stay, levels below are dropped. */
function placeAt(base: Partial<Locator>, unit: Unit, element: Element): Partial<Locator> {
  const place: { -readonly [K in keyof Locator]?: number } = {};
  if (unit === 'article') {
    place.article = element.value;
    if (element.suffix !== undefined) place.suffix = element.suffix;
    const [paragraph, item] = element.parts ?? [];
    if (paragraph !== undefined) place.paragraph = paragraph;
    if (item !== undefined) place.item = item;
    return place;
  }
  if (base.article !== undefined) place.article = base.article;
  if (base.suffix !== undefined) place.suffix = base.suffix;
  if (unit !== 'paragraph' && base.paragraph !== undefined) place.paragraph = base.paragraph;
  if (unit === 'subitem' && base.item !== undefined) place.item = base.item;
  place[unit] = element.value;
  return place;
}

function addForms(
  forms: Form[],
  element: Element,
  unit: Unit,
  written: boolean,
  next: Link | undefined,
  joined = false,
  wrapped = false,
): void {
  const add = (form: Form) => {
    if (!forms.includes(form)) forms.push(form);
  };
  add(element.style === 'arabic' ? 'arabic' : 'chinese');
  if (element.parts) add('symbol');
  if (element.style === 'digitwise') add('digitwise');
  if (element.spaced) add('spaced');
  if (!written && element.bracket) add('symbol');
  else if (!written && next === 'list') add('elided-list');
  // 第21-39条: one 第 and one 条 around the range are enough.
  else if (!written && !(next === 'range' && element.di)) add('missing-tiao');
  if (!element.di && !element.bracket && !wrapped) add(joined && !written ? 'elided-list' : 'missing-di');
  if (unit === 'item' && written) add(element.bracket ? 'bracketed-item' : 'plain-item');
}

/** Points with the levels that they leave out taken from a place. */
export function complete(points: readonly Point[], base: Partial<Locator>): Point[] {
  return points.map((point) => {
    const fill = (place: Partial<Locator>): Partial<Locator> => {
      if (place.article !== undefined) return place;
      if (place.paragraph !== undefined) {
        const { article, suffix } = base;
        return {
          ...(article === undefined ? {} : { article }),
          ...(suffix === undefined ? {} : { suffix }),
          ...place,
        };
      }
      return { ...base, ...place };
    };
    return { ...point, place: fill(point.place), ...(point.to ? { to: fill(point.to) } : {}) };
  });
}
