import { parseNumeral } from '../text/numerals';

/** A number as it stands in a text: `end` is exclusive. */
export interface NumberRead {
  readonly value: number;
  readonly end: number;
  readonly style: 'arabic' | 'chinese' | 'digitwise';
  /** 4.3, 5.2.1, 353¹: clause numbers that no statute has; `value` is then the part before the point. */
  readonly decimal: boolean;
}

/** No numeral of an article is longer: 九千九百九十九 has seven characters, the rest is margin. */
const longest = 10;

const CHINESE = new Set('零〇○一二两兩三四五六七八九十百千廿卅'.split('').map((c) => c.charCodeAt(0)));
const SUPERSCRIPT = /[¹²³⁰⁴-⁹ª-º]/;

/** Whether the code unit is an ASCII or full-width digit. */
export function isDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether the code unit may stand in a Chinese numeral. */
export function isChineseNumeral(unit: number): boolean {
  return CHINESE.has(unit);
}

/** Reads the number that begins at `at`; undefined when none does, or when it is too long to be an article number. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  const first = text.charCodeAt(at);
  if (isDigit(first)) return readDigits(text, at);
  if (!CHINESE.has(first)) return undefined;
  let end = at + 1;
  while (end - at <= longest && CHINESE.has(text.charCodeAt(end))) end += 1;
  if (end - at > longest) return undefined;
  const written = text.slice(at, end).replace(/○/g, '〇');
  const value = parseNumeral(written);
  if (value === undefined || value > 9999) return undefined;
  const digitwise = written.length > 1 && !/[十百千廿卅]/.test(written);
  return { value, end, style: digitwise ? 'digitwise' : 'chinese', decimal: false };
}

function readDigits(text: string, at: number): NumberRead | undefined {
  let end = at + 1;
  while (end - at <= longest && isDigit(text.charCodeAt(end))) end += 1;
  if (end - at > 5) return undefined;
  const value = parseNumeral(text.slice(at, end));
  if (value === undefined) return undefined;
  let decimal = false;
  for (let parts = 0; parts < 6; parts += 1) {
    const mark = text[end];
    if ((mark === '.' || mark === '．') && isDigit(text.charCodeAt(end + 1))) {
      end += 2;
      while (isDigit(text.charCodeAt(end))) end += 1;
      decimal = true;
    } else break;
  }
  if (end < text.length && SUPERSCRIPT.test(text[end] as string)) {
    end += 1;
    decimal = true;
  }
  return { value, end, style: 'arabic', decimal };
}
