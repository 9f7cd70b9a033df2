const digits = '零一二三四五六七八九';

/**
 * A number from 0 to 9999 in the Chinese numerals of statutes: 38 → 三十八, 110 → 一百一十, 1007 → 一千零七, 14 → 十四.
 * Outside that range the ASCII digits are returned.
 */
export function toChinese(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > 9999) return String(n);
  if (n < 10) return digits[n]!;
  let out = '';
  let gap = false;
  let rest = n;
  for (const [unit, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    const d = Math.floor(rest / unit);
    rest %= unit;
    if (d > 0) {
      if (gap) out += '零';
      out += digits[d]! + name;
      gap = false;
    } else if (out) gap = true;
  }
  if (rest > 0) out += (gap ? '零' : '') + digits[rest]!;
  return n < 20 ? out.replace(/^一十/, '十') : out;
}

const values: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/**
 * The value of a numeral: ASCII or full-width digits, Chinese numerals (一千一百九十八, 百零一, 廿三, 卅八), or digit-wise Chinese
 * (一一九八, 三八).
 * @returns undefined when the text is no numeral
 */
export function parseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  const ascii = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (/^\d+$/.test(ascii)) return ascii.length > 7 ? undefined : Number(ascii);
  const plain = text.replace(/廿/g, '二十').replace(/卅/g, '三十').replace(/[兩]/g, '两');
  if (!/[十百千]/.test(plain)) {
    let value = 0;
    for (const c of plain) {
      const digit = values[c];
      if (digit === undefined) return undefined;
      value = value * 10 + digit;
    }
    return plain.length > 7 ? undefined : value;
  }
  let total = 0;
  let digit: number | undefined;
  let last = 10000;
  for (const c of plain) {
    const unit = units[c];
    if (unit !== undefined) {
      if (unit >= last) return undefined;
      last = unit;
      total += (digit ?? 1) * unit;
      digit = undefined;
    } else {
      const value = values[c];
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  return total + (digit ?? 0);
}
