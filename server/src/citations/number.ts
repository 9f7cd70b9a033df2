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

const CHINESE = new Uint8Array(0x10000);
for (const c of '零〇○一二两兩三四五六七八九十百千廿卅') CHINESE[c.charCodeAt(0)] = 1;
const SUPERSCRIPT = /[¹²³⁰⁴-⁹ª-º]/;

/** Whether the code unit is an ASCII or full-width digit. */
export function isDigit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 0xff10 && unit <= 0xff19);
}

/** Whether the code unit may stand in a Chinese numeral. */
export function isChineseNumeral(unit: number): boolean {
  return CHINESE[unit] === 1;
}

/** Reads the number that begins at `at`; undefined when none does, or when it is too long to be an article number. */
export function readNumber(text: string, at: number): NumberRead | undefined {
  const first = text.charCodeAt(at);
  if (isDigit(first)) return readDigits(text, at);
  if (CHINESE[first] !== 1) return undefined;
  let end = at + 1;
  while (end - at <= longest && CHINESE[text.charCodeAt(end)] === 1) end += 1;
  if (end - at > longest) return undefined;
  return chineseNumber(text, at, end);
}

/** The same for a Chinese numeral that blanks or a line break tear in two (一千一百九 十八). */
export function readTornNumber(text: string, at: number): NumberRead | undefined {
  let joined = '';
  let end = at;
  let i = at;
  while (i - at < 2 * longest && (CHINESE[text.charCodeAt(i)] === 1 || /\s/.test(text[i] ?? ''))) {
    if (CHINESE[text.charCodeAt(i)] === 1) {
      joined += text[i];
      end = i + 1;
    }
    i += 1;
  }
  const read = joined.length <= longest ? chineseNumber(joined, 0, joined.length) : undefined;
  return read && { ...read, end };
}

const TORN = /[\d０-９]{1,3}(?:[ \u3000][\d０-９]{1,3}){1,3}(?=[ \u3000]?条)/y;

/** Digits torn by blanks before 条, as scans have them (第1 198条, 第 ６ ２ ２ 条). */
export function readTornDigits(text: string, at: number): NumberRead | undefined {
  TORN.lastIndex = at;
  const match = TORN.exec(text);
  const digits = match?.[0].replace(/\s/g, '').normalize('NFKC');
  if (!match || !digits || digits.length > 4) return undefined;
  return { value: Number(digits), end: at + match[0].length, style: 'arabic', decimal: false };
}

/** What a code unit is worth in a Chinese numeral: digits as they are, 十百千 negative. */
const WORTH = new Map<number, number>();
for (const [chars, worth] of [
  ['零〇○', 0],
  ['一', 1],
  ['二两兩', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
  ['十', -10],
  ['百', -100],
  ['千', -1000],
  ['廿', -20],
  ['卅', -30],
] as const) {
  for (const c of chars) WORTH.set(c.charCodeAt(0), worth);
}

function chineseNumber(text: string, at: number, end: number): NumberRead | undefined {
  let units = false;
  let value = 0;
  let digit = 0;
  let plain = 0;
  for (let i = at; i < end; i += 1) {
    const worth = WORTH.get(text.charCodeAt(i)) as number;
    if (worth >= 0) {
      digit = worth;
      plain = plain * 10 + worth;
      continue;
    }
    units = true;
    // 廿三 and 卅八 take no digit before them.
    value += worth === -20 || worth === -30 ? -worth : (digit === 0 ? 1 : digit) * -worth;
    digit = 0;
  }
  const total = units ? value + digit : plain;
  if (total > 9999) return undefined;
  const style = !units && end - at > 1 ? 'digitwise' : 'chinese';
  return { value: total, end, style, decimal: false };
}

function readDigits(text: string, at: number): NumberRead | undefined {
  let end = at + 1;
  while (end - at <= longest && isDigit(text.charCodeAt(end))) end += 1;
  if (end - at > 5) return undefined;
  let value = 0;
  for (let i = at; i < end; i += 1)
    value = value * 10 + ((text.charCodeAt(i) & 0xff) - (text.charCodeAt(i) > 0xff ? 16 : 48));
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
