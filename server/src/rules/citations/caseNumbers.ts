import table from '../../../citations/case-numbers.json';
import type { TextRange } from '../../text/range';
import { proseScan } from './proseScan';

/** What is wrong with a case number's form; `ok` = nothing that can be proven. */
export type CaseFault = 'ok' | 'old-form' | 'new-form' | 'court' | 'court-digits' | 'type' | 'year';

/** A case number (2016)京0101民初1号 as found in running text. */
export interface CaseNumber extends TextRange {
  readonly text: string;
  readonly year: number;
  readonly serial: string;
  readonly fault: CaseFault;
}

const longest = 36;
const year = /[（(〔[【]\s{0,2}(\d{4})\s{0,2}[）)〕\]】]/g;
const special = table.special.join('|');
const modern = new RegExp(
  `^(${table.supreme}|[\\u4e00-\\u9fff])(\\d{0,6})((?:${special})?)([\\u4e00-\\u9fff]{1,6}?)第?(\\d{1,9})(?:号之[一二三四五六七八九十\\d]{1,3}|-\\d{1,3})?号?$`,
);
// Notaries, arbitrators and authorities number alike (民证字, 行罚字): what stands before 字 tells a court's number.
const old = new RegExp(
  `^[\\u4e00-\\u9fff]{0,12}[民刑行执赔破商知][\\u4e00-\\u9fff]{0,4}?(?:[${table.oldTypes}]|(?<=执))字第?(\\d{1,9})(?:-\\d{1,3})?号?$`,
);
const types = new Set(table.types);
const typeCharacters = new Set(table.types.join(''));
const heads = new Set(table.types.map((type) => type[0]!));

/** Every case number in the running text of a memo. */
export const caseNumbers = proseScan<CaseNumber>((block) => {
  const { prose } = block;
  const found: CaseNumber[] = [];
  if (!prose.includes('号')) return found;
  for (const match of prose.matchAll(year)) {
    const from = match.index + match[0].length;
    const length = prose.slice(from, from + longest).indexOf('号');
    if (length < 0) continue;
    const close = from + length;
    const body = prose.slice(from, close).replace(/\s/g, '');
    const read = readBody(body, Number(match[1]));
    if (!read) continue;
    found.push({
      start: match.index,
      end: close + 1,
      text: prose.slice(match.index, close + 1).replace(/\s/g, ''),
      year: Number(match[1]),
      ...read,
    });
  }
  return found;
});

/** What stands between the year and 号; undefined where it is something else (a document number, a notice). */
function readBody(body: string, filed: number): { serial: string; fault: CaseFault } | undefined {
  const before = old.exec(body);
  if (before) {
    const fault = filed >= table.since ? 'old-form' : filed < table.earliest ? 'year' : 'ok';
    return { serial: before[1]!, fault };
  }
  const match = modern.exec(body);
  if (!match) return undefined;
  const [, court = '', digits = '', , type = '', serial = ''] = match;
  if (!heads.has(type[0]!)) return undefined;
  // One character and a type without digits may be anything; a court's code has digits or is a province's.
  const known = court === table.supreme || table.provinces.includes(court);
  if (!known && digits === '') return undefined;
  if (!known && !types.has(type)) return undefined;
  return { serial, fault: fault(filed, known, court, digits, type) };
}

function fault(filed: number, known: boolean, court: string, digits: string, type: string): CaseFault {
  if (!known) return 'court';
  const lengths = court === table.supreme ? [0] : [0, 2, 4];
  if (!lengths.includes(digits.length)) return 'court-digits';
  if (filed < table.since) return 'new-form';
  if (![...type].every((c) => typeCharacters.has(c))) return 'type';
  return 'ok';
}
