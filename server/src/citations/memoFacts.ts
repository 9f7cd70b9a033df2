import { type Antecedent, hasEnding } from './antecedent';
import type { ChunkFacts, TitleFacts } from './chunkFacts';
import { titleForm } from './fold';
import { foreign, titles } from './lexicon';
import type { NameExpression } from './token';

export type Aliases = Pick<ReadonlyMap<string, Antecedent>, 'get' | 'size'> &
  Iterable<readonly [string, Antecedent]>;

/** What holds for the memo as a whole and decides single places: few facts, so that most edits leave them unchanged. */
export interface MemoFacts {
  /** Names that the memo defines, by name (marks stripped). */
  readonly aliases: Aliases;
  /** Equal keys, equal aliases. */
  readonly aliasKey: string;
  /** The text is about foreign law and says nothing of PRC law: a 《民法典》 in it is another one. */
  readonly foreign: boolean;
  /** Foreign law prevails: a title that is not in the library is a foreign one. */
  readonly mostlyForeign: boolean;
  /** The text is a contract or reviews one: small bare numbers are its clauses. */
  readonly contract: boolean;
  /** The highest number of the text's own clauses, where it is a contract or rule itself. */
  readonly clauses?: number;
  /** The text is a statute's: its law. */
  readonly own?: Antecedent;
  /** The only law that the memo names. */
  readonly sole?: Antecedent;
  /** The law that the memo declares to be meant where none is named. */
  readonly byDefault?: Antecedent;
  /** The law named in the memo that a short title in marks abbreviates (《高层规定》); only if there is just one. */
  abbreviated(short: string): Antecedent | undefined;
  /** The only law of the memo whose title has one of the endings. */
  onlyWith(endings: readonly string[]): Antecedent | undefined;
  /** Equal keys, equal facts. */
  readonly key: string;
}

const shared = new Set(foreign.sharedNames);

/** Adds up what the chunks say. */
export function memoFacts(
  chunks: readonly ChunkFacts[],
  given: TitleFacts | undefined,
  antecedent: (name: NameExpression) => Antecedent | undefined,
): MemoFacts {
  let foreignSigns = 0;
  let domestic = 0;
  let parties = 0;
  let firstArticle = false;
  let lastArticle = 0;
  let ownRule = false;
  const laws = new Map<Antecedent, NameExpression>();
  const aliases = new Map<string, Antecedent>();
  let title = given;
  let declared: NameExpression | undefined;
  for (const chunk of chunks) {
    foreignSigns += chunk.foreign;
    domestic += chunk.domestic;
    parties += chunk.parties;
    if (chunk.firstArticle) firstArticle = true;
    if (chunk.ownRule) ownRule = true;
    lastArticle = Math.max(lastArticle, chunk.lastArticle);
    title ??= chunk.title;
    declared ??= chunk.byDefault;
    for (const name of chunk.laws) {
      const law = antecedent(name);
      if (law && !laws.has(law)) laws.set(law, name);
    }
    for (const alias of chunk.aliases) {
      const law = antecedent(alias.name);
      if (law && !aliases.has(alias.alias)) aliases.set(alias.alias, law);
    }
  }
  // PIPL is China's, whatever a 《个人信息保护法》 may be.
  const prcOnly = [...laws].some(
    ([law, name]) => law.kind === 'law' && (!shared.has(law.statute.short) || /^[A-Z]{3,6}$/.test(name.text)),
  );
  // “Company Law” is an English name for China's: one foreign statute beside it makes it no other.
  const inEnglish = [...laws].filter(([law, name]) => law.kind === 'law' && name.english).length;
  const titled = (title?.foreign ?? false) && foreignSigns > 3 * domestic;
  const foreignText = (foreignSigns > 2 * inEnglish && domestic === 0 && !prcOnly) || titled;
  const mostlyForeign = foreignText || (foreignSigns >= 5 && foreignSigns > 3 * domestic);
  const ownName = title?.law;
  const own = firstArticle && ownName ? antecedent(ownName) : undefined;
  const document = title?.document;
  const contract =
    !own &&
    (document === 'reviewed' ||
      (document === 'own' && (firstArticle || parties > 1)) ||
      (firstArticle && (ownRule || parties > 0 || laws.size === 0)) ||
      (parties >= 8 && parties > 3 * laws.size));
  const clauses = contract && firstArticle ? lastArticle : undefined;
  const byDefault = declared && antecedent(declared);
  const sole = laws.size === 1 && !mostlyForeign ? [...laws.keys()][0] : undefined;
  const aliasKey = [...aliases].map(([alias, law]) => `${alias}=${law.kind}${law.title}`).join('|');
  const key = [
    foreignText ? 'f' : mostlyForeign ? 'm' : '',
    contract ? `c${clauses ?? ''}` : '',
    own ? `o${own.kind}${own.title}` : '',
    sole ? `s${sole.title}` : '',
    byDefault ? `d${byDefault.title}` : '',
    ...[...laws.keys()].map((law) => law.title),
    aliasKey,
  ].join('|');
  // A short title has nothing to abbreviate.
  const long = [...laws.keys()].filter((law) => law.title.length > 8);
  const known = new Map<string, Antecedent | undefined>();
  return {
    abbreviated(short) {
      if (!known.has(short)) known.set(short, abbreviated(short, long));
      return known.get(short);
    },
    onlyWith(endings) {
      const found = [...laws.keys()].filter((law) => hasEnding(law, endings));
      return found.length === 1 ? found[0] : undefined;
    },
    aliases,
    aliasKey,
    foreign: foreignText,
    mostlyForeign,
    contract,
    key,
    ...(clauses === undefined ? {} : { clauses }),
    ...(own ? { own } : {}),
    ...(sole ? { sole } : {}),
    ...(byDefault ? { byDefault } : {}),
  };
}

/** 国务院规定: some rule of theirs. */
const ISSUER_ONLY = new RegExp(`^(?:${titles.officialSigns.join('|')})(?:${titles.kindsInShort.join('|')})$`);

function abbreviated(short: string, laws: readonly Antecedent[]): Antecedent | undefined {
  if (short.length < 4 || short.length > 14 || ISSUER_ONLY.test(short)) return undefined;
  const written = titleForm(short).replace(/司法解释/, '解释');
  const found = laws.filter((law) => abbreviates(written, titleForm(law.title)));
  return found.length === 1 ? found[0] : undefined;
}

/**
 * 高层规定 for 高层民用建筑消防安全管理规定, 办案程序规定 for 公安机关办理刑事案件程序规定, 实施条例 for 劳动合同法实施条例: the characters in
 * their order, the same ending, and the same beginning unless the short name is long enough to be sure or is the ending itself.
 */
function abbreviates(short: string, title: string): boolean {
  if (title.length <= short.length || !title.endsWith(short.slice(-2))) return false;
  if (title.endsWith(short)) return true;
  if (!title.startsWith(short.slice(0, 2)) && short.length < 6) return false;
  let at = 0;
  for (const c of short) {
    at = title.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
