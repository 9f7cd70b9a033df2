import type { Statute } from '../statutes/statute';
import { simplify } from './fold';

/** What a bare 第X条 may belong to. Interned: the same law is the same object, so that contexts compare by identity. */
export type Antecedent =
  | {
      readonly kind: 'law';
      readonly statute: Statute;
      readonly title: string;
      readonly candidates: readonly Statute[];
    }
  | { readonly kind: 'unknown'; readonly title: string }
  /** A contract, a policy, a foreign code: what is said of it is no citation, and it blocks the law named before. */
  | { readonly kind: 'document'; readonly title: string };

/** Interns antecedents for one library. */
export class Antecedents {
  readonly #laws = new Map<Statute, Antecedent>();
  readonly #titles = new Map<string, Antecedent>();

  law(statute: Statute, candidates: readonly Statute[]): Antecedent {
    const known = this.#laws.get(statute);
    if (known) return known;
    const found: Antecedent = { kind: 'law', statute, title: simplify(statute.title), candidates };
    this.#laws.set(statute, found);
    return found;
  }

  unknown(title: string): Antecedent {
    return this.#title('unknown', title.replace(/^中华人民共和国/, ''));
  }

  document(title: string): Antecedent {
    return this.#title('document', title);
  }

  #title(kind: 'unknown' | 'document', title: string): Antecedent {
    const key = kind + title;
    const known = this.#titles.get(key);
    if (known) return known;
    // Titles change with every key pressed in one: forget them now and then.
    if (this.#titles.size > 4000) this.#titles.clear();
    const found: Antecedent = { kind, title };
    this.#titles.set(key, found);
    return found;
  }
}

/** Whether the title of the antecedent has one of the endings (法, 条例 …), brackets at its end aside. */
export function hasEnding(antecedent: Antecedent, endings: readonly string[]): boolean {
  if (endings.length === 0) return true;
  const names = antecedent.kind === 'law' ? [antecedent.title, antecedent.statute.short] : [antecedent.title];
  return names.some((name) => {
    // A title that has only its English words.
    if (/^[A-Za-z]/.test(name))
      return endings.some((ending) => /^[A-Z]/.test(ending) && name.includes(ending));
    const bare = name.replace(/[（(][^（()）]*[）)]$/, '').replace(/[一二三四五六七八九十]$/, '');
    // 解释（一）: with its number.
    return endings.some(
      (ending) =>
        (ending.endsWith('）') ? name : bare).endsWith(ending) && !(ending === '法' && bare.endsWith('办法')),
    );
  });
}
