import type { Block } from '../memo/memo';
import { sourceRange } from '../memo/prose';
import type { TextRange } from '../text/range';
import { ByElement } from './byElement';
import type { Hit, Lexicon, Meaning, SignalName } from './lexicon';
import { piecesOf } from './sentences';

/** What is known of a sentence by its words alone. Offsets are relative to the chunk's source. */
export interface SentenceFacts extends TextRange {
  readonly length: number;
  /** Cues by element (index into `Lexicon.elements`). */
  readonly cues: ByElement<CueCount>;
  /** How many signs of facts of this case (capped). */
  readonly fact: number;
  /** Of these, those that are more than a party's name: dates, amounts, events. */
  readonly specific: number;
  readonly norm: number;
  /** Worded like a provision. */
  readonly rule: boolean;
  readonly conclusion: number;
  readonly inference: number;
  readonly deferral: boolean;
  readonly waiver: boolean;
  /** The writer says that the memo leaves the matter out. */
  readonly outOfScope: boolean;
  readonly opponent: boolean;
  /** Only the other side speaks. */
  readonly plea: boolean;
  /** The writer answers the other side. */
  readonly answers: boolean;
  readonly placeholder: boolean;
  readonly question: boolean;
  /** Says that somebody was harmed or claims. */
  readonly subject: boolean;
  /** Conditions whose words were found, with the place. */
  readonly conditions: readonly (TextRange & { readonly condition: number })[];
}

/** Distinct cues of one element in one sentence. */
export interface CueCount {
  readonly strong: number;
  readonly weak: number;
  readonly outcome: number;
  /** Heading cues: a bare name of the element, as in an enumeration. */
  readonly headings: number;
}

type Counting = { -readonly [K in keyof CueCount]: number };

const counted = new Map<number, CueCount>();

/** One object for all equal counts: a memo has tens of thousands of them, and few differ. */
function shared(count: CueCount): CueCount {
  const { strong, weak, outcome, headings } = count;
  const key = ((strong * base + weak) * base + outcome) * base + headings;
  if (Math.max(strong, weak, outcome, headings) >= base) return count;
  const known = counted.get(key);
  if (known) return known;
  counted.set(key, count);
  return count;
}

const base = 16;

/**
 * The facts of a block's sentences; what they say is added to `said`.
 * @param text the folded prose of the block
 * @param task the block is a task that waits to be done
 */
export function readSentences(
  block: Block,
  text: string,
  lexicon: Lexicon,
  said: Said,
  task = false,
): SentenceFacts[] {
  const words = lexicon.words(text);
  const capitals = /[A-Z]/.test(block.prose);
  const titled = text.includes('《');
  const facts: SentenceFacts[] = [];
  let from = 0;
  // Who has the word keeps it until the writer answers or concludes.
  let plea = false;
  for (const range of piecesOf(block)) {
    while (from < words.length && words[from]!.start < range.start) from++;
    const hits = lexicon.hits(words, from, range);
    const read = sentenceFacts(
      block,
      text,
      range,
      hits,
      said,
      { plea, task, titled },
      capitals ? lexicon : undefined,
    );
    plea = read.plea;
    facts.push(read);
  }
  // A copy: an array that grew holds room for more, and these stay.
  return facts.slice();
}

const noConditions: SentenceFacts['conditions'] = [];

/** What a passage says of each element: distinct words by kind of cue. */
export type Said = Map<number, { strong: Set<string>; weak: Set<string>; outcome: Set<string> }>;

function sentenceFacts(
  block: Block,
  text: string,
  range: TextRange,
  hits: readonly Hit[],
  said: Said,
  /** What is known from where the sentence stands; `titled` = names of law stand in its block. */
  place: { readonly plea: boolean; readonly task: boolean; readonly titled: boolean },
  /** Where English names may stand. */
  lexicon: Lexicon | undefined,
): SentenceFacts {
  const source = sourceRange(block, range);
  const counts = new Map<number, Counting>();
  // Most sentences have no sign of most kinds: what holds them is made when one comes.
  let signals: Map<SignalName, Set<string>> | undefined;
  let conditions: (TextRange & { condition: number })[] | undefined;
  let seen: (Meaning | string)[] | undefined;
  const masks = negatives(hits);
  let subject = false;
  for (const hit of hits) {
    const { meaning } = hit;
    switch (meaning.kind) {
      case 'headings':
      case 'strong':
      case 'weak':
      case 'outcome': {
        const { kind, element } = meaning;
        if (masked(hit, masks, element) || nested(hit, hits) || (place.titled && inTitle(text, hit))) break;
        const words = text.slice(hit.start, hit.end);
        if (seen && holds(seen, meaning, words)) break;
        seen ??= [];
        seen.push(meaning, words);
        let count = counts.get(element);
        if (!count) {
          count = { strong: 0, weak: 0, outcome: 0, headings: 0 };
          counts.set(element, count);
        }
        count[kind]++;
        if (kind !== 'headings') {
          let spoken = said.get(element);
          if (!spoken) {
            spoken = { strong: new Set(), weak: new Set(), outcome: new Set() };
            said.set(element, spoken);
          }
          spoken[kind].add(words);
        }
        break;
      }
      case 'signal':
        if (meaning.signal === 'units' && !countsSomething(text, hit.start)) break;
        signals ??= new Map();
        addTo(signals, meaning.signal, text.slice(hit.start, hit.end));
        break;
      case 'subject':
        subject = true;
        break;
      case 'condition': {
        conditions ??= [];
        const { start, end } = sourceRange(block, hit);
        conditions.push({ start, end, condition: meaning.condition });
        break;
      }
      default:
        break;
    }
  }
  for (const [element, count] of counts) counts.set(element, shared(count));
  const number = (name: SignalName) => signals?.get(name)?.size ?? 0;
  const sentence = text.slice(range.start, range.end);
  const events = number('fact') + number('units') + clocks(sentence);
  const certain =
    number('party') +
    events +
    names(sentence) +
    (lexicon ? properNames(block.prose.slice(range.start, range.end), lexicon) : 0);
  const fact = Math.min(6, certain + (certain > 0 ? Math.min(2, number('factWeak')) : 0));
  const rule = number('rule') > 0;
  // What the other side says is no conclusion of the writer's, unless it is answered in the same sentence.
  const answers = number('rebuttal') > 0;
  const opponent = number('opponent') > 0 || (place.plea && !answers && number('conclusion') === 0);
  const plea = opponent && !answers;
  return {
    start: source.start,
    end: source.end,
    length: range.end - range.start,
    cues: ByElement.from(counts),
    fact,
    specific: Math.min(6, events),
    norm: number('norm') + (rule ? 2 : 0),
    // The consequence that a norm orders is no conclusion on this case.
    conclusion: plea || (rule && fact < 2) ? 0 : number('conclusion'),
    plea,
    answers,
    rule: rule && fact < 2,
    inference: number('inference'),
    deferral: place.task || number('deferral') > 0 || (number('exhortation') > 0 && fact < 2),
    waiver: number('waiver') > 0 || number('outOfScope') > 0,
    outOfScope: number('outOfScope') > 0,
    opponent,
    placeholder:
      number('placeholder') > 0 || /^[\s\-—–_.()（）/·]*(?:空|略)?[\s\-—–_.()（）/·]*$/.test(sentence),
    question: /[？?]\s*[”」』)）]?\s*$/.test(sentence),
    subject,
    conditions: conditions ? conditions.slice() : noConditions,
  };
}

