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
}

/** Shares by length. An empty memo is of no kind. */
export function genreOf(sentences: readonly PlacedSentence[], lexicon: Lexicon): Genre {
  let fact = 0;
  let norm = 0;
  let conclusion = 0;
  let all = 0;
  const named = new Set<number>();
  for (const { facts } of sentences) {
    const size = Math.min(facts.length, 120);
    all += size;
    for (const [element, { strong }] of facts.cues) if (strong > 0) named.add(lexicon.owner[element]!);
    if (facts.fact > 0) fact += size * Math.min(1, facts.fact / 2);
    else if (facts.norm > 0) norm += size;
    if (facts.conclusion > 0) conclusion += size;
  }
  const share = (value: number) => (all > 0 ? value / all : 0);
  return {
    fact: share(fact),
    norm: share(norm),
    conclusion: share(conclusion),
    breadth: named.size / Math.max(1, lexicon.framework.elements.length),
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
    concludingText: Math.min(1, genre.conclusion * 2),
    applied: Math.min(fact, conclusion),
    decided: caseText * conclusion,
    brief: brief ? 1 : 0,
    treated: caseText * (1 - f.delay) * Math.min(1, f.extent / 100),
    concludes: Math.min(1, genre.conclusion * 3) * caseText * (1 - f.delay),
    briefDecided: brief ? Math.min(1, (f.ownConclusion + f.outcome) / 2) : 0,
  };
}

/**
 * Stretches that name the element and treat nothing, whatever else they show: quotations and lists of provisions, empty
 * cells, what is put off or expressly left out.
 */
export function namesOnly(f: Features): boolean {
  return f.noise > 0.6 || f.empty > 0.6 || f.waiver > 0.6 || (f.deferral > 0.7 && f.outcome === 0);
}
