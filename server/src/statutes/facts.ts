import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { StatuteProblem } from './problem';
import type { Coverage, StatuteVersion } from './statute';

/** The front matter of a statute file: the facts of a version and the names of its law. */
export interface StatuteFacts extends Omit<StatuteVersion, 'id' | 'status' | 'own'> {
  readonly aliases: readonly string[];
  readonly english?: string;
  readonly englishAliases: readonly string[];
}

type Kind = 'text' | 'date' | 'list' | 'number' | 'coverage' | 'reference';

/** Every key of docs/statutes.md: the fact it sets and what its value must be. */
const keys: Readonly<Record<string, readonly [fact: keyof StatuteFacts, kind: Kind]>> = {
  title: ['title', 'text'],
  short: ['short', 'text'],
  aliases: ['aliases', 'list'],
  english: ['english', 'text'],
  'english-aliases': ['englishAliases', 'list'],
  issuer: ['issuer', 'text'],
  level: ['level', 'text'],
  number: ['number', 'text'],
  promulgated: ['promulgated', 'date'],
  effective: ['effective', 'date'],
  superseded: ['superseded', 'date'],
  'superseded-by': ['supersededBy', 'reference'],
  repealed: ['repealed', 'date'],
  'repealed-by': ['repealedBy', 'reference'],
  'amended-from': ['amendedFrom', 'reference'],
  coverage: ['coverage', 'coverage'],
  articles: ['articles', 'number'],
  uncertain: ['uncertain', 'list'],
  official: ['official', 'text'],
  note: ['note', 'text'],
};

const required = ['title', 'short', 'effective', 'coverage'];
const coverages: readonly string[] = ['complete', 'selected', 'none'] satisfies Coverage[];

/** Whether the text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  const m = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (!m) return false;
  const date = new Date(Date.UTC(Number(m[1]), Number(m[2]) - 1, Number(m[3])));
  return date.toISOString().startsWith(text);
}

/** A file cut into its YAML and what follows; `bodyLine` is the 1-based line on which the body begins. */
export interface FrontMatterCut {
  readonly yaml?: string;
  readonly body: string;
  readonly bodyLine: number;
}

/** Cuts the front matter off (BOM and CRLF do not matter). Without front matter everything is body. */
export function cutFrontMatter(text: string): FrontMatterCut {
  const clean = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!clean.startsWith('---\n')) return { body: clean, bodyLine: 1 };
  const end = clean.indexOf('\n---', 3);
  if (end < 0 || !/^\n---[ \t]*(?:\n|$)/.test(clean.slice(end, end + 200)))
    return { body: clean, bodyLine: 1 };
  const lineEnd = clean.indexOf('\n', end + 1);
  const yaml = clean.slice(4, end + 1);
  const body = lineEnd < 0 ? '' : clean.slice(lineEnd + 1);
  let line = 3;
  for (let i = yaml.indexOf('\n'); i >= 0; i = yaml.indexOf('\n', i + 1)) line++;
  return { yaml, body, bodyLine: line };
}

/** What the front matter says, with every problem in it; `facts` is absent when a required key is. */
export interface FactsReading {
  readonly facts?: StatuteFacts;
  readonly problems: readonly StatuteProblem[];
  /** Line of each key, for problems found later. */
  readonly lines: Readonly<Record<string, number>>;
}

/** Reads the YAML of a statute file (the lines between `---`, which stand from line 2 of the file on). */
export function readFacts(yaml: string): FactsReading {
  const problems: StatuteProblem[] = [];
  const lines: Record<string, number> = {};
  const counter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: counter, schema: 'core', prettyErrors: false });
  const lineAt = (offset: number) => counter.linePos(offset).line + 1;
  for (const error of document.errors) {
    problems.push({ line: lineAt(error.pos[0]), code: 'malformed-yaml', args: { reason: error.message } });
  }
  const root = document.contents;
  const found: Record<string, unknown> = { aliases: [], englishAliases: [], uncertain: [], level: '' };
  if (!isMap(root)) {
    if (problems.length === 0) problems.push({ line: 2, code: 'malformed-yaml', args: { reason: '' } });
    return { problems, lines };
  }
  for (const pair of root.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    const line = isScalar(pair.key) && pair.key.range ? lineAt(pair.key.range[0]) : 2;
    const known = keys[key];
    if (!known) {
      problems.push({ line, code: 'unknown-key', args: { key } });
      continue;
    }
    lines[key] = line;
    const value: unknown = isScalar(pair.value)
      ? pair.value.value
      : isSeq(pair.value)
        ? pair.value.items.map((item) => (isScalar(item) ? item.value : item))
        : pair.value;
    if (value === null || value === undefined) continue;
    const problem = put(found, known, key, value, line);
    if (problem) problems.push(problem);
  }
  let complete = true;
  for (const key of required) {
    if (found[keys[key]![0]] !== undefined) continue;
    complete = false;
    // A value that is there but malformed has been reported already.
    if (!problems.some((p) => p.args.key === key))
      problems.push({ line: 1, code: 'missing-key', args: { key } });
  }
  return complete ? { facts: found as unknown as StatuteFacts, problems, lines } : { problems, lines };
}

function put(
  found: Record<string, unknown>,
  [fact, kind]: readonly [string, Kind],
  key: string,
  value: unknown,
  line: number,
): StatuteProblem | undefined {
  const bad = (): StatuteProblem => ({ line, code: 'bad-value', args: { key, value: show(value) } });
  switch (kind) {
    case 'list': {
      const list = Array.isArray(value) ? value : [value];
      if (!list.every((x) => typeof x === 'string' || typeof x === 'number')) return bad();
      if (fact === 'uncertain' && !list.every((x) => keys[String(x).trim()])) return bad();
      const texts = list.map((x) => String(x).trim()).filter(Boolean);
      found[fact] = fact === 'uncertain' ? texts.map((x) => keys[x]?.[0] ?? x) : texts;
      return undefined;
    }
    case 'number':
      if (typeof value !== 'number' || !Number.isInteger(value) || value < 1 || value > 9999) return bad();
      found[fact] = value;
      return undefined;
    case 'date':
      if (typeof value !== 'string' || !isDate(value)) {
        return { line, code: 'bad-date', args: { key, value: show(value) } };
      }
      found[fact] = value;
      return undefined;
    case 'coverage':
      if (typeof value !== 'string' || !coverages.includes(value)) return bad();
      found[fact] = value;
      return undefined;
    default:
      if (typeof value !== 'string' && typeof value !== 'number') return bad();
      if (String(value).trim() === '') return undefined;
      found[fact] = String(value).trim();
      return undefined;
  }
}

function show(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
}

/** The front matter's key of a fact, for messages and for writing: `superseded-by` of `supersededBy`. */
export const factKeys: readonly (readonly [key: string, fact: keyof StatuteFacts])[] = Object.entries(
  keys,
).map(([key, [fact]]) => [key, fact] as const);
