import type { Genre } from './genre';
import type { Features } from './units';

/** Why a stretch cannot count for more, with the highest level it can reach: 1 mentioned, 2 partial, 3 addressed. */
export interface Cap {
  /** 0 = it is not about the element at all. */
  readonly level: 0 | 1 | 2 | 3;
  readonly why?:
    | 'quoted'
    | 'empty'
    | 'waived'
    | 'put-off'
    | 'bare'
    | 'beside'
    | 'passing'
    | 'curt'
    | 'plea'
    | 'provision'
    | 'rule-only'
    | 'no-conclusion'
    | 'open'
    | 'account'
    | 'general';
}

/** The plain limits of the judgement; within them the weights decide. */
export function capOf(f: Features, genre: Genre): Cap {
  if (genre.subject === 0 && limitedBy(f).faint) return { level: 0, why: 'beside' };
  const own = ownCap(f);
  const byGenre = genreCap(f, genre);
  return own && own.level <= byGenre.level ? own : byGenre;
}

/** The limits that do not depend on the memo. */
export function ownCap(f: Features): Cap | undefined {
  const concludes = f.ownConclusion + f.conclusion + f.outcome;
  if (f.noise > 0.6) return { level: 1, why: 'quoted' };
  if (f.empty > 0.6) return { level: 1, why: 'empty' };
  if (f.waiver > 0.6) return { level: 1, why: 'waived' };
  if (f.deferral > 0.7 && f.outcome === 0) return { level: 1, why: 'put-off' };
  if (f.extent < 30 && f.fact === 0 && f.cites === 0 && concludes === 0) return { level: 1, why: 'bare' };
  // A name in an outline.
  if (f.length < 30 && f.ownFact === 0 && f.cites === 0 && f.ownConclusion + f.outcome === 0 && f.count <= 2)
    return { level: 1, why: 'bare' };
  // A list of provisions.
  if (f.words === 0 && f.fact === 0 && concludes === 0) return { level: 1, why: 'bare' };
  if (f.curt) return { level: 2, why: 'curt' };
  if (f.opponent > 0.8 && f.conclusion + f.outcome === 0) return { level: 2, why: 'plea' };
  if (f.rule > 0.5) return { level: 2, why: 'provision' };
  if (!f.brief) {
    if (concludes + f.inference === 0) return { level: 2, why: 'no-conclusion' };
    const rule = f.norm >= 2 || (f.norm > 0 && f.cites > 0 && f.outcome + f.ownConclusion === 0);
    if ((f.fact === 0 && rule) || (f.fact <= 1 && f.norm >= 4)) return { level: 2, why: 'rule-only' };
  }
  if (f.part && f.ownConclusion + f.outcome === 0) return { level: 2, why: 'no-conclusion' };
  if (f.endsOpen && f.outcome + f.ownConclusion <= 1) return { level: 2, why: 'open' };
  return undefined;
}

/** What a text is that limits treatments: it hardly concludes, it is of norms rather than facts, it has hardly any facts. */
export function genreKind(genre: Genre) {
  return {
    // Nobody argues in it: a record, a finding of fact.
    account: genre.argument < 0.16,
    // Its writer concludes in words that are known: where they lack, a conclusion lacks.
    outspoken: genre.conclusion >= 0.2,
    norms: genre.norm > 1.5 * genre.fact,
    general: genre.fact < 0.05,
    // Nobody was harmed, nobody claims: it is about something else.
    beside: genre.subject === 0,
  };
}

/** Whether a stretch is limited by a text that hardly concludes, and by one of norms. */
export function limitedBy(f: Features) {
  return {
    account: f.outcome + f.ownConclusion < (f.extent < 80 ? 1 : 2),
    outspoken: f.ownConclusion + f.conclusion + f.outcome + f.inference === 0,
    norms: f.ownFact + f.fact / 3 < 2.4,
    // A section that bears the element's name is not about something else.
    faint: f.strongest < 2 && f.topical < 0.8,
    // One plain word in a discourse on something else.
    passing:
      f.ownFact <= 1 &&
      (f.strongest < 0.9 || (f.strongest <= 1.6 && f.relevance < 3 && f.topical < 0.7 && f.extent > 200)),
  };
}

function genreCap(f: Features, genre: Genre): Cap {
  const kind = genreKind(genre);
  const limited = limitedBy(f);
  if (kind.norms && limited.passing) return { level: 1, why: 'passing' };
  if (kind.outspoken && limited.outspoken) return { level: 2, why: 'no-conclusion' };
  if (kind.account && limited.account) return { level: 2, why: 'account' };
  if ((kind.norms && limited.norms) || kind.general) return { level: 2, why: 'general' };
  return { level: 3 };
}

/** In a discourse of norms, what states the rule in more than a word is the rule without facts. */
export function isRule(f: Features, genre: Genre): boolean {
  return genreKind(genre).norms && statesRule(f);
}

export function statesRule(f: Features): boolean {
  return f.norm >= 2 && f.length >= 60 && f.topical >= 0.55 && f.strongest >= 1;
}
