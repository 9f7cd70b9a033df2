import { parseNumeral, toChinese } from '../../text/numerals';

type System = 'chinese' | 'digits' | 'wide' | 'roman' | 'roman-small' | 'letter' | 'letter-small';

/** The number at the head of a heading: （一）, 第二部分, 1.2, IV., B. */
export interface Label {
  readonly system: System;
  /** Words before the number: `第`, `（`, `Part `. */
  readonly before: string;
  /** Leading components of a decimal number with their points: `4.` in 4.2. */
  readonly path: string;
  readonly value: number;
  /** Words behind it with the white space that follows: `、`, `部分 `, `. `. */
  readonly after: string;
  /** Length of the whole label as written. */
  readonly length: number;
}

const before = '第\\s?|其|[Pp]art\\s|PART\\s|[Ss]ection\\s|[Cc]hapter\\s|[（(]|§\\s?';
const numerals =
  '[一二三四五六七八九十百零]{1,5}|[0-9]{1,3}|[０-９]{1,3}|[IVXLC]{1,7}|[ivxlc]{1,7}|[A-Z]|[a-z]';
const head = new RegExp(
  `^(${before})?((?:[0-9]{1,3}[.．]){0,4})(${numerals})((?:部分|[章节點点讲])?[）)]?[、.．:：，,]?)(\\s{0,4})`,
);

/**
 * The ways to read the number at the head of a heading, likelier first (I. may be a Roman number or a letter); none =
 * the heading has no number.
 * @param title words of the heading without its marks (`#`, `**`)
 */
export function readLabel(title: string): Label[] {
  const match = head.exec(title);
  if (!match) return [];
  const [, lead = '', path = '', numeral = '', tail = '', space = ''] = match;
  const ends = match[0].length >= title.length;
  if (!tail && !(space && (lead || path || /^[0-9０-９一二三四五六七八九十IVX]+$/.test(numeral)))) {
    if (!(ends && lead)) return [];
  }
  // 第三人, (一 without its bracket, and words that begin with a letter are no numbers.
  if (lead.startsWith('第') && !/^(?:部分|[章节點点讲]|[、.．:：，,])/.test(tail)) return [];
  if (/[（(]/.test(lead) !== /[）)]/.test(tail) && /[（(]/.test(lead)) return [];
  if (/^[A-Za-z]+$/.test(numeral) && !tail && !lead) return [];
  const after = tail + space;
  const labels: Label[] = [];
  for (const system of systemsOf(numeral)) {
    const value = numeralValue(numeral, system);
    if (value !== undefined && value > 0)
      labels.push({ system, before: lead, path, value, after, length: match[0].length });
  }
  return labels;
}

/** The label of a heading with another number. */
export function labelText(label: Label, value: number): string {
  return `${label.before}${label.path}${numeralText(label.system, value)}${label.after}`;
}

/** Two labels of one style: they differ by their number only. */
export function sameStyle(a: Label, b: Label): boolean {
  return (
    a.system === b.system && a.before === b.before && a.path === b.path && a.after.trim() === b.after.trim()
  );
}

/**
 * One reading for each of several sibling headings: that in which their numbers best run 1, 2, 3 …
 * @param titles words of the headings in order
 */
export function readSiblings(titles: readonly string[]): (Label | undefined)[] {
  const readings = titles.map(readLabel);
  const choose = (latin: 'roman' | 'letter') =>
    readings.map((labels) => labels.find(({ system }) => system.startsWith(latin)) ?? labels[0]);
  const roman = choose('roman');
  const letter = choose('letter');
  return runLength(letter) > runLength(roman) ? letter : roman;
}

function runLength(labels: readonly (Label | undefined)[]): number {
  let run = labels[0]?.value === 1 ? 1 : 0;
  for (let i = 1; i < labels.length; i++) {
    const a = labels[i - 1];
    const b = labels[i];
    if (a && b && sameStyle(a, b) && b.value === a.value + 1) run++;
  }
  return run;
}

function systemsOf(numeral: string): System[] {
  if (/^[0-9]/.test(numeral)) return ['digits'];
  if (/^[０-９]/.test(numeral)) return ['wide'];
  if (/^[IVXLC]+$/.test(numeral)) return numeral.length === 1 ? ['roman', 'letter'] : ['roman'];
  if (/^[ivxlc]+$/.test(numeral))
    return numeral.length === 1 ? ['roman-small', 'letter-small'] : ['roman-small'];
  if (/^[A-Z]/.test(numeral)) return ['letter'];
  if (/^[a-z]/.test(numeral)) return ['letter-small'];
  return ['chinese'];
}

const romans: readonly (readonly [number, string])[] = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function numeralValue(numeral: string, system: System): number | undefined {
  switch (system) {
    case 'roman':
    case 'roman-small': {
      const value = fromRoman(numeral.toUpperCase());
      return toRoman(value) === numeral.toUpperCase() ? value : undefined;
    }
    case 'letter':
    case 'letter-small':
      return numeral.toUpperCase().charCodeAt(0) - 64;
    default:
      return parseNumeral(numeral);
  }
}

function numeralText(system: System, value: number): string {
  switch (system) {
    case 'chinese':
      return toChinese(value);
    case 'digits':
      return String(value);
    case 'wide':
      return String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    case 'roman':
      return toRoman(value);
    case 'roman-small':
      return toRoman(value).toLowerCase();
    default: {
      const letter = String.fromCharCode(64 + Math.min(26, value));
      return system === 'letter' ? letter : letter.toLowerCase();
    }
  }
}

function toRoman(value: number): string {
  let rest = value;
  let text = '';
  for (const [amount, name] of romans)
    while (rest >= amount) {
      text += name;
      rest -= amount;
    }
  return text;
}

function fromRoman(text: string): number {
  let value = 0;
  let at = 0;
  for (const [amount, name] of romans)
    while (text.startsWith(name, at)) {
      value += amount;
      at += name.length;
    }
  return value;
}
