import type { TextRange } from '../text/range';
import { type Cue, isCueProblem, parseCue } from './cue';
import {
  type Condition,
  type Cues,
  type ElementCues,
  type ElementDefinition,
  type Framework,
  signalNames,
} from './framework';

export type SignalName = (typeof signalNames)[number];
export type CueKind = keyof ElementCues;

/** What a cue stands for. `element` is an index into `Lexicon.elements`. */
export type Meaning =
  | { readonly kind: CueKind; readonly element: number }
  | { readonly kind: 'signal'; readonly signal: SignalName }
  | { readonly kind: 'analysisHeading' }
  | { readonly kind: 'subject' }
  | { readonly kind: 'condition'; readonly condition: number };

/** A cue found in a sentence: range in the text that was scanned. */
export interface Hit extends TextRange {
  readonly meaning: Meaning;
  /** Number of the pattern: two hits of one pattern count once. */
  readonly pattern: number;
}

/** A word found: slot number and place. */
export interface WordHit extends TextRange {
  readonly slots: readonly number[];
  readonly latin: boolean;
}

interface Pattern {
  readonly parts: readonly (readonly number[])[];
  readonly meaning: Meaning;
}

interface Node {
  readonly next: Map<number, Node>;
  slots?: number[];
  prefix?: number[];
}

/** Code units between two words of an `a…b` cue, at most. */
const reach = { chinese: 26, latin: 60 };
const longest = 400;

/**
 * All cues of a framework and its signals, compiled into one trie: a text is walked once, whatever the number of cues.
 * Made once per framework (`lexiconOf`).
 */
export class Lexicon {
  /** The elements and their parts, flat: parts follow their element. */
  readonly elements: readonly ElementDefinition[];
  /** Index of the element that a part belongs to; itself for an element. */
  readonly owner: readonly number[];
  /** Conditions that say words, in the order of `conditionId`. */
  readonly conditions: readonly Condition[];
  private readonly legalNames: ReadonlySet<string>;
  private readonly root: Node = { next: new Map() };
  private readonly slotIds = new Map<string, number>();
  private readonly patterns: Pattern[] = [];
  /** Patterns by their first slot. */
  private readonly bySlot: number[][] = [];

  constructor(readonly framework: Framework) {
    const elements: ElementDefinition[] = [];
    const owner: number[] = [];
    for (const element of framework.elements) {
      const at = elements.length;
      elements.push(element);
      owner.push(at);
      for (const part of element.parts) {
        elements.push(part);
        owner.push(at);
      }
    }
    this.elements = elements;
    this.owner = owner;
    this.legalNames = new Set(framework.signals.lists['legal-names'] ?? []);
    const lists = { ...framework.signals.lists, ...framework.lists };
    elements.forEach((element, index) => {
      for (const kind of ['headings', 'strong', 'weak', 'negative', 'outcome'] as const)
        this.addAll(element.cues[kind], lists, { kind, element: index });
    });
    for (const signal of signalNames)
      this.addAll(framework.signals[signal], lists, { kind: 'signal', signal });
    this.addAll(framework.analysisHeadings, lists, { kind: 'analysisHeading' });
    this.addAll(framework.subject, lists, { kind: 'subject' });
    const conditions: Condition[] = [];
    for (const condition of conditionsOf(framework)) {
      if (!condition.says) continue;
      this.addAll(condition.says, lists, { kind: 'condition', condition: conditions.length });
      conditions.push(condition);
    }
    this.conditions = conditions;
  }

  /**
   * The cues in a sentence of a folded text.
   * @param words the words of the whole text (`words`), ascending
   * @param from first index into `words` that may lie in the sentence
   */
  hits(words: readonly WordHit[], from: number, sentence: TextRange): Hit[] {
    const places = new Map<number, WordHit[]>();
    for (let at = from; at < words.length; at++) {
      const word = words[at]!;
      if (word.start >= sentence.end) break;
      if (word.start < sentence.start || word.end > sentence.end) continue;
      for (const slot of word.slots) {
        const list = places.get(slot);
        if (list) list.push(word);
        else places.set(slot, [word]);
      }
    }
    const found: Hit[] = [];
    for (const slot of places.keys()) {
      for (const index of this.bySlot[slot] ?? []) {
        const pattern = this.patterns[index]!;
        const single = pattern.parts.length === 1 && pattern.parts[0]!.length === 1;
        if (single) {
          for (const word of places.get(slot)!)
            found.push({ start: word.start, end: word.end, meaning: pattern.meaning, pattern: index });
          continue;
        }
        const range = match(pattern, places);
        if (range) found.push({ ...range, meaning: pattern.meaning, pattern: index });
      }
    }
    return found;
  }

  /** A capitalised English word that names law, not a person or firm (list `legal-names` of the signals). */
  isLegalName(word: string): boolean {
    return this.legalNames.has(word);
  }

