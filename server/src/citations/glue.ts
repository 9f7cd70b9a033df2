import { skipBlanks } from './element';
import { books, definedAs, definedAsEnglish, officialAfter, versionWords } from './lexicon';
import { yearIn } from './title';

/** What may stand between a law's name and its locator, read from the end of the name. */
export interface Glue {
  /** Where a locator may begin. */
  readonly end: number;
  readonly aliases: readonly { readonly start: number; readonly end: number; readonly alias: string }[];
  readonly year?: number;
  /** A comma was passed: only a document number stood after it. */
  readonly parts: number;
}

const longestBracket = 80;
const longestHistory = 240;

/**
 * Reads version brackets （2025年修正，下同）, alias definitions （以下简称《电商法》）, document numbers （法释〔2022〕8号）, books and
 * chapters (合同编) after a name that ends at `at`.
 */
export function readGlue(text: string, at: number, english: boolean): Glue {
  let end = at;
  let year: number | undefined;
  let parts = 0;
  const aliases: { start: number; end: number; alias: string }[] = [];
  for (let n = 0; n < 6; n += 1) {
    const from = skipBlanks(text, end);
    const mark = text[from];
    if (mark === '（' || mark === '(' || mark === '〔' || mark === '[' || mark === '［') {
      const close = closingBracket(text, from, english && PROMULGATED.test(text.slice(from + 1, from + 16)));
      if (close < 0) break;
      const inner = text.slice(from + 1, close);
      const found = aliasesIn(inner, from + 1, english);
      const next = text[skipBlanks(text, close + 1)] ?? '';
      const versioned =
        versionWords.within(inner) || officialAfter.within(inner) || /〔\d{4}〕|\[\d{4}\]/.test(inner);
      if (found.length > 0) aliases.push(...found);
      else if (english && OF_ENGLISH_TITLE.test(inner)) {
        // (个人信息保护法) [Personal Information Protection Law] (promulgated …)
      } else if (
        !(versioned && inner.length <= 40) &&
        !(inner.length <= 16 && /[第,，]/.test(next) && !/第.{1,12}条/.test(inner))
      )
        break;
      if (found.length === 0) year ??= yearIn(inner);
      end = close + 1;
      parts += 1;
      continue;
    }
    if (mark === '》' || mark === '>' || mark === '”' || mark === '＞') {
      end = from + 1;
      continue;
    }
    // “，以下简称《电商法》” without brackets.
    if (mark === '，' || mark === ',') {
      const after = skipBlanks(text, from + 1);
      const number = DOCUMENT_NUMBER.exec(text.slice(after, after + 30));
      if (number) {
        end = after + number[0].length;
        parts += 1;
        continue;
      }
      const word = definedAs.at(text, after);
      if (word > 0) {
        const found = aliasesIn(text.slice(after, after + 40), after, english);
        if (found[0] && found[0].start - after <= word + 1) {
          aliases.push(found[0]);
          end = found[0].end;
          parts += 1;
          continue;
        }
      }
      break;
    }
    if (mark === '·' || mark === '・' || mark === '•') {
      const word = books.at(text, from + 1);
      if (word === 0) break;
      end = from + 1 + word;
      continue;
    }
    const book = books.at(text, from);
    if (book > 0 && /[\s第（(]/.test(text[from + book] ?? '')) {
      end = from + book;
      parts += 1;
      continue;
    }
    // Company Law 2023, Art. 47
    const edition = english ? EDITION.exec(text.slice(from, from + 12)) : undefined;
    if (edition) {
      year ??= Number(edition[0]);
      end = from + 4;
      parts += 1;
      continue;
    }
    const division = DIVISION.exec(text.slice(from, from + 16));
    if (division) {
      end = from + division[0].length;
      parts += 1;
      continue;
    }
    // 《…规定（一）》简称《网消规定》, in a list of short names.
    const direct = definedAs.at(text, from);
    if (direct > 0) {
      const found = aliasesIn(text.slice(from, from + 40), from, english);
      if (!found[0] || found[0].start - from > direct + 1) break;
      aliases.push(found[0]);
      end = found[0].end;
      parts += 1;
      continue;
    }
    if ((mark === '的' || mark === '之' || mark === '中') && /[\s第]/.test(text[from + 1] ?? '')) {
      end = from + 1;
      continue;
    }
    break;
  }
  return { end: skipBlanks(text, end), aliases, parts, ...(year === undefined ? {} : { year }) };
}

const DOCUMENT_NUMBER =
  /^(?:法释|法发|国发|主席令|国务院令|国令)[〔[［（(]?\s*(?:\d{4})?[〕\]］）)]?\s*第?[\d一二三四五六七八九十百]{1,4}\s*号/;
const EDITION = /^(?:19|20)\d\d(?=,?\s(?:[Aa]rt|§))/;
const DIVISION = /^第[一二三四五六七八九十百\d]{1,4}(?:分?编|章|节)/;

/** What stands in brackets behind a title in Latin letters and leaves it open: its Chinese or English title, its number, its history. */
const PROMULGATED =
  /^(?:promulgated|adopted|issued|passed|enacted|published|effective|as amended|amended|rev|last)/i;
const OF_ENGLISH_TITLE = new RegExp(
  `${PROMULGATED.source}|^[\\u4e00-\\u9fff（）《》〈〉、]{2,60}$|^(?:PRC )?[A-Z][A-Za-z-]+(?: [A-Za-z-]+)* (?:Law|Code|Regulations?|Measures|Provisions|Rules|Interpretation)$|\\bNo\\. ?\\d`,
  'i',
);

function closingBracket(text: string, at: number, history: boolean): number {
  let depth = 0;
  const limit = Math.min(text.length, at + (history ? longestHistory : longestBracket));
  for (let i = at; i < limit; i += 1) {
    const turn = TURNS[text.charCodeAt(i)] as number;
    if (turn === 0) continue;
    if (turn === STOP) {
      if (text[i] === '。' || text[i + 1] === '\n') return -1;
    } else if (turn === OPENS) depth += 1;
    else {
      depth -= 1;
      if (depth === 0) return i;
    }
  }
  return -1;
}

const OPENS = 1;
const CLOSES = 2;
const STOP = 3;
const TURNS = new Uint8Array(0x10000);
for (const c of '（(〔[［') TURNS[c.charCodeAt(0)] = OPENS;
for (const c of '）)〕]］') TURNS[c.charCodeAt(0)] = CLOSES;
for (const c of '。\n') TURNS[c.charCodeAt(0)] = STOP;

const OPEN_QUOTE = /[《〈“"‘'「『【]/;
const ENGLISH_DEFINED = new RegExp(
  `(?:\\b(?:${definedAsEnglish.join('|')})\\b[\\s:,]*|^\\s*)[“"‘'《]([^“”"‘’'《》]{2,40})[”"’'》]`,
);

/** [hereinafter TML] */
const HEREINAFTER = /\bherein?after\s([A-Z][A-Za-z-]{1,12}(?:\s[A-Z][A-Za-z-]*){0,3})$/;

/** Names that a bracket defines: 以下简称“电商法”, 下称《民诉法解释》, hereafter “ECL”, “DAL”. */
function aliasesIn(
  inner: string,
  offset: number,
  english: boolean,
): { start: number; end: number; alias: string }[] {
  const out: { start: number; end: number; alias: string }[] = [];
  for (let i = 0; i < inner.length; i += 1) {
    const word = definedAs.at(inner, i);
    if (word === 0) continue;
    let start = i + word;
    while (start < inner.length && /[\s为作：:]/.test(inner[start] as string)) start += 1;
    const quoted = OPEN_QUOTE.test(inner[start] ?? '');
    if (quoted) start += 1;
    let end = start;
    while (
      end < inner.length &&
      end - start < 30 &&
      !/[《》〈〉“”"‘’'「」『』【】，,；;。）)（(\n]/.test(inner[end] as string)
    )
      end += 1;
    const alias = inner.slice(start, end).trim();
    if (alias.length >= 2 || (quoted && alias.length >= 1))
      out.push({ start: offset + start, end: offset + end, alias });
    i = end;
  }
  if (out.length === 0 && (english || /[A-Za-z]/.test(inner))) {
    const match = ENGLISH_DEFINED.exec(inner) ?? HEREINAFTER.exec(inner);
    if (match) {
      const alias = match[1] as string;
      const start = offset + match.index + match[0].lastIndexOf(alias);
      out.push({ start, end: start + alias.length, alias });
    }
  }
  return out;
}
