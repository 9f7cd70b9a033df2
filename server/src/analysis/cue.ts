import { fold } from './fold';

/**
 * A cue as written in a framework file (syntax: docs/frameworks.md): `a & b` = both in one sentence; `a…b` = one after
 * the other, close together; `a/b` = either; `{list}` = any word of a named list; `word*` = the beginning of a word.
 */
export interface Cue {
  /** Every part must be found; a part is a sequence of slots, a slot any of its words. */
  readonly parts: readonly (readonly (readonly string[])[])[];
}

/** What is wrong with a cue. */
export interface CueProblem {
  readonly code: 'bad-cue' | 'unknown-list';
  readonly arg: string;
}

const listName = /^\{([\w-]+)\}$/;

/** Reads a cue; words come out folded. A problem means that the cue cannot be used. */
export function parseCue(text: string, lists: Readonly<Record<string, readonly string[]>>): Cue | CueProblem {
  const parts: (readonly string[])[][] = [];
  for (const part of text.split(' & ')) {
    const slots: (readonly string[])[] = [];
    for (const slot of part.split('…')) {
      if (slot === '' && part.startsWith('…') && slots.length === 0) continue;
      const words: string[] = [];
      for (const word of slot.split('/')) {
        const name = listName.exec(word.trim());
        if (name) {
          const list = lists[name[1]!];
          if (!list) return { code: 'unknown-list', arg: name[1]! };
          for (const entry of list) words.push(fold(entry));
        } else if (word.trim() !== '') {
          words.push(fold(word.trim()));
        }
      }
      if (words.length === 0) return { code: 'bad-cue', arg: text };
      slots.push(words);
    }
    if (slots.length === 0) return { code: 'bad-cue', arg: text };
    parts.push(slots);
  }
  return { parts };
}

export function isCueProblem(cue: Cue | CueProblem): cue is CueProblem {
  return 'code' in cue;
}
