import type { Locator, Statute } from '../../statutes/statute';
import { parseNumeral, toChinese } from '../../text/numerals';
import type { TextEdit, TextRange } from '../../text/range';
import type { Fix, RuleContext } from '../rule';
import { absoluteRange, blockOf, type Cited, isEnglish, proseRange } from './cited';
import { englishTitle, nested, placeWords } from './wording';

export type Unit = 'article' | 'suffix' | 'paragraph' | 'item' | 'subitem';

/** One piece of a place as it stands in the memo: 第三十八条, （二）项, 27 in 第27、29条. Ranges are absolute. */
export interface WrittenPart extends TextRange {
  readonly unit: Unit;
  /** The numeral alone. */
  readonly number: TextRange;
  readonly text: string;
  readonly value: number;
  /** 第 is written. */
  readonly di: boolean;
  /** 条, 款, 项 is written. */
  readonly named: boolean;
  /** The numeral stands in brackets: their ranges. */
  readonly brackets?: readonly [TextRange, TextRange];
  /** It belongs to the end of a range. */
  readonly last: boolean;
}

const numeral = '[0-9０-９]{1,5}|[零〇○一二三四五六七八九十百千廿卅两]{1,9}';
const chinese = new RegExp(
  `([至到～~〜—–─－-]?)\\s{0,4}(第?)\\s{0,4}([（(［[]?)\\s{0,4}(${numeral})\\s{0,4}([）)\\]］]?)\\s{0,4}([条條款项項目]?)(?:(?<=[条條])\\s{0,4}之\\s{0,4}(${numeral}))?`,
  'dg',
);
const english =
  /((?:to|[–—-])\s{0,2})?((?:art(?:icle)?s?|para(?:graph)?s?|sub-?para(?:graph)?s?|(?:sub-?)?items?|§+|¶+)\.?\s{0,2})?(\()?(\d{1,5})(\))?/dgi;

const chineseUnits: Readonly<Record<string, Unit>> = {
  条: 'article',
  條: 'article',
  款: 'paragraph',
  项: 'item',
  項: 'item',
  目: 'subitem',
};

/** The pieces of a target in the order in which they are written. */
export function writtenParts(context: RuleContext, cited: Cited): readonly WrittenPart[] {
  const { block, origin } = blockOf(context, cited.citation);
  const range = proseRange(block, origin, cited.target);
  const text = block.prose.slice(range.start, range.end);
  const absolute = (span: readonly [number, number]): TextRange =>
    absoluteRange(block, origin, { start: range.start + span[0], end: range.start + span[1] });
  return isEnglish(cited) ? englishParts(text, absolute) : chineseParts(text, absolute);
}

type Absolute = (span: readonly [number, number]) => TextRange;

function chineseParts(text: string, absolute: Absolute): WrittenPart[] {
  const parts: WrittenPart[] = [];
  let last = false;
  for (const match of text.matchAll(chinese)) {
    const spans = match.indices!;
    const [, dash, di, open, number = '', close, unitText = '', suffix] = match;
    const value = parseNumeral(number);
    if (value === undefined) continue;
    if (dash && parts.length > 0) last = true;
    const before = parts[parts.length - 1];
    const unit = chineseUnits[unitText] ?? nextUnit(before, Boolean(open), last);
    const from = di ? spans[2]![0] : open ? spans[3]![0] : spans[4]![0];
    const to = unitText ? spans[6]![1] : close ? spans[5]![1] : spans[4]![1];
    parts.push({
      ...absolute([from, to]),
      unit,
      number: absolute(spans[4]!),
      text: number,
      value,
      di: Boolean(di),
      named: Boolean(unitText),
      ...(open && close && { brackets: [absolute(spans[3]!), absolute(spans[5]!)] as const }),
      last,
    });
    if (suffix !== undefined) {
      parts.push({
        ...absolute([spans[6]![1], spans[7]![1]]),
        unit: 'suffix',
        number: absolute(spans[7]!),
        text: suffix,
        value: parseNumeral(suffix) ?? 0,
        di: false,
        named: true,
        last,
      });
    }
  }
  return parts;
}

function nextUnit(before: WrittenPart | undefined, bracket: boolean, last: boolean): Unit {
  if (!before) return 'article';
  if (!bracket) return last && !before.last ? before.unit : 'article';
  return before.unit === 'article' ? 'paragraph' : before.unit === 'paragraph' ? 'item' : 'subitem';
}

