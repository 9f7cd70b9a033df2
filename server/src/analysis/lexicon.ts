import type { TextRange } from '../text/range';
import { type CueTable, flatElements, makeCueTable, partEnd, sayingConditions } from './cueTable';
import type { Condition, ElementCues, ElementDefinition, Framework, signalNames } from './framework';
import { Hits, mostKept } from './hits';
import { Rows } from './rows';

export type SignalName = (typeof signalNames)[number];
export type CueKind = keyof ElementCues;

/** What a cue stands for. `element` is an index into `Lexicon.elements`. */
export type Meaning =
  | { readonly kind: CueKind; readonly element: number }
  | { readonly kind: 'signal'; readonly signal: SignalName }
  | { readonly kind: 'analysisHeading' }
  | { readonly kind: 'subject' }
  | { readonly kind: 'condition'; readonly condition: number };

/** The words of cues found in a text, ascending: number of the word, its start, number, start … A text has thousands. */
export type WordHits = readonly number[];

/** Every part must be found; a part is a sequence of slots. */
type Parts = readonly (readonly number[])[];

/** Code units between two words of an `a…b` cue, at most. */
const reach = { chinese: 26, latin: 60 };

/**
 * The words of a sentence by slot, each slot's in the order of the text. Used again for every sentence; a list that is emptied
 * would lose its room, so that lengths are kept beside them.
 */
class Places {
  /** The slots that have words, in the order of their first one: so many of the list. */
  readonly present: number[] = [];
  slots = 0;
  /** For each time that a word fills a slot: number of the word, its range, how far behind another it may begin. */
  private readonly entries: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly reaches: number[] = [];
  /** The next one of the same slot, -1 = none. */
  private readonly links: number[] = [];
  /** First and last word of each slot; valid for slots of this sentence. */
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  /** The sentence in which a slot was last seen. */
  private readonly seen: Int32Array;
  private sentence = 0;
  private count = 0;

  constructor(slots: number) {
    this.heads = new Int32Array(slots);
    this.tails = new Int32Array(slots);
    this.seen = new Int32Array(slots);
  }

  clear(): void {
    if (this.count > mostKept)
      for (const list of [this.entries, this.starts, this.ends, this.reaches, this.links]) list.length = 0;
    this.sentence++;
    this.count = 0;
    this.slots = 0;
  }

  add(slot: number, entry: number, start: number, end: number, reach: number): void {
    const at = this.count++;
    this.entries[at] = entry;
    this.starts[at] = start;
    this.ends[at] = end;
    this.reaches[at] = reach;
    this.links[at] = -1;
    if (this.seen[slot] === this.sentence) this.links[this.tails[slot]!] = at;
    else {
      this.seen[slot] = this.sentence;
      this.heads[slot] = at;
      this.present[this.slots++] = slot;
    }
    this.tails[slot] = at;
  }

  /** Place of the first word of a slot, -1 = it has none. */
  first(slot: number): number {
    return this.seen[slot] === this.sentence ? this.heads[slot]! : -1;
  }

  next(place: number): number {
    return this.links[place]!;
  }

  entry(place: number): number {
    return this.entries[place]!;
  }

  start(place: number): number {
    return this.starts[place]!;
  }

  end(place: number): number {
    return this.ends[place]!;
  }

  reach(place: number): number {
    return this.reaches[place]!;
  }

  /** Whether every slot of a pattern (see `CueTable.patterns`) has a word. @param from place of its first slot */
  holdAll(patterns: Rows, from: number, end: number): boolean {
    for (let at = from; at < end; at++) {
      const slot = patterns.at(at);
      if (slot !== partEnd && this.seen[slot] !== this.sentence) return false;
    }
    return true;
  }
}

/**
 * All cues of a framework and its signals: a text is walked once, whatever the number of cues.
 * Made once per framework (`lexiconOf`).
 */
