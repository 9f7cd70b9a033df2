import type { Block } from '../memo/memo';
import { sourceRange } from '../memo/prose';
import type { TextRange } from '../text/range';
import type { ByElement } from './byElement';
import { signalNames } from './framework';
import type { Hit, Hits } from './hits';
import type { Lexicon, SignalName, WordHits } from './lexicon';
import { piecesOf } from './sentences';
import { Counts, type CueCount, DistinctWords, Seen } from './tallies';

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

// Used again for every sentence.
const counts = new Counts();
const seen = new Seen();
const signals = Object.fromEntries(signalNames.map((name) => [name, new DistinctWords()])) as Record<
  SignalName,
  DistinctWords
>;
const allSignals = Object.values(signals);

/**
 * The facts of a block's sentences; what they say is added to `said`.
 * @param text the folded prose of the block @param words the words of cues in it
 * @param task the block is a task that waits to be done
 */
export function readSentences(
  block: Block,
  text: string,
  words: WordHits,
  lexicon: Lexicon,
  said: Said,
  task = false,
): SentenceFacts[] {
  const capitals = /[A-Z]/.test(block.prose);
  const titles = titlesIn(text);
  const facts: SentenceFacts[] = [];
  let from = 0;
  // Who has the word keeps it until the writer answers or concludes.
  let plea = false;
  for (const range of piecesOf(block)) {
    while (from < words.length && words[from + 1]! < range.start) from += 2;
    const hits = lexicon.hits(text, words, from, range);
    const read = sentenceFacts(
      block,
      text,
      range,
      hits,
      said,
      { plea, task, titles },
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
export type Said = Map<number, { strong: string[]; weak: string[]; outcome: string[] }>;

function sentenceFacts(
  block: Block,
  text: string,
  range: TextRange,
  hits: Hits,
  said: Said,
  /** What is known from where the sentence stands; `titles` = the names of law in its block. */
  place: { readonly plea: boolean; readonly task: boolean; readonly titles: readonly TextRange[] },
  /** Where English names may stand. */
  lexicon: Lexicon | undefined,
): SentenceFacts {
  const source = sourceRange(block, range);
  counts.clear();
  for (const signal of allSignals) signal.clear();
  // Most sentences have none: what holds them is made when one comes.
  let conditions: (TextRange & { condition: number })[] | undefined;
  seen.clear();
  const masks = negatives(hits);
  let subject = false;
  for (let nth = 0; nth < hits.count; nth++) {
    const hit = hits.at(nth);
    const { meaning } = hit;
    switch (meaning.kind) {
      case 'headings':
      case 'strong':
      case 'weak':
      case 'outcome': {
        const { kind, element } = meaning;
        if (masked(hit, masks, element) || nested(hit, hits) || inTitle(place.titles, hit)) break;
        const { words } = hit;
        if (!seen.add(meaning, words)) break;
        counts.of(element)[kind]++;
        if (kind !== 'headings') {
          let spoken = said.get(element);
          if (!spoken) {
            spoken = { strong: [], weak: [], outcome: [] };
            said.set(element, spoken);
          }
          if (!spoken[kind].includes(words)) spoken[kind].push(words);
        }
        break;
      }
      case 'signal':
        if (meaning.signal === 'units' && !countsSomething(text, hit.start)) break;
        signals[meaning.signal].add(hit.words);
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
  const sentence = text.slice(range.start, range.end);
  const events = signals.fact.count + signals.units.count + clocks(sentence);
  const certain =
    signals.party.count +
    events +
    names(sentence) +
    (lexicon ? properNames(block.prose.slice(range.start, range.end), lexicon) : 0);
  const fact = Math.min(6, certain + (certain > 0 ? Math.min(2, signals.factWeak.count) : 0));
  const rule = signals.rule.count > 0;
  // What the other side says is no conclusion of the writer's, unless it is answered in the same sentence.
  const answers = signals.rebuttal.count > 0;
  const opponent = signals.opponent.count > 0 || (place.plea && !answers && signals.conclusion.count === 0);
  const plea = opponent && !answers;
  return {
    start: source.start,
    end: source.end,
    length: range.end - range.start,
    cues: counts.found(),
    fact,
    specific: Math.min(6, events),
    norm: signals.norm.count + (rule ? 2 : 0),
    // The consequence that a norm orders is no conclusion on this case.
    conclusion: plea || (rule && fact < 2) ? 0 : signals.conclusion.count,
    plea,
    answers,
    rule: rule && fact < 2,
    inference: signals.inference.count,
    deferral: place.task || signals.deferral.count > 0 || (signals.exhortation.count > 0 && fact < 2),
    waiver: signals.waiver.count > 0 || signals.outOfScope.count > 0,
    outOfScope: signals.outOfScope.count > 0,
    opponent,
    placeholder: signals.placeholder.count > 0 || empty.test(sentence),
    question: asking.test(sentence),
    subject,
    conditions: conditions ? conditions.slice() : noConditions,
  };
}

const empty = /^[\s\-—–_.()（）/·]*(?:空|略)?[\s\-—–_.()（）/·]*$/;
const asking = /[？?]\s*[”」』)）]?\s*$/;
const clock = /\d{1,2}[:：]\d{2}/;
const properName = /[a-z,;)’”] (?:[A-Z][a-zA-Z]{2,20})/g;

const longestTitle = 60;
const noTitles: readonly TextRange[] = [];

/** From each 《 of a text to the 》 behind it. */
function titlesIn(text: string): readonly TextRange[] {
  let open = text.indexOf('《');
  if (open < 0) return noTitles;
  const titles: TextRange[] = [];
  for (let close = open; open >= 0; open = text.indexOf('《', open + 1)) {
    if (close <= open) close = text.indexOf('》', open);
    if (close < 0) break;
    titles.push({ start: open, end: close });
  }
  return titles;
}

/** The name of a law or document says what it is called, not what the memo treats: 网络安全 in 《网络安全法》. */
function inTitle(titles: readonly TextRange[], { start, end }: Hit): boolean {
  let low = 0;
  let high = titles.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (titles[middle]!.start <= start) low = middle + 1;
    else high = middle;
  }
  // An index below 0 is no array access for V8, but a search by name.
  const title = low > 0 ? titles[low - 1] : undefined;
  return (
    title !== undefined &&
    end <= title.end &&
    start - title.start <= longestTitle &&
    title.end - start < longestTitle
  );
}

/** A word within a longer cue of the same kind and element says nothing more: 因果 in 因果关系. */
function nested({ meaning, start, end }: Hit, hits: Hits): boolean {
  for (let nth = 0; nth < hits.count; nth++) {
    const other = hits.at(nth);
    if (
      other.meaning === meaning &&
      other.start <= start &&
      end <= other.end &&
      other.end - other.start > end - start
    )
      return true;
  }
  return false;
}

const chineseNumerals = unitsOf('一二三四五六七八九十两百千万几半数');
const digitsAndMarks = unitsOf('0123456789,.余多');
const [ordinal, one, blank] = [...'第一 '].map((unit) => unit.charCodeAt(0));

function unitsOf(text: string): ReadonlySet<number> {
  return new Set([...text].map((unit) => unit.charCodeAt(0)));
}

/** A unit counts when a number stands before it that is not the number of an article (第…). */
function countsSomething(text: string, unit: number): boolean {
  const code = (place: number) => text.charCodeAt(place);
  let at = unit - 1;
  if (code(at) === blank) at--;
  const last = at;
  while (at >= 0 && last - at < 14 && digitsAndMarks.has(code(at))) at--;
  if (at < last) return code(at) !== ordinal && !(code(at) === blank && code(at - 1) === ordinal);
  while (at >= 0 && last - at < 8 && chineseNumerals.has(code(at))) at--;
  // 一次 and 一个 count nothing.
  if (last - at === 1 && code(last) === one) return false;
  return at < last && code(at) !== ordinal;
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
  for (const match of sentence.matchAll(properName)) {
    if (!lexicon.isLegalName(match[0].slice(2).trim().toLowerCase())) found++;
    if (found === 2) break;
  }
  return found;
}

function clocks(sentence: string): number {
  return clock.test(sentence) ? 1 : 0;
}

const noHits: readonly Hit[] = [];

/** The cue words in another sense: masks of hits. */
export function negatives(hits: Hits): readonly Hit[] {
  let found: Hit[] | undefined;
  for (let nth = 0; nth < hits.count; nth++) {
    const hit = hits.at(nth);
    if (hit.meaning.kind !== 'negative') continue;
    found ??= [];
    found.push(hit);
  }
  return found ?? noHits;
}

/** A hit within the cue words in another sense. */
export function masked(hit: Hit, masks: readonly Hit[], element: number): boolean {
  for (const { meaning, start, end } of masks)
    if (meaning.kind === 'negative' && meaning.element === element && start < hit.end && hit.start < end)
      return true;
  return false;
}
