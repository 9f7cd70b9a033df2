import type { Locator } from '../statutes/statute';
import type { Form } from './citation';
import type { Element, Unit } from './element';

/** A place or a range of places as written, relative ones (第二款 alone) without an article. Offsets are those of the text read. */
export interface Point {
  readonly start: number;
  readonly end: number;
  readonly place: Partial<Locator>;
  readonly to?: Partial<Locator>;
  readonly forms: readonly Form[];
}

/** How an element is joined to the one before it. */
export type Link = 'direct' | 'list' | 'range';

interface OpenPoint {
  start: number;
  end: number;
  place: Partial<Locator>;
  to?: Partial<Locator>;
  forms: Form[];
}

/** Makes places of the elements: units go down within a place, a list begins a new one, a range gives its end. */
export function foldPoints(
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
  for (const point of points) point.forms = sharedForms(point.forms);
  // A copy: an array that grew holds room for more, and these stay.
  return points.slice();
}

const formLists = new Map<string, Form[]>();

/** The one list of these forms: there are few combinations, and every citation has some. */
export function sharedForms(forms: Form[]): Form[] {
  const key = forms.join();
  let list = formLists.get(key);
  if (!list) {
    list = forms.slice();
    formLists.set(key, list);
  }
  return list;
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

function put(forms: Form[], form: Form): void {
  if (!forms.includes(form)) forms.push(form);
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
  put(forms, element.style === 'arabic' ? 'arabic' : 'chinese');
  if (element.parts) put(forms, 'symbol');
  if (element.style === 'digitwise') put(forms, 'digitwise');
  if (element.spaced) put(forms, 'spaced');
  if (!written && element.bracket) put(forms, 'symbol');
  else if (!written && next === 'list') put(forms, 'elided-list');
  // 第21-39条: one 第 and one 条 around the range are enough.
  else if (!written && !(next === 'range' && element.di)) put(forms, 'missing-tiao');
  if (!element.di && !element.bracket && !wrapped)
    put(forms, joined && !written ? 'elided-list' : 'missing-di');
  if (unit === 'item' && written) put(forms, element.bracket ? 'bracketed-item' : 'plain-item');
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
