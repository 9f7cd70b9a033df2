import type { Locator } from '../statutes/statute';
import type { Antecedent } from './antecedent';

/**
 * What a chunk must know of the text before it: small, immutable, comparable. If a chunk and its context are the same as before an
 * edit, so are its citations and the context that it leaves.
 */
export interface Context {
  /** The law (or other document) that the nearest heading of each level names; index = level. */
  readonly headings: readonly (Antecedent | undefined)[];
  /** The last law or document named in this section. */
  readonly focus?: Antecedent;
  /** Laws named in this section, the last first. */
  readonly recent: readonly Antecedent[];
  /** The last law of earlier sections. */
  readonly older?: Antecedent;
  /** The place cited last in this section. */
  readonly last?: CitedPlace;
  /** Articles cited by name so far, the last first: for “前述第三十条” and numbers that come again. */
  readonly places: readonly CitedPlace[];
  /** Clauses of a contract that the memo has shown block by block (> 第5条　转委托：…). */
  readonly shown: readonly number[];
  /** Clauses that this section has named as those of a contract or the like. */
  readonly clauses: readonly number[];
  /** A statute's text being walked through: the article and the 款 that the next block is. */
  readonly text?: WalkedText;
  /** The block before ended with the name of a law. */
  readonly announced?: Antecedent;
  /** The block before ended in a colon and named this law: perhaps it introduces a table. */
  readonly introduced?: Antecedent;
}

export interface CitedPlace {
  readonly law: Antecedent;
  readonly place: Partial<Locator>;
}

export interface WalkedText {
  readonly law: Antecedent;
  readonly article: number;
  readonly suffix?: number;
  readonly paragraph: number;
  /** It stands in a list, and ends with it. */
  readonly list: boolean;
  /** Level of the heading that opened it; 0 = none. */
  readonly level: number;
}

export const emptyContext: Context = { headings: [], recent: [], places: [], shown: [], clauses: [] };

/** Whether two contexts say the same. */
export function sameContext(a: Context, b: Context): boolean {
  return (
    a === b ||
    (a.focus === b.focus &&
      a.older === b.older &&
      a.announced === b.announced &&
      a.introduced === b.introduced &&
      sameList(a.headings, b.headings) &&
      sameList(a.recent, b.recent) &&
      sameList(a.shown, b.shown) &&
      sameList(a.clauses, b.clauses) &&
      samePlace(a.last, b.last) &&
      a.places.length === b.places.length &&
      a.places.every((place, i) => samePlace(place, b.places[i])) &&
      sameText(a.text, b.text))
  );
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((x, i) => x === b[i]);
}

function samePlace(a: CitedPlace | undefined, b: CitedPlace | undefined): boolean {
  if (a === b) return true;
  if (!a || !b || a.law !== b.law) return false;
  const [x, y] = [a.place, b.place];
  return x.article === y.article && x.suffix === y.suffix && x.paragraph === y.paragraph && x.item === y.item;
}

function sameText(a: WalkedText | undefined, b: WalkedText | undefined): boolean {
  if (a === b) return true;
  return (
    !!a &&
    !!b &&
    a.law === b.law &&
    a.article === b.article &&
    a.suffix === b.suffix &&
    a.paragraph === b.paragraph &&
    a.list === b.list &&
    a.level === b.level
  );
}