function addTo<K>(sets: Map<K, Set<string>>, key: K, word: string): void {
  const set = sets.get(key);
  if (set) set.add(word);
  else sets.set(key, new Set([word]));
}

/** Whether a word stands in a list of meanings and words: there are few in a sentence. */
function holds(seen: readonly (Meaning | string)[], meaning: Meaning, word: string): boolean {
  for (let at = 0; at < seen.length; at += 2) if (seen[at] === meaning && seen[at + 1] === word) return true;
  return false;
}

/** The name of a law or document says what it is called, not what the memo treats: 网络安全 in 《网络安全法》. */
function inTitle(text: string, { start, end }: Hit): boolean {
  // Looks at a bounded stretch only.
  let open = start;
  const first = Math.max(0, start - longestTitle);
  while (open >= first && text[open] !== '《') {
    if (text[open] === '》') return false;
    open--;
  }
  if (open < first) return false;
  const limit = Math.min(text.length, start + longestTitle);
  let close = start;
  while (close < limit && text[close] !== '》') close++;
  return close < limit && close >= end;
}

const longestTitle = 60;

/** A word within a longer cue of the same kind and element says nothing more: 因果 in 因果关系. */
function nested({ meaning, start, end }: Hit, hits: readonly Hit[]): boolean {
  for (const other of hits)
    if (
      other.meaning === meaning &&
      other.start <= start &&
      end <= other.end &&
      other.end - other.start > end - start
    )
      return true;
  return false;
}

const chineseNumerals = '一二三四五六七八九十两百千万几半数';

/** A unit counts when a number stands before it that is not the number of an article (第…). */
function countsSomething(text: string, unit: number): boolean {
  let at = unit - 1;
  if (text[at] === ' ') at--;
  const last = at;
  while (at >= 0 && last - at < 14 && (isDigit(text.charCodeAt(at)) || ',.余多'.includes(text[at]!))) at--;
  if (at < last) return text[at] !== '第' && !(text[at] === ' ' && text[at - 1] === '第');
  while (at >= 0 && last - at < 8 && chineseNumerals.includes(text[at]!)) at--;
  // 一次 and 一个 count nothing.
  if (last - at === 1 && text[last] === '一') return false;
  return at < last && text[at] !== '第';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Masked persons and companies: 赵某, 某公司 (not 某些, 某种). */
function names(sentence: string): number {
  let found = 0;
  for (let at = sentence.indexOf('某'); at >= 0 && found < 3; at = sentence.indexOf('某', at + 1))
    if (!'些种一个类项'.includes(sentence[at + 1] ?? ' ')) found++;
  return Math.min(found, 2);
}

/** English names of persons, firms and places: capitalised words within a sentence that are not names of law. */
function properNames(sentence: string, lexicon: Lexicon): number {
  let found = 0;
  for (const match of sentence.matchAll(/[a-z,;)’”] (?:[A-Z][a-zA-Z]{2,20})/g)) {
    if (!lexicon.isLegalName(match[0].slice(2).trim().toLowerCase())) found++;
    if (found === 2) break;
  }
  return found;
}

function clocks(sentence: string): number {
  return /\d{1,2}[:：]\d{2}/.test(sentence) ? 1 : 0;
}

const noHits: readonly Hit[] = [];

/** The cue words in another sense: masks of hits. */
export function negatives(hits: readonly Hit[]): readonly Hit[] {
  let found: Hit[] | undefined;
  for (const hit of hits) {
    if (hit.meaning.kind !== 'negative') continue;
    found ??= [];
    found.push(hit);
  }
  return found ?? noHits;
}

/** A hit within the cue words in another sense. */
export function masked(hit: Hit, masks: readonly Hit[], element: number): boolean {
  return masks.some(
    (mask) =>
      mask.meaning.kind === 'negative' &&
      mask.meaning.element === element &&
      mask.start < hit.end &&
      hit.start < mask.end,
  );
}
