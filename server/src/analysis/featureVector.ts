import type { Lexicon } from './lexicon';
import type { Features, PlacedSentence } from './units';

/** What kind of text the memo is, by shares of its sentences: the background of every judgement. */
export interface Genre {
  /** Share that states facts of a case. */
  readonly fact: number;
  /** Share that states norms without facts. */
  readonly norm: number;
  /** Share that concludes. */
  readonly conclusion: number;
  /** Share of the framework's elements that are named outright somewhere. */
  readonly breadth: number;
  /** Sentences that say that somebody was harmed or claims. */
  readonly subject: number;
}

/** Shares by length. An empty memo is of no kind. */
export function genreOf(sentences: readonly PlacedSentence[], lexicon: Lexicon): Genre {
  let fact = 0;
  let norm = 0;
  let conclusion = 0;
  let all = 0;
  let subject = 0;
  const named = new Set<number>();
  for (const { facts } of sentences) {
    const size = Math.min(facts.length, 120);
    all += size;
    for (const [element, { strong }] of facts.cues) if (strong > 0) named.add(lexicon.owner[element]!);
    if (facts.fact > 0) fact += size * Math.min(1, facts.fact / 2);
    else if (facts.norm > 0) norm += size;
    if (facts.conclusion > 0) conclusion += size;
    if (facts.subject) subject++;
  }
  const share = (value: number) => (all > 0 ? value / all : 0);
  return {
    fact: share(fact),
    norm: share(norm),
    conclusion: share(conclusion),
    breadth: named.size / Math.max(1, lexicon.framework.elements.length),
    subject,
  };
}

/** The quantities that the judgement weighs (`server/frameworks/judgement.yaml`), each about 0 to 2. */
export const featureNames = [
  'strongest',
  'relevance',
  'topical',
  'length',
  'ownFact',
  'fact',
  'norm',
  'cites',
  'ownConclusion',
  'conclusion',
  'outcome',
  'inference',
  'deferral',
  'waiver',
  'opponent',
  'question',
  'noise',
  'empty',
  'rule',
  'extent',
  'delay',
  'caseText',
  'normText',
  'concludingText',
  'breadth',
  'subject',
  'applied',
  'decided',
  'brief',
  'briefDecided',
  'treated',
  'concludes',
] as const;

export type FeatureName = (typeof featureNames)[number];

export function featureVector(f: Features, genre: Genre, brief: boolean): Record<FeatureName, number> {
  const log = Math.log1p;
  const fact = Math.min(1.5, log(f.fact) / 1.5);
  const conclusion = Math.min(1.5, log(f.conclusion + f.outcome) / 1.2);
  const caseText = Math.min(1, genre.fact * 2);
  return {
    strongest: Math.min(f.strongest, 4) / 2,
    relevance: log(f.relevance),
    topical: f.topical,
    length: Math.min(2, log(f.length / 40)),
    ownFact: Math.min(f.ownFact, 6) / 3,
    fact,
    norm: Math.min(f.norm, 6) / 3,
    cites: Math.min(f.cites, 3) / 2,
    ownConclusion: Math.min(f.ownConclusion, 4) / 2,
    conclusion,
    outcome: Math.min(f.outcome, 3) / 1.5,
    inference: log(f.inference),
    deferral: f.deferral,
    waiver: f.waiver,
    opponent: f.opponent,
    question: f.question,
    noise: f.noise,
    empty: f.empty,
    rule: f.rule,
    extent: Math.min(2, log(f.extent / 60)),
    delay: f.delay,
    caseText,
    normText: Math.min(1, genre.norm * 2),
    breadth: genre.breadth * 2,
    subject: Math.min(1, genre.subject / 4),
    concludingText: Math.min(1, genre.conclusion * 2),
    applied: Math.min(fact, conclusion),
    decided: caseText * conclusion,
    brief: brief ? 1 : 0,
    treated: caseText * (1 - f.delay) * Math.min(1, f.extent / 100),
    concludes: Math.min(1, genre.conclusion * 3) * caseText * (1 - f.delay),
    briefDecided: brief ? Math.min(1, (f.ownConclusion + f.outcome) / 2) : 0,
  };
}

/** Why a stretch cannot count for more, with the highest level it can reach: 1 mentioned, 2 partial, 3 addressed. */
export interface Cap {
  readonly level: 0 | 1 | 2 | 3;
  readonly why?:
    | 'quoted'
    | 'empty'
    | 'waived'
    | 'put-off'
    | 'bare'
    | 'provision'
    | 'no-conclusion'
    | 'account'
    | 'open'
    | 'general';
}

/** The plain limits of the judgement; within them the weights decide. */
export function capOf(f: Features, genre: Genre): Cap {
  const concludes = f.ownConclusion + f.conclusion + f.outcome;
  if (f.noise > 0.6) return { level: 1, why: 'quoted' };
  if (f.empty > 0.6) return { level: 1, why: 'empty' };
  if (f.waiver > 0.6) return { level: 1, why: 'waived' };
  if (f.deferral > 0.7 && f.outcome === 0) return { level: 1, why: 'put-off' };
  if (f.extent < 30 && f.fact === 0 && f.cites === 0 && concludes === 0) return { level: 1, why: 'bare' };
  if (f.rule > 0.5) return { level: 2, why: 'provision' };
  if (concludes + f.inference === 0) return { level: 2, why: 'no-conclusion' };
  if (genre.conclusion < 0.06) return { level: 2, why: 'account' };
  if (f.endsOpen && f.outcome + f.ownConclusion <= 1) return { level: 2, why: 'open' };
  if (f.fact <= 1 && genre.norm > 1.5 * genre.fact) return { level: 2, why: 'general' };
  if (genre.fact < 0.05) return { level: 2, why: 'general' };
  return { level: 3 };
}