function englishParts(text: string, absolute: Absolute): WrittenPart[] {
  const parts: WrittenPart[] = [];
  let last = false;
  for (const match of text.matchAll(english)) {
    const spans = match.indices!;
    const [, dash, word = '', open, number = '', close] = match;
    if (dash && parts.length > 0) last = true;
    const unit: Unit = /^(?:sub|item)/i.test(word)
      ? 'item'
      : /^(?:para|¶)/i.test(word)
        ? 'paragraph'
        : /^(?:art|§)/i.test(word)
          ? 'article'
          : nextUnit(parts[parts.length - 1], Boolean(open), last);
    parts.push({
      ...absolute([open ? spans[3]![0] : spans[4]![0], close ? spans[5]![1] : spans[4]![1]]),
      unit,
      number: absolute(spans[4]!),
      text: number,
      value: Number(number),
      di: false,
      named: Boolean(word),
      ...(open && close && { brackets: [absolute(spans[3]!), absolute(spans[5]!)] as const }),
      last,
    });
  }
  return parts;
}

/** A number in the style of the text that it replaces or stands beside. */
export function numberLike(sample: string | undefined, n: number): string {
  if (sample === undefined || /[0-9]/.test(sample)) return String(n);
  if (/[０-９]/.test(sample)) {
    return String(n).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
  }
  return toChinese(n);
}

const wanted: readonly Unit[] = ['article', 'suffix', 'paragraph', 'item', 'subitem'];
const names: Readonly<Record<Unit, string>> = {
  article: '条',
  suffix: '之',
  paragraph: '款',
  item: '项',
  subitem: '目',
};

/**
 * The smallest edits that make a target say another place: numbers are replaced, superfluous 款 and 项 deleted, missing ones
 * inserted in the style of the memo. Undefined where the words cannot be told apart (ranges, relative places).
 */
export function editPlace(context: RuleContext, cited: Cited, place: Locator): TextEdit[] | undefined {
  if (cited.target.to) return undefined;
  const parts = writtenParts(context, cited);
  const article = parts.find((part) => part.unit === 'article');
  if (!article || parts.some((part) => part.last)) return undefined;
  const inEnglish = isEnglish(cited);
  const edits: TextEdit[] = [];
  let at = article.end;
  for (const unit of wanted) {
    const value = place[unit];
    const part = parts.find((p) => p.unit === unit);
    if (part && value === undefined) edits.push({ start: part.start, end: part.end, text: '' });
    else if (part && value !== undefined) {
      if (part.value !== value) edits.push({ ...part.number, text: numberLike(part.text, value) });
    } else if (value !== undefined) {
      const number = numberLike(article.text, value);
      const space = / /.test(context.memo.text.slice(article.start, article.end)) ? ' ' : '';
      const text = inEnglish
        ? `(${value})`
        : unit === 'suffix'
          ? `之${toChinese(value)}`
          : `第${space}${number}${space}${names[unit]}`;
      edits.push({ start: at, end: at, text });
    }
    if (part && part.end > at) at = part.end;
  }
  return edits.length > 0 ? edits : undefined;
}

/**
 * The fix that makes a target say another place, the user's to choose: a number is never changed by fix-all. None where the words
 * cannot be told apart (see editPlace).
 */
export function placeFix(
  context: RuleContext,
  cited: Cited,
  place: Locator,
  key = 'citations.fix.place',
  more: Readonly<Record<string, string>> = {},
): Fix[] {
  const edits = editPlace(context, cited, place);
  if (!edits) return [];
  const args = { ...placeWords(place), ...oldWords(context, cited.target), ...more };
  return [{ title: { key, args }, edits, safe: false }];
}

/** `{old}`: what is written now. An editor shows the fixes of a whole line in one list, where each has to name its place. */
export function oldWords({ memo }: RuleContext, { start, end }: TextRange): { old: string } {
  const words = memo.text.slice(start, Math.min(end, start + 60)).replace(/\s+/g, ' ');
  return { old: words.length > 24 ? `${words.slice(0, 23)}…` : words };
}

/**
 * Replaces the law's name as written, within its marks and in its language; undefined where no name is written (the law is inherited)
 * or the law has no name in that language.
 */
export function editTitle({ citation }: Pick<Cited, 'citation'>, law: Statute): TextEdit | undefined {
  const { title } = citation;
  const text = title && /^[A-Za-z]/.test(title.text) ? englishTitle(law) : nested(law.short);
  return title && text !== undefined ? { ...title.range, text } : undefined;
}