export class Lexicon {
  /** The elements and their parts, flat: parts follow their element. */
  readonly elements: readonly ElementDefinition[];
  /** Index of the element that a part belongs to; itself for an element. */
  readonly owner: readonly number[];
  /** Conditions that say words, by number. */
  readonly conditions: readonly Condition[];
  private readonly legalNames: ReadonlySet<string>;
  /** See `CueTable.patterns`. */
  private readonly patterns: Rows;
  private readonly meanings: readonly Meaning[];
  /** Of the patterns that have more than one slot, as far as they were asked for. */
  private readonly parts: (Parts | undefined)[] = [];
  /** Patterns by their first slot. */
  private readonly bySlot: Rows;
  private readonly entries: readonly string[];
  /** The slots that each word fills. */
  private readonly slots: Rows;
  private readonly isPrefix: Uint8Array;
  /** For each first code unit: one more than the number of its first word, 0 = no word begins so. */
  private readonly groups = new Uint16Array(0x10000);
  /** Second code unit of each word, 0 = it has none. */
  private readonly second: Uint16Array;
  /** Whether a word begins with such a pair of units (`pairOf`): most places of a text are dismissed by a look. */
  private readonly pairs = new Uint8Array(0x10000);
  /** While a sentence is looked at: the words found in it, by slot. */
  private readonly places: Places;
  /** The cues found in it. */
  private readonly found = new Hits();

  constructor(
    readonly framework: Framework,
    table: CueTable = makeCueTable(framework),
  ) {
    this.elements = flatElements(framework);
    const owner: number[] = [];
    for (const { parts } of framework.elements) {
      const index = owner.length;
      for (let at = 0; at <= parts.length; at++) owner.push(index);
    }
    this.owner = owner;
    this.conditions = sayingConditions(framework);
    this.legalNames = new Set(framework.signals.lists['legal-names'] ?? []);
    this.patterns = Rows.from(table.patterns);
    this.meanings = table.meanings;
    this.bySlot = Rows.byKey(
      table.patterns.map((pattern) => pattern[1]!),
      table.slotCount,
    );
    this.entries = table.words;
    this.slots = Rows.from(table.slots);
    this.isPrefix = new Uint8Array(table.words.length);
    for (const word of table.prefixes) this.isPrefix[word] = 1;
    this.second = new Uint16Array(table.words.length);
    for (let at = table.words.length - 1; at >= 0; at--) {
      const word = table.words[at]!;
      this.groups[word.charCodeAt(0)] = at + 1;
      if (word.length === 1) continue;
      this.second[at] = word.charCodeAt(1);
      this.pairs[pairOf(word.charCodeAt(0), word.charCodeAt(1))] = 1;
    }
    this.places = new Places(table.slotCount);
  }

  /**
   * The cues in a sentence of a folded text.
   * @param text the whole text @param words the words of the whole text (`words`), ascending
   * @param from first index into `words` that may lie in the sentence
   */
  hits(text: string, words: WordHits, from: number, sentence: TextRange): Hits {
    const { places, found, bySlot, patterns, meanings, slots, entries } = this;
    places.clear();
    for (let at = from; at < words.length; at += 2) {
      const start = words[at + 1]!;
      if (start >= sentence.end) break;
      const entry = words[at]!;
      const end = start + entries[entry]!.length;
      if (start < sentence.start || end > sentence.end) continue;
      const away = isLetter(text.charCodeAt(start)) ? reach.latin : reach.chinese;
      const last = slots.end(entry);
      for (let slot = slots.start(entry); slot < last; slot++)
        places.add(slots.at(slot), entry, start, end, away);
    }
    found.clear();
    for (let nth = 0; nth < places.slots; nth++) {
      const slot = places.present[nth]!;
      const last = bySlot.end(slot);
      for (let place = bySlot.start(slot); place < last; place++) {
        const index = bySlot.at(place);
        const from = patterns.start(index);
        const end = patterns.end(index);
        const meaning = meanings[patterns.at(from)]!;
        if (end - from === 2) {
          for (let at = places.first(slot); at >= 0; at = places.next(at))
            found.add(places.start(at), places.end(at), meaning, index, entries[places.entry(at)]!);
        } else if (places.holdAll(patterns, from + 1, end)) {
          this.parts[index] ??= partsOf(patterns.list(index));
          const range = match(this.parts[index]!, places);
          if (range) found.add(range.start, range.end, meaning, index, text.slice(range.start, range.end));
        }
      }
    }
    return found;
  }

  /** A capitalised English word that names law, not a person or firm (list `legal-names` of the signals). */
  isLegalName(word: string): boolean {
    return this.legalNames.has(word);
  }

