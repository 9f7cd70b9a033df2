import { type Element, readElement, skipBlanks, type Unit } from './element';
import { nounsAfter, tails } from './lexicon';
import { isChineseNumeral, isDigit } from './number';
import { foldPoints, type Link, type Point } from './points';

export interface LocatorRead {
  readonly end: number;
  readonly points: readonly Point[];
  /** Some number is 4.3 or the like: a clause of a contract or standard, never of a statute. */
  readonly clause: boolean;
  /** It began with a number that has neither 第 before nor a title. */
  readonly weak: boolean;
}

const ORDER: Readonly<Record<Unit, number>> = { article: 0, paragraph: 1, item: 2, subitem: 3 };

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
  // 电商法38（2）和1198（2）: without a unit only the first is certainly the law's.
  if (afterTitle && !first.unit && !elements.some((element) => element.unit)) {
    let own = 1;
    while (own < elements.length && links[own - 1] === 'direct') own += 1;
    if (own > 1) {
      elements.splice(own);
      links.splice(own - 1);
    }
  }
  const filled = fillUnits(elements, links);
  const nothing: LocatorRead = { end: readEnd, points: [], clause, weak: true };
  if (!filled[0]?.unit) {
    const symbol = filled.length === 2 && links[0] === 'direct' && filled[1]?.bracket === true;
    if (
      !afterTitle ||
      filled.length > 2 ||
      !(symbol || standsAlone(text, (filled[filled.length - 1] as Element).end, filled[0]))
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
  // 民法典2020、2021两年
  if (!first.di && first.value >= 1900 && first.value < 2100) return false;
  let at = end;
  while (text[at] === ' ' || text[at] === '\u00a0') at += 1;
  const next = text[at] ?? '';
  if (next === '') return true;
  if (/[年月日号號元个個章节節编編页頁卷期版部次届周万亿人%％倍讲問问题例.．:：\d-]/.test(next)) return false;
  return at > end || !/[\u4e00-\u9fff]/.test(next);
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
      if (!element || isQuantity(text, previous, element, at > end)) return undefined;
      // 第（一）（三）项
      if (previous.bracket && previous.di && !previous.unit && element.bracket && element.unit)
        return { link: 'list', element };
      if (descends(previous, element) || symbolPart(text, previous, element, at))
        return { link: 'direct', element };
      // 第三百四十七条第一、二款: the unit comes with the last of the list.
      const ahead =
        (element.di || element.bracket) && !element.unit ? unitAhead(text, element.end) : undefined;
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
    // 第（一）、（二）项: the unit comes with the last of them.
    if (
      element.bracket &&
      !element.di &&
      !element.unit &&
      !(previous.bracket && unitAhead(text, element.end) !== undefined)
    )
      return undefined;
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

/** 第三十八条两款, 第11条 八项, 第十二条三项推定: a number of things, not the number of one. */
function isQuantity(text: string, previous: Element, element: Element, apart: boolean): boolean {
  if (element.di || element.bracket || element.style === 'arabic') return false;
  if (apart || /[两几]/.test(text[element.start] as string)) return true;
  const after = skipBlanks(text, element.end);
  return previous.di && /[\u4e00-\u9fff]/.test(text[after] ?? '') && tails.at(text, after) === 0;
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
