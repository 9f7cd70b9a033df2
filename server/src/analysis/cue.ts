import { fold } from './fold';

/**
 * A cue as written in a framework file (syntax: docs/frameworks.md): `a & b` = both in one sentence; `a…b` = one after
 * the other, close together; `a/b` = either; `{list}` = any word of a named list, also with words joined to it (`没{list}`);
 * `word*` = the beginning of a word.
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

const listName = /\{([\w-]+)\}/;

/** More forms than this are a mistake of who wrote the cue. */
const mostForms = 5000;

/** Reads a cue; words come out folded. A problem means that the cue cannot be used. */
export function parseCue(text: string, lists: Readonly<Record<string, readonly string[]>>): Cue | CueProblem {
  const parts: (readonly string[])[][] = [];
  for (const part of text.split(' & ')) {
    const slots: (readonly string[])[] = [];
    for (const slot of part.split('…')) {
      if (slot === '' && part.startsWith('…') && slots.length === 0) continue;
      const words: string[] = [];
      for (const word of slot.split('/')) {
        const forms = formsOf(word.trim(), lists);
        if (!Array.isArray(forms)) return forms;
        for (const form of forms) if (form !== '') words.push(fold(form));
      }
      if (words.length === 0) return { code: 'bad-cue', arg: text };
      slots.push(words);
    }
    if (slots.length === 0) return { code: 'bad-cue', arg: text };
    parts.push(slots);
  }
  return { parts };
}

/** A word with the entries of the lists in it. */
function formsOf(word: string, lists: Readonly<Record<string, readonly string[]>>): string[] | CueProblem {
  const name = listName.exec(word);
  if (!name) return [word];
  const list = lists[name[1]!];
  if (!list) return { code: 'unknown-list', arg: name[1]! };
  const rest = formsOf(word.slice(name.index + name[0].length), lists);
  if (!Array.isArray(rest)) return rest;
  if (list.length * rest.length > mostForms) return { code: 'bad-cue', arg: word };
  const before = word.slice(0, name.index);
  return list.flatMap((entry) => rest.map((end) => before + entry + end));
}

export function isCueProblem(cue: Cue | CueProblem): cue is CueProblem {
  return 'code' in cue;
}