  /** All words of cues in a folded text, ascending by start. */
  words(text: string): WordHits {
    const found: number[] = [];
    const { groups, entries, second, pairs, isPrefix } = this;
    for (let start = 0; start < text.length; start++) {
      const code = text.charCodeAt(start);
      let at = groups[code]! - 1;
      if (at < 0) continue;
      if (start > 0 && isWordUnit(code) && sameClass(text, start - 1, start)) continue;
      const next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
      // Words of one unit stand first in their group, the others by their second unit.
      for (; at < entries.length && second[at] === 0 && entries[at]!.charCodeAt(0) === code; at++)
        if (isPrefix[at] || endsWord(text, start + 1)) found.push(at, start);
      if (next === 0 || pairs[pairOf(code, next)] === 0) continue;
      at = this.firstOf(code, next, at);
      for (; at < entries.length && second[at] === next; at++) {
        const word = entries[at]!;
        if (word.charCodeAt(0) !== code) break;
        if (!text.startsWith(word, start)) continue;
        if (isPrefix[at] || endsWord(text, start + word.length)) found.push(at, start);
      }
    }
    return found;
  }

  /** The first word from `low` on that begins with these units, or the place where it would stand. */
  private firstOf(first: number, second: number, low: number): number {
    const { entries } = this;
    let from = low;
    let to = entries.length;
    // Groups are small: the far end of this one is looked for in growing steps.
    for (let step = 8; from + step < to; step *= 2) {
      const at = from + step;
      if (entries[at]!.charCodeAt(0) !== first || this.second[at]! >= second) {
        to = at;
        break;
      }
      from = at + 1;
    }
    while (from < to) {
      const middle = (from + to) >> 1;
      if (entries[middle]!.charCodeAt(0) === first && this.second[middle]! < second) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function pairOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}

function partsOf(pattern: readonly number[]): Parts {
  const parts: number[][] = [[]];
  for (const slot of pattern.slice(1)) {
    if (slot === partEnd) parts.push([]);
    else parts[parts.length - 1]!.push(slot);
  }
  return parts;
}

const prepared = new WeakMap<Framework, CueTable>();
const lexicons = new WeakMap<Framework, Lexicon>();

/** The compiled cues of a framework, made when they are first asked for. */
export function lexiconOf(framework: Framework): Lexicon {
  let lexicon = lexicons.get(framework);
  if (!lexicon) {
    lexicon = new Lexicon(framework, prepared.get(framework));
    lexicons.set(framework, lexicon);
    prepared.delete(framework);
  }
  return lexicon;
}

/** Lends a framework the cue table that the build made of it. */
export function prepareCues(framework: Framework, table: CueTable): void {
  prepared.set(framework, table);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
}

/** Whether a word that ends here is not the beginning of a longer one. */
function endsWord(text: string, end: number): boolean {
  return end >= text.length || !isWordUnit(text.charCodeAt(end - 1)) || !sameClass(text, end - 1, end);
}

/** Two neighbouring code units belong to one word: both letters or both digits. */
function sameClass(text: string, left: number, right: number): boolean {
  const a = text.charCodeAt(left);
  const b = text.charCodeAt(right);
  if (!isWordUnit(a) || !isWordUnit(b)) return false;
  return a < 58 === b < 58;
}

function match(parts: Parts, places: Places): TextRange | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const taken: TextRange[] = [];
  for (const part of parts) {
    const range = matchSequence(part, places, taken);
    if (!range) return undefined;
    taken.push(range);
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}

/** The first place where the slots follow one another closely; not on words that another part of the cue took. */
function matchSequence(
  slots: readonly number[],
  places: Places,
  taken: readonly TextRange[],
): TextRange | undefined {
  for (let first = places.first(slots[0]!); first >= 0; first = places.next(first)) {
    const start = places.start(first);
    let end = places.end(first);
    if (taken.some((range) => range.start < end && start < range.end)) continue;
    let at = 1;
    for (; at < slots.length; at++) {
      const next = following(slots[at]!, end, places);
      if (next < 0) break;
      end = places.end(next);
    }
    if (at === slots.length) return { start, end };
  }
  return undefined;
}

/** The first word of a slot that begins at `end` or closely behind it, -1 = there is none. */
function following(slot: number, end: number, places: Places): number {
  for (let at = places.first(slot); at >= 0; at = places.next(at)) {
    const gap = places.start(at) - end;
    if (gap >= 0 && gap <= places.reach(at)) return at;
  }
  return -1;
}
