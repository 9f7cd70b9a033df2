import type { JudgementWeights } from './framework';
import type { Genre } from './genre';
import type { Features } from './units';

/** The quantities that the judgement weighs (`server/frameworks/judgement.yaml`), each about 0 to 2. */
export const featureNames = [
  // of the stretch
  'strongest',
  'relevance',
  'topical',
  'length',
  'ownFact',
  'fact',
  'specific',
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
  'rule',
  'alien',
  'extent',
  'delay',
  'applied',
  'brief',
  'briefDecided',
  'inconclusive',
  // of the memo
  'caseText',
  'storyText',
  'normText',
  'concludingText',
  'breadth',
  'subject',
  'argument',
  // of both
  'decided',
  'treated',
  'concludes',
] as const;

export type FeatureName = (typeof featureNames)[number];

/** What a stretch brings to its score, apart from the memo that it stands in: sums of weighted features. */
export interface UnitScore {
  readonly own: number;
  /** Times the memo's case text. */
  readonly perCase: number;
  /** Times the memo's case text and conclusions. */
  readonly perConclusion: number;
}

const log = Math.log1p;

/** Features of a stretch that do not depend on the memo. */
function ownFeatures(f: Features) {
  const fact = Math.min(1.5, log(f.fact) / 1.5);
  const conclusion = Math.min(1.5, log(f.conclusion + f.outcome) / 1.2);
  return {
    strongest: Math.min(f.strongest, 4) / 2,
    relevance: log(f.relevance),
    topical: f.topical,
    length: Math.min(2, log(f.length / 40)),
    ownFact: Math.min(f.ownFact, 6) / 3,
    fact,
    specific: Math.min(1.5, log(f.specific) / 1.5),
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
    rule: f.rule,
    alien: f.alien,
    extent: Math.min(2, log(f.extent / 60)),
    delay: f.delay,
    applied: Math.min(fact, conclusion),
    brief: f.brief,
    briefDecided: f.brief * Math.min(1, (f.ownConclusion + f.outcome) / 2),
    inconclusive: f.ownConclusion + f.conclusion + f.outcome + f.inference === 0 ? 1 : 0,
  };
}

type OwnName = keyof ReturnType<typeof ownFeatures>;
const memoNames: ReadonlySet<string> = new Set([
  'caseText',
  'storyText',
  'normText',
  'concludingText',
  'breadth',
  'subject',
  'decided',
  'treated',
  'concludes',
  'argument',
]);
const ownNames = featureNames.filter((name): name is OwnName => !memoNames.has(name));

function memoFeatures(genre: Genre) {
  return {
    caseText: Math.min(1, genre.fact * 2),
    storyText: Math.min(1, genre.story * 4),
    normText: Math.min(1, genre.norm * 2),
    concludingText: Math.min(1, genre.conclusion * 2),
    breadth: genre.breadth * 2,
    subject: Math.min(1, genre.subject / 4),
    argument: Math.min(1, genre.argument * 2),
  };
}

const concluding = (genre: Genre) => Math.min(1, genre.conclusion * 3);
const treated = (f: Features) => (1 - f.delay) * Math.min(1, f.extent / 100);

/** All features by name, for training and for the explanation. */
export function featureVector(f: Features, genre: Genre): Record<FeatureName, number> {
  const own = ownFeatures(f);
  const memo = memoFeatures(genre);
  return {
    ...own,
    ...memo,
    decided: memo.caseText * own.conclusion,
    treated: memo.caseText * treated(f),
    concludes: memo.caseText * concluding(genre) * (1 - f.delay),
  };
}

/** The part of the score that stays while the rest of the memo changes. */
export function unitScore(f: Features, { weights }: JudgementWeights): UnitScore {
  const own = ownFeatures(f);
  let sum = 0;
  for (const name of ownNames) sum += own[name] * (weights[name] ?? 0);
  return {
    own: sum,
    perCase: own.conclusion * (weights.decided ?? 0) + treated(f) * (weights.treated ?? 0),
    perConclusion: (1 - f.delay) * (weights.concludes ?? 0),
  };
}

/** What the parts of a `UnitScore` are multiplied with in one memo; `constant` is added. */
export function memoFactors(genre: Genre, { weights }: JudgementWeights) {
  const memo = memoFeatures(genre);
  let constant = 0;
  for (const [name, value] of Object.entries(memo)) constant += value * (weights[name] ?? 0);
  return { constant, perCase: memo.caseText, perConclusion: memo.caseText * concluding(genre) };
}

/** Turns stretches' parts into scores for one memo: the same as weighing the whole vector. */
export function scorer(genre: Genre, judgement: JudgementWeights): (score: UnitScore) => number {
  const factors = memoFactors(genre, judgement);
  return ({ own, perCase, perConclusion }) =>
    factors.constant + own + factors.perCase * perCase + factors.perConclusion * perConclusion;
}

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
  return ownCap(f) ?? genreCap(f, genre);
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
    if ((f.fact === 0 && f.norm >= 2) || (f.fact <= 1 && f.norm >= 4)) return { level: 2, why: 'rule-only' };
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
    norms: f.ownFact + f.fact / 3 < 2.2,
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
