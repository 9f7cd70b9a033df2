import type { Form } from './citation';
import {
  books,
  clauseBearing,
  contractTitles,
  definedAs,
  documents,
  foreign,
  foreignChinese,
  foreignPlaces,
  lawEndings,
  officialAfter,
  officialSigns,
  privateSigns,
  ruleEndings,
  titles,
  WordList,
} from './lexicon';
import { type LocatorRead, readLocator } from './locator';
import type { NameIndex } from './names';
import type { NameExpression } from './token';

/** A longer stretch between title marks is no title. */
const longestTitle = 140;
/** A rule (办法, 规定 …) with a shorter title and no official sign is taken for an internal one. */
export const officialLength = 9;
const measuresLength = 6;

export interface TitleRead {
  readonly name: NameExpression;
  /** 《电子商务法第38条》: the locator inside the marks. */
  readonly inside?: LocatorRead;
}

const OPENING = new Map<string, string>([
  ['《', '》'],
  ['〈', '〉'],
  ['<', '>'],
  ['＜', '＞'],
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
  ['「', '」'],
  ['『', '』'],
]);

/** The marks that may open a title. */
export const titleOpenings: readonly string[] = [...OPENING.keys()];

/**
 * Reads the title whose opening mark stands at `at` of simplified text. Marks other than 《》 count only around a name that is a law's.
 */
export function readTitle(text: string, at: number, names: NameIndex): TitleRead | undefined {
  const open = text[at] as string;
  const close = OPENING.get(open);
  if (!close) return undefined;
  const double = (open === '<' || open === '＜') && text[at + 1] === open ? 1 : 0;
  if (open === '<' && !double) return undefined;
  const start = at + 1 + double;
  const end = closing(text, start, open, close);
  if (open !== '《' && open !== '〈' && !double && open !== '«') {
    if (end < 0 || end - start > 60) return undefined;
    const inner = text.slice(start, end);
    const statutes = /[\u4e00-\u9fff]{2}|[A-Z]/.test(inner) ? names.title(inner) : [];
    const after = text.slice(end + 1, end + 4);
    const before = text.slice(Math.max(0, at - 12), at);
    // 台湾「民法」第184条, 「强制汽车责任保险法」第7条
    const looksLaw =
      lawEndings.before(text, end) > 0 &&
      /^\s?第/.test(after) &&
      (foreignPlaceBefore(before) || /^[\u4e00-\u9fff]{4,}$/.test(inner));
    if (statutes.length === 0 && !looksLaw) return undefined;
    return { name: classify(text, at, end + 1, start, end, 'other', names) };
  }
  if (end < 0) return unclosed(text, at, start, names);
  const marks = open === '《' ? '《》' : 'other';
  const name = classify(text, at, end + 1 + double, start, end, marks, names);
  if (name.sort !== 'law' && name.sort !== 'foreign') {
    const split = /^(.{2,60}?)(第[\s\d０-９零〇一二三四五六七八九十百千廿卅两]{1,12}条.*)$/s.exec(
      text.slice(start, end),
    );
    if (split) {
      const cut = start + (split[1] as string).length;
      const inside = readLocator(text, cut, true);
      const inner = classify(text, at, end + 1 + double, start, cut, marks, names);
      if (inner.sort === 'law' && inside && inside.points.length > 0 && end - inside.end < 3) {
        return { name: { ...inner, forms: [...inner.forms, 'locator-inside-marks'] }, inside };
      }
    }
  }
  return { name };
}

/** The closing mark of a title that began before `from`, nested marks counted; -1 = none near. */
function closing(text: string, from: number, open: string, close: string): number {
  const [openUnit, closeUnit] = [open.charCodeAt(0), close.charCodeAt(0)];
  let depth = 0;
  let first = -1;
  const limit = Math.min(text.length, from + longestTitle);
  for (let i = from; i < limit; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === closeUnit) {
      if (first < 0) first = i;
      if (depth === 0) return i;
      depth -= 1;
    } else if (unit === openUnit) depth += 1;
    else if (unit === FULL_STOP && depth === 0) break;
    else if (unit === 10 && text.charCodeAt(i + 1) === 10) break;
  }
  return first;
}

const FULL_STOP = '。'.charCodeAt(0);

/** 《电子商务法第38条 without its closing mark: the longest name that begins there. */
function unclosed(text: string, at: number, start: number, names: NameIndex): TitleRead | undefined {
  const from = text.startsWith('中华人民共和国', start) ? start + 7 : start;
  const match = names.chinese(text, from) ?? names.chinese(text, start);
  if (!match) return undefined;
  const wrong = /[)）〉>」』”]/.test(text[match.end] ?? '') ? 1 : 0;
  return {
    name: {
      start: at,
      end: match.end + wrong,
      inner: { start, end: match.end },
      text: text.slice(start, match.end),
      marks: 'other',
      statutes: match.statutes,
      sort: 'law',
      english: false,
      forms: ['title-marks'],
    },
  };
}

