import type { Antecedent } from './antecedent';
import type { ChunkFacts } from './chunkFacts';
import { foreign } from './lexicon';
import type { NameExpression } from './token';

/** What holds for the memo as a whole and decides single places: few facts, so that most edits leave them unchanged. */
export interface MemoFacts {
  /** Names that the memo defines, by name (marks stripped). */
  readonly aliases: ReadonlyMap<string, Antecedent>;
  /** The text is about foreign law and says nothing of PRC law: a 《民法典》 in it is another one. */
  readonly foreign: boolean;
  /** The text is a contract or reviews one: small bare numbers are its clauses. */
  readonly contract: boolean;
  /** The text is a statute's: its law. */
  readonly own?: Antecedent;
  /** The only law that the memo names. */
  readonly sole?: Antecedent;
  /** Equal keys, equal facts. */
  readonly key: string;
}

const shared = new Set(foreign.sharedNames);

/** Adds up what the chunks say. */
export function memoFacts(
  chunks: readonly ChunkFacts[],
  antecedent: (name: NameExpression) => Antecedent | undefined,
): MemoFacts {
  let foreignSigns = 0;
  let domestic = 0;
  let parties = 0;
  let firstArticle = false;
  const laws = new Map<Antecedent, NameExpression>();
  const aliases = new Map<string, Antecedent>();
  let title: ChunkFacts['title'];
  for (const chunk of chunks) {
    foreignSigns += chunk.foreign;
    domestic += chunk.domestic;
    parties += chunk.parties;
    if (chunk.firstArticle) firstArticle = true;
    title ??= chunk.title;
    for (const name of chunk.laws) {
      const law = antecedent(name);
      if (law && !laws.has(law)) laws.set(law, name);
    }
    for (const alias of chunk.aliases) {
      const law = antecedent(alias.name);
      if (law && !aliases.has(alias.alias)) aliases.set(alias.alias, law);
    }
  }
  const prcOnly = [...laws.keys()].some((law) => law.kind === 'law' && !shared.has(law.statute.short));
  const foreignText = foreignSigns > 0 && domestic === 0 && !prcOnly;
  const ownName = title?.law;
  const own = firstArticle && ownName ? antecedent(ownName) : undefined;
  const contract =
    !own &&
    ((title?.document ?? false) ||
      (firstArticle && parties > 0) ||
      (firstArticle && laws.size === 0) ||
      (parties >= 8 && parties > 3 * laws.size));
  const sole = laws.size === 1 ? [...laws.keys()][0] : undefined;
  const key = [
    foreignText ? 'f' : '',
    contract ? 'c' : '',
    own ? `o${own.kind}${own.title}` : '',
    sole ? `s${sole.title}` : '',
    ...[...aliases].map(([alias, law]) => `${alias}=${law.kind}${law.title}`),
  ].join('|');
  return {
    aliases,
    foreign: foreignText,
    contract,
    key,
    ...(own ? { own } : {}),
    ...(sole ? { sole } : {}),
  };
}
