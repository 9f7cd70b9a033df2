import type { ByElement } from './byElement';
import { ownScore } from './features';
import type { Lexicon } from './lexicon';
import type { Placed } from './outline';
import type { SentenceFacts } from './sentenceFacts';

/** A sentence in its place, with the citations that stand in it. */
export interface PlacedSentence {
  readonly facts: SentenceFacts;
  readonly placed: Placed;
  /** Number of its passage within the stretch. */
  readonly passage: number;
  /** Number within the stretch. */
  readonly index: number;
  /** Elements whose bases are cited here: 2 = a basis of its own, 1 = a shared one. */
  readonly support: ByElement<1 | 2>;
  /** Number of citations in it. */
  readonly cites: number;
}

/** What a coherent part of the memo shows of one element: the features of the judgement. */
export interface Features {
  /** Strongest sentence, and all of them together (capped). */
  strongest: number;
  relevance: number;
  /** How far headings and lead words promise the element. */
  topical: number;
  /** Sentences that speak of the element, and their length in code units. */
  count: number;
  length: number;
  /** Signs of facts of this case: in the speaking sentences, and with their surroundings. */
  ownFact: number;
  fact: number;
  /** Of the facts, dates, amounts and events. */
  specific: number;
  norm: number;
  cites: number;
  ownConclusion: number;
  conclusion: number;
  outcome: number;
  inference: number;
  deferral: number;
  waiver: number;
  opponent: number;
  question: number;
  /** What stands in a quotation or below a heading that holds no treatment. */
  noise: number;
  /** Worded like a provision. */
  rule: number;
  /** Share of the surroundings that speaks of another element. */
  alien: number;
  /** Length of the stretch with its surroundings, and the share of it that is put off or asked. */
  extent: number;
  delay: number;
  /** 1 = its last words put the matter off. */
  endsOpen: number;
  /** Sentences that speak of it by their words, not only by a citation. */
  words: number;
  /** 1 = the element needs few words. */
  brief: number;
  /** 1 = one short sentence alone, for an element that takes more. */
  curt: number;
  /** 1 = the element is a part of another: its own sentences must conclude. */
  part: number;
  /** A table row whose other cells are empty. */
  empty: number;
}

export interface Speaking {
  readonly sentence: PlacedSentence;
  readonly weight: number;
}

/** What the units of one stretch share. */
export interface UnitSurroundings {
  /** The sentences of the stretch. */
  readonly sentences: readonly PlacedSentence[];
  /** For each sentence the element that it speaks of most, -1 = none. */
  readonly mainElement: readonly number[];
  readonly lexicon: Lexicon;
}

/**
 * A coherent part of a stretch that speaks of one element. Its features are read when they are asked for: a memo has thousands of
 * units, and of few of them more is needed than their line in the table of scores.
 */
export class Unit {
  private known: Features | undefined;

  /**
   * @param element index into `Lexicon.elements`
   * @param first its first sentence within the stretch @param last its last one
   */
  constructor(
    readonly element: number,
    private readonly first: number,
    private readonly last: number,
    private readonly around: UnitSurroundings,
  ) {}

  /** The sentences that speak of the element; not kept either. */
  get speaking(): readonly Speaking[] {
    const { sentences, lexicon } = this.around;
    const speaking: Speaking[] = [];
    for (let index = this.first; index <= this.last; index++) {
      const sentence = sentences[index]!;
      const weight = spokenWeight(sentence, this.element, lexicon);
      if (weight > 0) speaking.push({ sentence, weight });
    }
    return speaking;
  }

  get features(): Features {
    this.known ??= this.readFeatures();
    return this.known;
  }

  /** Without what the memo adds to all its units. */
  get score(): number {
    return this.scoreOf(this.features);
  }

  /** The features, not kept. */
  readFeatures(): Features {
    return featuresOf(this.speaking, this.element, this.around);
  }

  scoreOf(features: Features): number {
    const { lexicon } = this.around;
    return ownScore(features, lexicon.framework.signals.judgement);
  }
}

/** From here on a sentence speaks of the element by more than one weak word. */
const clear = 0.5;

/** Headings and lead words count as a promise from here on. */
const promised = 0.55;