const noForms: readonly Form[] = [];
const otherMarks: readonly Form[] = ['title-marks'];

const BRACKETED_VERSION = /[（(][^（()）]{0,24}(?:修正|修订|年|试行|版|废止)[^（()）]{0,12}[）)]$/;

function classify(
  text: string,
  start: number,
  end: number,
  innerStart: number,
  innerEnd: number,
  marks: '《》' | 'other',
  names: NameIndex,
): NameExpression {
  const inner = text.slice(innerStart, innerEnd);
  const before = text.slice(Math.max(0, start - 16), start);
  const after = text.slice(end, end + 40);
  let statutes = names.title(inner);
  const version = /[）)]$/.test(inner) ? BRACKETED_VERSION.exec(inner) : null;
  if (statutes.length === 0 && version && !DRAFTS.within(version[0]))
    statutes = names.title(inner.slice(0, version.index));
  const book = statutes.length === 0 ? bookSuffix(inner) : 0;
  if (book > 0) statutes = names.title(inner.slice(0, -book));
  const year = yearIn(version?.[0] ?? '') ?? yearBefore(before);
  const sort = sortOf(inner, before, after, statutes.length > 0);
  return {
    start,
    end,
    inner: { start: innerStart, end: innerEnd },
    text: /\s/.test(inner) ? inner.replace(/\s+/g, /[A-Za-z]/.test(inner) ? ' ' : '').trim() : inner,
    marks,
    statutes,
    sort:
      sort === 'unknown' && (saidForeign(text, end) || foreignTopic(text, start) || onForeignLaw(text))
        ? 'foreign'
        : sort,
    english: /^[A-Za-z]/.test(inner),
    forms: marks === '《》' ? noForms : otherMarks,
    year,
    old: isOld(before),
  };
}

const PREDICATE = new RegExp(
  `(?:${foreign.predicates.join('|')})(?:${foreign.places.join('|')})(?:特别行政区|地区)?[的之]?(?:${foreign.predicateNouns.join('|')})`,
);

const TOPIC = new RegExp(`(?:${foreign.places.join('|')})(?:法上|法中|法律|法例|法下|立法)`);

/** 德国法上，……《民法》第823条: the sentence is on foreign law. */
function foreignTopic(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 60), start);
  const stop = Math.max(before.lastIndexOf('。'), before.lastIndexOf('；'), before.lastIndexOf('\n'));
  return TOPIC.test(before.slice(stop + 1));
}

/** 《…条例》第7条及《…条例》第16条乃香港法, or numbered as there (第16条第（2）款). */
function saidForeign(text: string, end: number): boolean {
  const rest = /^[^。；;！？\n]*/.exec(text.slice(end, end + 60))?.[0] ?? '';
  return PREDICATE.test(rest) || /^第?\s?\d{1,4}[A-Z]{0,2}条第?[（(]\d{1,2}[）)]款/.test(rest);
}

const COUNTRY_FIRST = new RegExp(
  `^\\s*(?:[一二三四五六七八九十\\d]{1,3}[、.．]|[（(][一二三四五六七八九十\\d]{1,3}[）)])?\\s*(?:${foreign.places.join('|')})[。：:]`,
);

/** A paragraph that names its country first (二、日本。…): a law in it that nobody here knows is that country's. */
function onForeignLaw(text: string): boolean {
  return COUNTRY_FIRST.test(text.slice(0, 24));
}

/** 旧《消费者权益保护法》, 修订前的《食品安全法》: the version before the one in force. */
export function isOld(before: string): boolean {
  const end = before.endsWith('的') ? before.length - 1 : before.length;
  return oldBefore.before(before, end) > 0;
}

const oldBefore = new WordList(titles.oldBefore);

