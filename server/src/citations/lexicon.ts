import anaphora from '../../citations/anaphora.json';
import documents from '../../citations/documents.json';
import foreign from '../../citations/foreign.json';
import quotations from '../../citations/quotations.json';
import titles from '../../citations/titles.json';

/**
 * The words by which citations are recognised: read from `server/citations/*.json`, which a lawyer can correct.
 * Here they are only brought into shapes that answer in constant time.
 */
export { anaphora, documents, foreign, quotations, titles };

const none: readonly number[] = [];

function lengths(words: ReadonlySet<string>, unit: (word: string) => number): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const word of [...words].sort((a, b) => b.length - a.length)) {
    const list = found.get(unit(word));
    if (!list) found.set(unit(word), [word.length]);
    else if (list[list.length - 1] !== word.length) list.push(word.length);
  }
  return found;
}

/** A list of words that can be asked for the longest one before or after a place of a text, in time of the longest word. */
export class WordList {
  readonly words: ReadonlySet<string>;
  /** Lengths of the words by their first and by their last character, longest first. */
  readonly #byFirst: ReadonlyMap<number, readonly number[]>;
  readonly #byLast: ReadonlyMap<number, readonly number[]>;

  constructor(words: Iterable<string>) {
    this.words = new Set(words);
    this.#byFirst = lengths(this.words, (word) => word.charCodeAt(0));
    this.#byLast = lengths(this.words, (word) => word.charCodeAt(word.length - 1));
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  /** Length of the longest word that begins at `at`; 0 = none. */
  at(text: string, at: number): number {
    for (const length of this.#byFirst.get(text.charCodeAt(at)) ?? none) {
      if (at + length <= text.length && this.words.has(text.substr(at, length))) return length;
    }
    return 0;
  }

  /** Length of the longest word that ends (exclusively) at `end`; 0 = none. */
  before(text: string, end: number): number {
    for (const length of this.#byLast.get(text.charCodeAt(end - 1)) ?? none) {
      if (end - length >= 0 && this.words.has(text.substr(end - length, length))) return length;
    }
    return 0;
  }

  /** Whether any of the words occurs in a (short) text. */
  within(text: string): boolean {
    for (let at = 0; at < text.length; at += 1) if (this.at(text, at) > 0) return true;
    return false;
  }
}

export const clauseBearing = new WordList(documents.clauseBearing);
export const contractTitles = new WordList(documents.contractTitles);
export const owners = new WordList(documents.owners);
export const documentHeads = new WordList(documents.documentHeads);
export const ownPlaces = new WordList(documents.ownPlaces);
export const privateSigns = new WordList(documents.privateSigns);
export const agreedTails = new WordList(documents.agreedTails);
export const nounsAfter = {
  article: new WordList(documents.nounsAfter.条),
  paragraph: new WordList(documents.nounsAfter.款),
  item: new WordList(documents.nounsAfter.项),
} as const;
export const foreignPlaces = new WordList(foreign.places);
export const foreignChinese = new WordList(foreign.chineseNames);
export const officialSigns = new WordList(titles.officialSigns);
export const officialAfter = new WordList(titles.officialAfter);
export const lawEndings = new WordList(titles.lawEndings);
export const ruleEndings = new WordList(titles.ruleEndings);
export const versionWords = new WordList(titles.versionWords);
export const books = new WordList(titles.books);
export const definedAs = new WordList(titles.definedAs);
export const leads = new WordList(anaphora.leads);
export const tails = new WordList(anaphora.tails);
export const definedAsEnglish = titles.definedAsEnglish;
