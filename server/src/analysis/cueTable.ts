import { type Cue, isCueProblem, parseCue } from './cue';
import { type Condition, type Cues, type ElementDefinition, type Framework, signalNames } from './framework';
import type { Meaning } from './lexicon';

/** All cues of a framework and its signals, taken apart: plain data, so that the build can make it in advance. */
export interface CueTable {
  /** Every word once, ascending, without the `*` of those that are the beginning of a word. */
  readonly words: readonly string[];
  /** Numbers of the words that are the beginning of a word; a word that is both stands twice, this one behind. */
  readonly prefixes: readonly number[];
  /** The slots that each word fills. */
  readonly slots: readonly (readonly number[])[];
  readonly slotCount: number;
  readonly meanings: readonly Meaning[];
  /** Index into `meanings`, then the slots; `partEnd` stands between parts. */
  readonly patterns: readonly (readonly number[])[];
}

/** Between two parts of a pattern. */
export const partEnd = -1;

/** The elements of a framework and their parts, flat: parts follow their element. */
export function flatElements(framework: Framework): ElementDefinition[] {
  return framework.elements.flatMap((element) => [element, ...element.parts]);
}

/** Conditions that say words, in the order of their numbers. */
export function sayingConditions(framework: Framework): Condition[] {
  return [...conditionsOf(framework)].filter(({ says }) => says !== undefined);
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

/** Takes the cues of a framework apart; a cue that cannot be read is left out. */
export function makeCueTable(framework: Framework): CueTable {
  const lists = { ...framework.signals.lists, ...framework.lists };
  const slotIds = new Map<string, number>();
  const slotsOf = new Map<string, number[]>();
  const meanings: Meaning[] = [];
  const patterns: number[][] = [];

  /** Number of a slot; equal slots share one. */
  const slot = (words: readonly string[]): number => {
    const key = words.join('\n');
    const known = slotIds.get(key);
    if (known !== undefined) return known;
    const id = slotIds.size;
    slotIds.set(key, id);
    for (const word of words) {
      const slots = slotsOf.get(word);
      if (!slots) slotsOf.set(word, [id]);
      else if (!slots.includes(id)) slots.push(id);
    }
    return id;
  };
  const add = ({ parts }: Cue, meaning: number) => {
    const pattern = [meaning];
    for (const part of parts) {
      if (pattern.length > 1) pattern.push(partEnd);
      for (const words of part) pattern.push(slot(words));
    }
    patterns.push(pattern);
  };
  const addAll = (cues: Cues, meaning: Meaning) => {
    meanings.push(meaning);
    for (const text of [...cues.zh, ...cues.en]) {
      const cue = parseCue(text, lists);
      if (!isCueProblem(cue)) add(cue, meanings.length - 1);
    }
  };

  flatElements(framework).forEach(({ cues }, element) => {
    for (const kind of ['headings', 'strong', 'weak', 'negative', 'outcome'] as const)
      addAll(cues[kind], { kind, element });
  });
  for (const signal of signalNames) addAll(framework.signals[signal], { kind: 'signal', signal });
  addAll(framework.analysisHeadings, { kind: 'analysisHeading' });
  addAll(framework.subject, { kind: 'subject' });
  sayingConditions(framework).forEach(({ says }, condition) => {
    addAll(says!, { kind: 'condition', condition });
  });

  const entries = [...slotsOf]
    .map(([word, slots]) => {
      const prefix = word.endsWith('*');
      return { letters: prefix ? word.slice(0, -1) : word, prefix, slots };
    })
    .filter(({ letters }) => letters !== '')
    .sort((a, b) =>
      a.letters === b.letters ? Number(a.prefix) - Number(b.prefix) : a.letters < b.letters ? -1 : 1,
    );
  return {
    words: entries.map(({ letters }) => letters),
    prefixes: entries.flatMap(({ prefix }, at) => (prefix ? [at] : [])),
    slots: entries.map(({ slots }) => slots),
    slotCount: slotIds.size,
    meanings,
    patterns,
  };
}