/** How much a sentence speaks of an element; 0 = not enough to matter. */
export function weightOf(sentence: PlacedSentence, element: number, topic: number): number {
  const cues = sentence.facts.cues.get(element);
  const support = sentence.support.get(element);
  const strong = Math.min(cues?.strong ?? 0, 3);
  const weight =
    strong +
    0.28 * Math.min(cues?.weak ?? 0, 3) +
    (strong > 0 ? 0.5 : 0.3) * Math.min(cues?.outcome ?? 0, 2) +
    (support === 2 ? 1 : support === 1 ? 0.1 : 0);
  if (weight >= 1) return weight;
  const { deferral, waiver } = sentence.facts;
  if ((deferral || waiver) && (cues?.headings ?? 0) > 0) return 1;
  return topic >= promised && weight >= 0.25 ? weight : 0;
}

/** The parts of a stretch that speak of an element. */
export function unitsOf(speakers: readonly number[], element: number, around: UnitSurroundings): Unit[] {
  const { sentences, lexicon } = around;
  const units: Unit[] = [];
  let first = -1;
  let last = -1;
  const close = () => {
    if (first >= 0) units.push(new Unit(element, first, last, around));
  };
  for (const index of speakers) {
    const sentence = sentences[index]!;
    if (spokenWeight(sentence, element, lexicon) === 0) continue;
    if (last < 0 || !together(sentences[last]!, sentence, element, lexicon)) {
      close();
      first = index;
    }
    last = index;
  }
  close();
  return units;
}

/** The same for a sentence of the running text; a heading promises and does not speak. */
function spokenWeight(sentence: PlacedSentence, element: number, lexicon: Lexicon): number {
  const { placed } = sentence;
  return placed.passage.kind === 'heading'
    ? 0
    : weightOf(sentence, element, topicOf(placed, element, lexicon));
}

/** How far the headings and lead words of a sentence promise an element. */
export function topicOf({ topics }: Placed, element: number, { owner }: Lexicon): number {
  if (topics.size === 0) return 0;
  const own = topics.get(element) ?? 0;
  const whole = owner[element]!;
  return whole === element ? own : Math.max(own, topics.get(whole) ?? 0);
}

function bothPromise(a: PlacedSentence, b: PlacedSentence, element: number, lexicon: Lexicon): boolean {
  return topicOf(a.placed, element, lexicon) >= promised && topicOf(b.placed, element, lexicon) >= promised;
}

function together(a: PlacedSentence, b: PlacedSentence, element: number, lexicon: Lexicon): boolean {
  if (a.placed.segment !== b.placed.segment) return false;
  if (a.placed.passage.kind === 'row' || b.placed.passage.kind === 'row') return a.passage === b.passage;
  if (a.passage === b.passage) return true;
  if (bothPromise(a, b, element, lexicon)) return true;
  return sameList(a.placed, b.placed);
}

/** Short items of one list belong together; long ones speak for themselves. */
function sameList(a: Placed, b: Placed): boolean {
  const item = ({ list, length }: Placed['passage']) => list && length <= shortItem;
  return a.chunk === b.chunk && item(a.passage) && item(b.passage);
}

const shortItem = 75;

/** A sentence this close to one that speaks of the element belongs to its treatment. */
const reach = 2;

/** A single sentence shorter than this treats nothing completely. */
const curtExtent = 45;

