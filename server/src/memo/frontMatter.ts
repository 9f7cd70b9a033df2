import { isMap, isScalar, type Pair, parseDocument, type Scalar } from 'yaml';
import { editDistance } from '../text/editDistance';
import type { TextRange } from '../text/range';
import type { FrontMatter, FrontMatterProblem } from './memo';
import { type PlainPair, plainPairs } from './plainFrontMatter';

type Key = 'title' | 'date' | 'law-date' | 'facts-date' | 'framework' | 'type' | 'language' | 'waive';

/** The keys of the front matter with their Chinese names (public: user guide, contract). */
const keyNames: Readonly<Record<string, Key>> = {
  title: 'title',
  标题: 'title',
  date: 'date',
  日期: 'date',
  'law-date': 'law-date',
  法律基准日: 'law-date',
  'facts-date': 'facts-date',
  事实发生日: 'facts-date',
  framework: 'framework',
  框架: 'framework',
  type: 'type',
  类型: 'type',
  language: 'language',
  语言: 'language',
  waive: 'waive',
  不适用: 'waive',
};

/** Longer front matter is not read: it is no front matter of a memo. In UTF-16 code units. */
const longest = 20_000;
/** No more problems than these are told. */
const mostProblems = 20;

export const noFrontMatter: FrontMatter = { waive: {}, places: {}, problems: [] };

/**
 * Reads the front matter. Never throws: what cannot be read is in `problems`. Other keys than ours are left alone
 * (front matter belongs to many programs), except near misses of ours.
 * @param source the front matter with its `---` lines, standing at offset 0 of the memo
 */
export function readFrontMatter(source: string): FrontMatter {
  return new Reader(source).read();
}

class Reader {
  private readonly problems: FrontMatterProblem[] = [];
  private readonly places: Record<string, TextRange> = {};
  private readonly waive: Record<string, string> = {};
  private readonly values: Partial<Record<Key, string>> = {};
  private readonly contentStart: number;

  constructor(private readonly source: string) {
    this.contentStart = /^---[ \t]*(?:\r\n|\n|\r)/.exec(source)?.[0].length ?? 0;
  }

  read(): FrontMatter {
    const range = { start: 0, end: this.source.replace(/[\r\n]+$/, '').length };
    if (this.source.length > longest) {
      this.problem('malformed', { start: 0, end: this.contentStart }, ['TOO_LONG']);
      return { ...noFrontMatter, range, problems: this.problems };
    }
    const content = this.source.slice(this.contentStart, closingLine(this.source));
    const plain = plainPairs(content);
    if (plain?.every((pair) => keyOf(pair.key) !== 'waive')) for (const pair of plain) this.plain(pair);
    else this.document(content, range);
    const { values } = this;
    return {
      range,
      ...(values.title !== undefined && { title: values.title }),
      ...(values.date !== undefined && { date: values.date }),
      ...(values['law-date'] !== undefined && { lawDate: values['law-date'] }),
      ...(values['facts-date'] !== undefined && { factsDate: values['facts-date'] }),
      ...(values.framework !== undefined && { framework: values.framework }),
      ...(values.type !== undefined && { type: values.type }),
      ...(values.language !== undefined && { language: values.language as 'zh' | 'en' }),
      waive: this.waive,
      places: this.places,
      problems: this.problems,
    };
  }

  private document(content: string, range: TextRange): void {
    const document = parseDocument(content, { strict: false, logLevel: 'silent', uniqueKeys: false });
    for (const error of document.errors) {
      this.problem('malformed', this.shift(error.pos[0], error.pos[1]), [error.code]);
    }
    if (isMap(document.contents)) {
      for (const pair of document.contents.items) this.pair(pair);
    } else if (document.contents !== null && document.errors.length === 0) {
      this.problem('malformed', range, ['NOT_A_MAP']);
    }
  }

  private plain({ key: written, keyStart, value, valueStart }: PlainPair): void {
    const key = this.keyWritten(written, () => this.shift(keyStart, keyStart + written.length));
    if (key === undefined || key === 'waive') return;
    const place = this.shift(valueStart, valueStart + value.length);
    this.places[key] = place;
    this.readValue(key, value.trim(), place, written);
  }

  /** Our key of that name; a near miss is told. */
  private keyWritten(written: string, place: () => TextRange): Key | undefined {
    const key = keyOf(written);
    const meant = key === undefined ? nearMiss(written) : undefined;
    if (meant) this.problem('unknown-key', place(), [written, meant]);
    return key;
  }

