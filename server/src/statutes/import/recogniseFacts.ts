import { parse } from 'yaml';
import words from '../../../statutes/names/import.json';
import { isDate, type StatuteFacts } from '../facts';
import { articleText } from '../parseBody';
import type { Article } from '../statute';
import type { SourceLine } from './cleanLines';

/** Facts found in a source, and the lines before the first article that are law (the preamble). */
export interface RecognisedFacts {
  readonly facts: Partial<StatuteFacts>;
  readonly preamble: readonly string[];
  /** Number of articles that the source itself states. */
  readonly stated?: number;
  /** The source says itself that it holds no text, or not all of it. */
  readonly incomplete?: boolean;
  /** The effective date was taken from the last article, not from a statement about this version. */
  readonly effectiveFromText?: boolean;
}

/** Keys of the front matter of public collections, besides our own. */
const keys: Readonly<Record<string, keyof StatuteFacts>> = {
  title: 'title',
  short: 'short',
  aliases: 'aliases',
  english: 'english',
  'english-aliases': 'englishAliases',
  issuer: 'issuer',
  level: 'level',
  number: 'number',
  document_number: 'number',
  promulgated: 'promulgated',
  effective: 'effective',
  repealed: 'repealed',
  'repealed-by': 'repealedBy',
  repealed_by: 'repealedBy',
  superseded: 'superseded',
  superseded_on: 'superseded',
  'superseded-by': 'supersededBy',
  superseded_by: 'supersededBy',
  'amended-from': 'amendedFrom',
  amended_from: 'amendedFrom',
  official: 'official',
  note: 'note',
  notes: 'note',
};
const dates = new Set<keyof StatuteFacts>(['promulgated', 'effective', 'repealed', 'superseded']);

/** Reads a front matter of `key: value` lines; undefined = it is no YAML. */
export function factsOfFrontMatter(yaml: string): Omit<RecognisedFacts, 'preamble'> | undefined {
  let read: unknown;
  try {
    read = parse(yaml, { schema: 'core' });
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const facts: Record<string, unknown> = {};
  const values = read as Record<string, unknown>;
  for (const [key, value] of Object.entries(values)) {
    const fact = keys[key];
    if (!fact || value === null || value === '') continue;
    if (fact === 'aliases' || fact === 'englishAliases') {
      if (Array.isArray(value)) facts[fact] = value.map(String);
    } else if (dates.has(fact)) {
      if (isDate(String(value))) facts[fact] = String(value);
    } else if (typeof value === 'string' || typeof value === 'number') facts[fact] = String(value).trim();
  }
  const articles = values.articles;
  return {
    facts: facts as Partial<StatuteFacts>,
    ...(typeof articles === 'number' && { stated: articles }),
    ...((values.complete === false || values.coverage === 'none') && { incomplete: true }),
  };
}

const day = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/g;

function daysIn(text: string): string[] {
  return [...text.matchAll(day)]
    .map((m) => `${m[1]}-${m[2]!.padStart(2, '0')}-${m[3]!.padStart(2, '0')}`)
    .filter(isDate);
}

/**
 * Recognises title, dates and issuer from the lines before the first article and from the last article.
 * @param head lines before the first article
 */
export function factsOfHead(head: readonly SourceLine[], articles: readonly Article[]): RecognisedFacts {
  const history: string[] = [];
  const preamble: string[] = [];
  const titleLines: string[] = [];
  const heading = head.find((l) => l.heading > 0);
  let inBrackets = false;
  for (const l of head) {
    const { text } = l;
    const opens = /^[（(]/.test(text) && daysIn(text).length > 0;
    if (inBrackets || opens || isHistory(text)) {
      const told = text.replace(/^（|）$/g, '');
      if (inBrackets) history[history.length - 1] += told;
      else history.push(told);
      inBrackets = (inBrackets || opens) && !/[）)]$/.test(text);
    } else if (heading ? l === heading : titleLines.length < 3 && history.length === 0 && isTitleLine(text)) {
      titleLines.push(text);
    } else if (l.heading === 0) preamble.push(text);
  }
  const title =
    titleLines
      .join('')
      .replaceAll(' ', '')
      .replace(/^《(.*)》$/, '$1') || undefined;
  const told = history.join('；');
  const facts: { -readonly [K in keyof StatuteFacts]?: StatuteFacts[K] } = {};
  if (title) facts.title = title;
  const level = title && levelOf(title, told);
  if (level) facts.level = level;
  const issuer = words.issuers.find((name) => told.includes(name) || title?.startsWith(name));
  if (issuer) facts.issuer = issuer;
  const promulgated = promulgation(history);
  if (promulgated) facts.promulgated = promulgated;
  const stated =
    /自(\d{4}年\d{1,2}月\d{1,2}日)起(?:施行|实施)/.exec(told) ??
    /(\d{4}年\d{1,2}月\d{1,2}日)(?:起)?(?:施行|实施)/.exec(told);
  const effective = stated && daysIn(stated[1]!)[0];
  if (effective) return { facts: { ...facts, effective }, preamble };
  // After 修正 the last article still tells the day of the first version; after 修订 it tells the new one.
  const lastEvent = history[history.length - 1] ?? '';
  const amended = words.amended.some((w) => lastEvent.includes(w));
  const fromText = amended ? undefined : effectiveInText(articles, promulgated);
  return fromText
    ? { facts: { ...facts, effective: fromText }, preamble, effectiveFromText: true }
    : { facts, preamble };
}

function isHistory(text: string): boolean {
  return (
    daysIn(text).length > 0 &&
    text.length < 200 &&
    words.events.some((w) => text.includes(w)) &&
    !/[。]$/.test(text)
  );
}

function isTitleLine(text: string): boolean {
  return text.length < 60 && !/[。；：]$/.test(text);
}

/** The last day on which this text was adopted or amended. */
function promulgation(history: readonly string[]): string | undefined {
  const adopted = history
    .filter((h) => !/^[^，。；]{0,20}(?:施行|实施)$/.test(h))
    .flatMap((h) => daysIn(h.replace(/自\d{4}年\d{1,2}月\d{1,2}日起/g, '')));
  return adopted.sort().pop();
}

function effectiveInText(articles: readonly Article[], promulgated: string | undefined): string | undefined {
  for (const article of articles.slice(-2).reverse()) {
    const text = articleText(article);
    const m = /自(\d{4}年\d{1,2}月\d{1,2}日)起(?:施行|实施)/.exec(text);
    const found = m && daysIn(m[1]!)[0];
    if (found) return found;
    if (promulgated && /自(?:公布|发布)之日起(?:施行|实施)/.test(text)) return promulgated;
  }
  return undefined;
}

function levelOf(title: string, history: string): string | undefined {
  return words.levels.find(
    (l) => new RegExp(l.title).test(title) && (l.issuer === '' || new RegExp(l.issuer).test(title + history)),
  )?.level;
}