  /** All words of cues in a folded text, ascending by start. */
  words(text: string): WordHit[] {
    const found: WordHit[] = [];
    const { root } = this;
    for (let start = 0; start < text.length; start++) {
      let node: Node | undefined = root.next.get(text.charCodeAt(start));
      if (!node) continue;
      let end = start + 1;
      for (;;) {
        if (node.slots && bounded(text, start, end, true))
          found.push({ start, end, slots: node.slots, latin: isLetter(text.charCodeAt(start)) });
        if (node.prefix && bounded(text, start, end, false))
          found.push({ start, end, slots: node.prefix, latin: isLetter(text.charCodeAt(start)) });
        if (end >= text.length || end - start > longest) break;
        node = node.next.get(text.charCodeAt(end));
        if (!node) break;
        end++;
      }
    }
    return found;
  }

  private addAll(cues: Cues, lists: Readonly<Record<string, readonly string[]>>, meaning: Meaning): void {
    for (const text of [...cues.zh, ...cues.en]) {
      const cue = parseCue(text, lists);
      if (!isCueProblem(cue)) this.add(cue, meaning);
    }
  }

  private add(cue: Cue, meaning: Meaning): void {
    const parts = cue.parts.map((part) => part.map((slot) => this.slot(slot)));
    const index = this.patterns.length;
    this.patterns.push({ parts, meaning });
    this.bySlot[parts[0]![0]!]!.push(index);
  }

  /** Number of a slot; equal slots share one. */
  private slot(words: readonly string[]): number {
    const key = words.join('\n');
    let id = this.slotIds.get(key);
    if (id === undefined) {
      id = this.slotIds.size;
      this.slotIds.set(key, id);
      this.bySlot[id] = [];
      for (const word of words) this.insert(word, id);
    }
    return id;
  }

  private insert(word: string, slot: number): void {
    const prefix = word.endsWith('*');
    const letters = prefix ? word.slice(0, -1) : word;
    let node = this.root;
    for (let at = 0; at < letters.length; at++) {
      const code = letters.charCodeAt(at);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map() };
        node.next.set(code, next);
      }
      node = next;
    }
    if (node === this.root) return;
    if (prefix) {
      node.prefix ??= [];
      if (!node.prefix.includes(slot)) node.prefix.push(slot);
    } else {
      node.slots ??= [];
      if (!node.slots.includes(slot)) node.slots.push(slot);
    }
  }
}

const lexicons = new WeakMap<Framework, Lexicon>();

/** The compiled cues of a framework, made when they are first asked for. */
export function lexiconOf(framework: Framework): Lexicon {
  let lexicon = lexicons.get(framework);
  if (!lexicon) {
    lexicon = new Lexicon(framework);
    lexicons.set(framework, lexicon);
  }
  return lexicon;
}

/** Every condition of a framework, nested ones included. */
export function* conditionsOf(framework: Framework): Iterable<Condition> {
  for (const element of framework.elements) {
    if (element.when) yield* withNested(element.when);
    if (element.unless) yield* withNested(element.unless);
  }
  for (const rule of framework.consistency)
    for (const condition of [...rule.when, ...rule.unless]) yield* withNested(condition);
}

function* withNested(condition: Condition): Iterable<Condition> {
  yield condition;
  if (condition.memo) yield* withNested(condition.memo);
}

function isLetter(code: number): boolean {
  return code >= 97 && code <= 122;
}

function isWordUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122);
}

function bounded(text: string, start: number, end: number, whole: boolean): boolean {
  if (isWordUnit(text.charCodeAt(start)) && start > 0 && sameClass(text, start - 1, start)) return false;
  return !(
    whole &&
    end < text.length &&
    isWordUnit(text.charCodeAt(end - 1)) &&
    sameClass(text, end - 1, end)
  );
}

/** Two neighbouring code units belong to one word: both letters or both digits. */
function sameClass(text: string, left: number, right: number): boolean {
  const a = text.charCodeAt(left);
  const b = text.charCodeAt(right);
  if (!isWordUnit(a) || !isWordUnit(b)) return false;
  return a < 58 === b < 58;
}

function match(pattern: Pattern, places: ReadonlyMap<number, readonly WordHit[]>): TextRange | undefined {
  let start = Number.POSITIVE_INFINITY;
  let end = 0;
  const taken: TextRange[] = [];
  for (const part of pattern.parts) {
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
  places: ReadonlyMap<number, readonly WordHit[]>,
  taken: readonly TextRange[],
): TextRange | undefined {
  const first = places.get(slots[0]!);
  if (!first) return undefined;
  for (const word of first) {
    if (taken.some((range) => range.start < word.end && word.start < range.end)) continue;
    let { end } = word;
    let ok = true;
    for (let at = 1; at < slots.length; at++) {
      const next = places.get(slots[at]!)?.find((candidate) => {
        const gap = candidate.start - end;
        return gap >= 0 && gap <= (candidate.latin ? reach.latin : reach.chinese);
      });
      if (!next) {
        ok = false;
        break;
      }
      end = next.end;
    }
    if (ok) return { start: word.start, end };
  }
  return undefined;
}
