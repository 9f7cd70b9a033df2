import { isChineseNumeral, type NumberRead, readNumber, readTornDigits, readTornNumber } from './number';

export type Unit = 'article' | 'paragraph' | 'item' | 'subitem';

/** One number of a locator with what belongs to it: 第三十八条, 第（一）项, 27. */
export interface Element {
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

/** Blanks, and asterisks: beside title marks CommonMark leaves those of emphasis in the text. */
function isBlank(unit: number): boolean {
  return (
    unit === 32 || unit === 42 || unit === 0xa0 || unit === 0x3000 || unit === 9 || unit === 10 || unit === 13
  );
}

/** Skips at most four blanks (or one line break with its blanks). */
export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (end - at < 5 && isBlank(text.charCodeAt(end))) end += 1;
  return end - at < 5 ? end : at;
}

interface Found {
  readonly start: number;
  readonly number: NumberRead;
  readonly di: boolean;
  readonly bracket: boolean;
  readonly spaced: boolean;
}

function make(found: Found, end: number, unit?: Unit, suffix?: number): Element {
  const { value, style, decimal } = found.number;
  const { start, di, bracket, spaced } = found;
  return { start, end, value, style, unit, suffix, di, bracket, spaced, decimal };
}

/** Reads the element that begins at `at`. */
export function readElement(text: string, at: number): Element | undefined {
  let i = at;
  const di = text[i] === '第';
  if (di) i = skipBlanks(text, i + 1);
  let open = false;
  if (text[i] === '（' || text[i] === '(' || text[i] === '［' || text[i] === '[') {
    open = true;
    i = skipBlanks(text, i + 1);
  }
  const before = i;
  let number = di && !open ? readTornDigits(text, i) : undefined;
  number ??= readNumber(text, i);
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
  const found = { start: at, number, di, bracket: open, spaced };
  const mark = text[afterNumber];
  const next = text[afterNumber + 1];
  switch (mark) {
    case '(':
    case '（': {
      const inner = open ? undefined : bracketsBeforeUnit(text, afterNumber);
      if (inner) return { ...make(found, inner.end, 'article'), parts: inner.parts };
      break;
    }
    case '之': {
      // 一百三十三之一条: the suffix before the unit.
      const suffix = open ? undefined : readNumber(text, afterNumber + 1);
      if (suffix && text[suffix.end] === '条') return make(found, suffix.end + 1, 'article', suffix.value);
      break;
    }
    case '条': {
      if (open && !di) return undefined;
      const zhi = skipBlanks(text, afterNumber + 1);
      if (text[zhi] === '之') {
        const suffix = readNumber(text, skipBlanks(text, zhi + 1));
        if (suffix && suffix.value > 0 && suffix.value < 40 && !suffix.decimal)
          return make(found, suffix.end, 'article', suffix.value);
      }
      return next === '款' ? undefined : make(found, afterNumber + 1, 'article'); // 第X条款
    }
    case '款':
      return next === '项' ? undefined : make(found, afterNumber + 1, 'paragraph'); // 款项
    case '项':
      if (next === '目' && text[afterNumber + 2] !== '的' && text[afterNumber + 2] !== '第') return undefined; // 项目
      return make(found, afterNumber + 1, 'item');
    case '目':
      if (!open && !/[标录的前次光]/.test(next ?? '')) return make(found, afterNumber + 1, 'subitem');
  }
  return make(found, i);
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
