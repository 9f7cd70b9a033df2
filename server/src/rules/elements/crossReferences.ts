import words from '../../../frameworks/cross-references.json';
import type { Memo } from '../../memo/memo';
import type { TextEdit } from '../../text/range';
import { type Label, labelText } from './numbering';

/** A section whose number changes. */
export interface Renumbered {
  readonly label: Label;
  readonly to: Label;
  /** It is one of the memo's main sections: 第三部分 means one of these. */
  readonly main: boolean;
}

/** A place that refers to a section of the memo by its number. */
interface Reference {
  /** The number alone, and what it stands in: `三` of 第三部分, `4.2`. */
  readonly start: number;
  readonly end: number;
  readonly number: string;
  /** 部分, Part …; '' = the number stands alone. */
  readonly unit: string;
}

/**
 * The edits that take references to renumbered sections along: 见第三部分, see Part III, 见4.2. Only what can mean nothing else is
 * changed: the unit is that of the headings, or the plain one where these have none.
 */
export function referenceEdits(memo: Memo, renumbered: readonly Renumbered[]): TextEdit[] {
  if (renumbered.length === 0) return [];
  const numbers = new Map<string, string>();
  for (const { label, to, main } of renumbered) {
    const own = unitOf(label);
    if (label.path) numbers.set(keyOf('', numberOf(label)), numberOf(to));
    if (label.path || !main) continue;
    for (const unit of own ? [own] : plainUnits) {
      numbers.set(keyOf(unit, numberOf(label)), numberOf(to));
      if (!words.units.includes(unit)) continue;
      // 见第3部分 of the section 三、
      for (const system of ['digits', 'chinese'] as const)
        numbers.set(keyOf(unit, inSystem(label, system)), inSystem(to, system));
    }
  }
  const edits: TextEdit[] = [];
  for (const { start, end, number, unit } of referencesOf(memo)) {
    const text = numbers.get(keyOf(number.includes('.') ? '' : unit, number));
    if (text !== undefined) edits.push({ start, end, text });
  }
  return edits;
}

const keyOf = (unit: string, number: string): string => `${unit} ${number}`;

/** The units that are meant where the headings bear none: `三、` is 第三部分, `III.` is Part III. */
const plainUnits = [words.units[0]!, words.unitsEnglish[0]!, words.unitsEnglish[1]!];

const units = new Set([...words.units, ...words.unitsEnglish]);

function unitOf({ before, after }: Label): string {
  const name = before.trim() === '第' ? (/^[一-鿿]+/.exec(after)?.[0] ?? '') : before.trim();
  return units.has(name) ? name : '';
}

/** The number of a label without what stands around it: 三, 4.2, III. */
function numberOf(label: Label): string {
  return labelText({ ...label, before: '', after: '', path: label.path.replaceAll('．', '.') }, label.value);
}

const inSystem = (label: Label, system: Label['system']): string => numberOf({ ...label, system, path: '' });

const known = new WeakMap<Memo, readonly Reference[]>();

function referencesOf(memo: Memo): readonly Reference[] {
  let found = known.get(memo);
  if (!found) {
    found = read(memo.text);
    known.set(memo, found);
  }
  return found;
}

const either = (list: readonly string[]) =>
  [...list]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|');
const decimal = '\\d{1,3}(?:\\.\\d{1,3}){1,3}';
const chinese = new RegExp(
  `(?:${either(words.leads)})\\s?(?:第\\s?([一二三四五六七八九十]{1,4}|\\d{1,3}|${decimal})\\s?(${either(words.units)})|(${decimal})(?![.\\d条款项]))`,
  'g',
);
const english = new RegExp(
  `\\b(?:(${either(words.leadsEnglish)})\\s)?(${either(words.unitsEnglish)})\\s(${decimal}|[IVXLC]{1,7}|\\d{1,3}|[A-Z])\\b(?!\\.?\\d)(\\s(?:${either(words.tailsEnglish)})\\b)?(?!\\s(?:of|in)\\s)`,
  'gi',
);

function read(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(chinese)) {
    const number = match[1] ?? match[3]!;
    const start = match.index + match[0].indexOf(number);
    found.push({ start, end: start + number.length, number, unit: match[1] ? match[2]! : '' });
  }
  for (const match of text.matchAll(english)) {
    const [, lead, unit = '', number = '', tail] = match;
    if (!lead && !tail) continue;
    const name = words.unitsEnglish.find((one) => one.toLowerCase() === unit.toLowerCase()) ?? unit;
    const start = match.index + match[0].indexOf(number, (lead ? lead.length + 1 : 0) + unit.length);
    found.push({ start, end: start + number.length, number, unit: name });
  }
  return found.sort((a, b) => a.start - b.start);
}