function featuresOf(
  speaking: readonly Speaking[],
  element: number,
  { sentences, mainElement, lexicon }: UnitSurroundings,
): Features {
  const owner = lexicon.owner[element]!;
  const first = speaking[0]!.sentence;
  const last = speaking[speaking.length - 1]!.sentence;
  // From the start of the first passage to the end of the last, and topical passages next to them.
  let from = first.index;
  while (from > 0 && belongs(sentences[from - 1]!, first, element, lexicon)) from--;
  let to = last.index;
  while (to + 1 < sentences.length && belongs(sentences[to + 1]!, last, element, lexicon)) to++;
  const features = spokenFeatures(speaking, element, lexicon);
  if (owner !== element) features.part = 1;
  let surrounding = 0;
  let end: PlacedSentence | undefined;
  // The speaking sentences stand in the order of the text: of those within reach and behind, the first.
  let next = 0;
  for (let at = from; at <= to; at++) {
    while (next < speaking.length && speaking[next]!.sentence.index < at - reach) next++;
    const sentence = sentences[at]!;
    const { placed, facts } = sentence;
    if (placed.passage.kind === 'heading') continue;
    const topical = topicOf(placed, element, lexicon) >= promised;
    const near = topical || (next < speaking.length && speaking[next]!.sentence.index <= at + reach);
    if (!near && !placed.passage.list && placed.passage.kind !== 'row') continue;
    surrounding++;
    end = sentence;
    let own = next;
    while (own < speaking.length && speaking[own]!.sentence.index < at) own++;
    const weight = speaking[own]?.sentence === sentence ? speaking[own]!.weight : 0;
    const speaks = weight > 0;
    const main = mainElement[at]!;
    const outcome = facts.cues.get(element)?.outcome ?? 0;
    const elsewhere =
      !speaks && main !== -1 && main !== owner && !lexicon.elements[main]!.brief && outcome === 0 && !topical;
    const counts = !facts.placeholder && !facts.question && !(placed.provision && facts.fact < 3);
    features.fact += facts.fact;
    features.specific += facts.specific;
    if (weight >= clear) features.ownFact += facts.fact;
    if (speaks) features.norm += facts.norm;
    if (speaks || topical) features.cites += sentence.cites;
    if (main !== -1 && main !== owner && !lexicon.elements[main]!.brief && outcome === 0)
      features.alien += facts.length;
    if (counts && !facts.deferral && !facts.waiver && !elsewhere && !pleads(sentence)) {
      features.conclusion += facts.conclusion;
      features.inference += facts.inference;
      if (speaks) features.ownConclusion += facts.conclusion;
      features.outcome += outcome;
    }
    features.extent += facts.length;
    if (facts.deferral || facts.question || facts.placeholder || facts.waiver) features.delay += facts.length;
  }
  features.delay /= Math.max(1, features.extent);
  features.alien /= Math.max(1, features.extent);
  if (end && endsOpen(end)) features.endsOpen = 1;
  const { brief } = lexicon.elements[owner]!;
  if (brief) features.brief = 1;
  else if (surrounding === 1 && features.extent < curtExtent) features.curt = 1;
  return features;
}

/** The features that the speaking sentences show by themselves; the others are 0. */
function spokenFeatures(speaking: readonly Speaking[], element: number, lexicon: Lexicon): Features {
  const features: Features = {
    strongest: 0,
    relevance: 0,
    topical: 0,
    count: speaking.length,
    length: 0,
    ownFact: 0,
    fact: 0,
    specific: 0,
    norm: 0,
    cites: 0,
    ownConclusion: 0,
    conclusion: 0,
    outcome: 0,
    inference: 0,
    deferral: 0,
    waiver: 0,
    opponent: 0,
    question: 0,
    noise: 0,
    rule: 0,
    alien: 0,
    extent: 0,
    delay: 0,
    endsOpen: 0,
    words: 0,
    brief: 0,
    curt: 0,
    part: 0,
    empty: 0,
  };
  let total = 0;
  for (const { sentence, weight } of speaking) {
    const { facts, placed } = sentence;
    const { passage } = placed;
    features.strongest = Math.max(features.strongest, weight);
    features.topical = Math.max(features.topical, topicOf(placed, element, lexicon));
    features.length += facts.length;
    if (facts.cues.has(element)) features.words++;
    total += weight;
    if (facts.deferral || facts.placeholder) features.deferral += weight;
    if (facts.waiver) features.waiver += weight;
    if (pleads(sentence)) features.opponent += weight;
    if (facts.question) features.question += weight;
    if (passage.quoted || placed.noise || passage.noise) features.noise += weight;
    if (facts.rule || placed.provision) features.rule += weight;
    if (passage.kind === 'row' && passage.filled === 0) features.empty += weight;
  }
  features.relevance = Math.min(10, total);
  for (const share of shares) features[share] /= total;
  return features;
}

/** Features that are a share of the weight of the speaking sentences. */
const shares = ['deferral', 'waiver', 'opponent', 'question', 'noise', 'rule', 'empty'] as const;

/** Whether only the other side speaks here. */
function pleads({ facts, placed }: PlacedSentence): boolean {
  return facts.plea || (placed.pleads && !facts.answers && facts.conclusion === 0);
}

function belongs(
  candidate: PlacedSentence,
  beside: PlacedSentence,
  element: number,
  lexicon: Lexicon,
): boolean {
  if (candidate.placed.segment !== beside.placed.segment) return false;
  if (candidate.passage === beside.passage) return true;
  if (beside.placed.passage.kind === 'row') return false;
  if (sameList(candidate.placed, beside.placed)) return true;
  return bothPromise(candidate, beside, element, lexicon);
}

function endsOpen({ facts, placed }: PlacedSentence): boolean {
  if (placed.passage.open) return true;
  return (facts.deferral || facts.question || facts.placeholder) && facts.conclusion === 0;
}