/** Length of the book in 《民法典·侵权责任编》, with what joins it; 0 = none. */
function bookSuffix(inner: string): number {
  const length = books.before(inner, inner.length);
  if (length < 2 || length >= inner.length - 1) return 0;
  return /[·・•\s（(]/.test(inner[inner.length - length - 1] as string) ? length + 1 : length;
}

function sortOf(inner: string, before: string, after: string, known: boolean): NameExpression['sort'] {
  if (foreignPlaceBefore(before)) return 'foreign';
  if (known) return 'law';
  const bare = inner
    .replace(BRACKETED_VERSION, '')
    .replace(/\s/g, '')
    .replace(/(?:[（(][一二三四五六七八九十]{1,3}[）)]|(?<=解释|规定)[一二三四五六七八九十])$/, '');
  if (DRAFTS.within(inner)) return 'document';
  if (foreignPlaces.at(bare, 0) > 0 || foreignChinese.within(bare) || FOREIGN_NAMES.within(bare))
    return 'foreign';
  if (/^[A-Za-z]/.test(bare)) return 'other';
  if (/(?:公约|条约|协定|议定书)$/.test(bare)) return 'foreign';
  if (/^(?:GB|GB\/T|JR\/T|YY|DB)/.test(bare)) return 'document';
  // The PRC has one code so far that is not in the library by name: a 商法典 or 劳动法典 is another country's.
  if (bare.endsWith('法典') && !/中华人民共和国/.test(inner)) return 'foreign';
  const n = bare.length;
  if (lawEndings.before(bare, n) > 0 && !NOT_LAW.before(bare, n)) {
    return /[合][同]法?$/.test(bare) && n < 4 ? 'document' : 'unknown';
  }
  if (ruleEndings.before(bare, n) > 0) {
    const official =
      officialSigns.within(bare) ||
      officialAfter.within(after.slice(0, 24)) ||
      officialSigns.within(before) ||
      /^关于/.test(bare);
    const owned = privateSigns.within(bare) || privateSigns.before(before, trimmed(before)) > 0;
    if (owned && !stateIssuers.within(bare) && !officialAfter.within(after.slice(0, 24))) return 'document';
    const defined = definedAs.within(after.slice(0, 8));
    // 《民通意见》 is the court's, 《审查意见》 somebody's.
    const interpretation = bare.endsWith('解释') || (bare.endsWith('意见') && !ownOpinions.before(bare, n));
    // 《工伤认定办法》 is a ministry's, 《考勤管理办法》 a company's.
    const besidePrivate = privateSigns.within(before) || contractTitles.within(before);
    const measures =
      bare.endsWith('办法') && n >= measuresLength && !internalTopics.within(bare) && !besidePrivate;
    return official || defined || interpretation || measures || n >= officialLength ? 'unknown' : 'document';
  }
  if (bare.endsWith('纪要') && officialSigns.within(bare)) return 'unknown';
  if (clauseBearing.before(bare, n) > 0 || clauseBearing.within(bare.slice(-6))) return 'document';
  return 'other';
}

const NOT_LAW = new WordList(titles.notLawEndings.filter((word) => word !== '民法' && word !== '刑法'));
const ownOpinions = new WordList(titles.opinions);
const internalTopics = new WordList(documents.internalTopics);
const stateIssuers = new WordList(titles.stateIssuers);
const DRAFTS = new WordList(titles.drafts);
const FOREIGN_NAMES = new WordList(foreign.names);

function trimmed(before: string): number {
  let end = before.length;
  while (end > 0 && /[\s的之“”"]/.test(before[end - 1] as string)) end -= 1;
  return end;
}

/** Last characters of what may stand between a place and the name of its law. */
const BETWEEN_PLACE = /[\s的之行旧新\d年〕会邦上]/;

/** Whether a foreign place stands directly before (德国《…》, 欧盟2024年《…》, 我国台湾地区“…”, 德国现行《…》). */
export function foreignPlaceBefore(before: string): boolean {
  const last = before[before.length - 1] ?? '';
  if (!BETWEEN_PLACE.test(last)) return foreignPlaces.before(before, before.length) > 0;
  const cut = before.replace(/(?:[\s的之]|现行|旧|新|最新|\d{4}年?|〔?\d{4}〕?|议会|联邦|国会|法上)*$/, '');
  return foreignPlaces.before(cut, cut.length) > 0;
}

/** The year in （2016年）, （2021修正）, 2018年修订. */
export function yearIn(text: string): number | undefined {
  if (text === '') return undefined;
  const match = /(?:19|20)\d{2}/.exec(
    text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)),
  );
  return match ? Number(match[0]) : undefined;
}

/** 2016年《网络安全法》, 1997年修订的《刑法》, 2018版《公司法》. */
export function yearBefore(before: string): number | undefined {
  if (!/\d/.test(before)) return undefined;
  const match = /((?:19|20)\d{2})\s?(?:年)?(?:版|修正|修订|修改|公布|颁布|施行|实施|通过)?的?\s?$/.exec(
    before,
  );
  return match && /年|版|修/.test(match[0]) ? Number(match[1]) : undefined;
}