  private pair(pair: Pair): void {
    if (!isScalar(pair.key)) return;
    const written = String(pair.key.source ?? pair.key.value ?? '').trim();
    const key = this.keyWritten(written, () => this.rangeOf(pair.key));
    if (key === undefined) return;
    const { value } = pair;
    const place =
      value && typeof value === 'object' && 'range' in value ? this.rangeOf(value) : this.rangeOf(pair.key);
    this.places[key] = place;
    if (key === 'waive') {
      this.readWaive(value, place);
      return;
    }
    if (value === null || (isScalar(value) && value.value === null)) return;
    if (!isScalar(value)) {
      this.problem('bad-value', place, [written]);
      return;
    }
    this.readValue(key, scalarText(value), place, written);
  }

  private readValue(key: Exclude<Key, 'waive'>, text: string, place: TextRange, written: string): void {
    if (key === 'date' || key === 'law-date' || key === 'facts-date') {
      const date = readDate(text);
      if (date) this.values[key] = date;
      else this.problem('bad-date', place, [text]);
    } else if (key === 'language') {
      const language = readLanguage(text);
      if (language) this.values.language = language;
      else this.problem('bad-value', place, [written, text]);
    } else this.values[key] = text;
  }

  private readWaive(value: unknown, place: TextRange): void {
    if (value === null || (isScalar(value) && value.value === null)) return;
    if (!isMap(value)) {
      this.problem('bad-value', place, ['waive']);
      return;
    }
    for (const { key, value: reason } of value.items) {
      if (!isScalar(key)) continue;
      const element = scalarText(key);
      this.places[`waive.${element}`] = this.rangeOf(key);
      this.waive[element] = isScalar(reason) && reason.value !== null ? scalarText(reason) : '';
    }
  }

  private rangeOf(node: unknown): TextRange {
    const range = (node as { range?: readonly [number, number, number] | null }).range;
    return range ? this.shift(range[0], range[1]) : { start: 0, end: this.contentStart };
  }

  private shift(start: number, end: number): TextRange {
    return { start: this.contentStart + start, end: this.contentStart + Math.max(start, end) };
  }

  private problem(code: FrontMatterProblem['code'], range: TextRange, args: readonly string[]): void {
    if (this.problems.length === mostProblems) return;
    this.problems.push({ code, start: range.start, end: range.end, args });
  }
}

const keyOf = (written: string): Key | undefined =>
  Object.hasOwn(keyNames, written) ? keyNames[written] : undefined;

/** Offset of the closing `---` line. */
function closingLine(source: string): number {
  const last = source.replace(/(?:\r\n|\n|\r)?$/, '').length;
  return Math.max(source.lastIndexOf('\n', last - 1), source.lastIndexOf('\r', last - 1)) + 1;
}

/** A scalar as written: `2026-11-24` stays these words whatever YAML makes of them. */
function scalarText(scalar: Scalar): string {
  const plain = scalar.type === 'PLAIN' && typeof scalar.source === 'string';
  return String(plain ? scalar.source : (scalar.value ?? '')).trim();
}

/**
 * Date as written by people → `YYYY-MM-DD`: 2026-11-24, 2026/11/24, 2026.11.24, 2026年11月24日, also without leading zeros and
 * with a time after it (as YAML dates may have). Undefined if it is no day of the calendar.
 */
export function readDate(text: string): string | undefined {
  const match =
    /^(\d{4})(?:-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2})|\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?[日号])(?:[Tt ]\S{1,30})?$/.exec(
      text.trim(),
    );
  if (!match) return undefined;
  const numbers = match.slice(2).filter((part) => part !== undefined);
  const [year, month, day] = [Number(match[1]), Number(numbers[0]), Number(numbers[1])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return undefined;
  return `${match[1]}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function readLanguage(text: string): 'zh' | 'en' | undefined {
  if (/^(?:zh\b.*|中文|汉语|简体中文|chinese)$/i.test(text)) return 'zh';
  if (/^(?:en\b.*|英文|英语|english)$/i.test(text)) return 'en';
  return undefined;
}

/** The key of ours that a key almost is: other case, `_` or space for `-`, a letter too few, too many or another. */
function nearMiss(written: string): string | undefined {
  const plain = written.toLowerCase().replace(/[\s_-]+/g, '-');
  if (plain !== written && Object.hasOwn(keyNames, plain)) return plain;
  return Object.keys(keyNames).find((key) => isTypo(plain, key) || isPart(plain, key));
}

/** Short keys differ by a letter from words that other programs use (`data`, `types`): only long ones are taken for typos. */
function isTypo(written: string, key: string): boolean {
  if (key.length < (/^[a-z]/.test(key) ? 7 : 4)) return false;
  const most = key.length >= 9 ? 2 : 1;
  if (written === key || Math.abs(written.length - key.length) > most) return false;
  return editDistance(written, key, most) <= most;
}

/** A Chinese key without its first words: 基准日. */
function isPart(written: string, key: string): boolean {
  return written.length >= 3 && /^[一-鿿]+$/.test(written) && key !== written && key.endsWith(written);
}
