import type { Citation } from '../citations/citation';
import type { TextRange } from '../text/range';
import { citesAny, lawOf } from './bases';
import { conditionsOf } from './cueTable';
import type { Condition, ConsistencyRule } from './framework';
import type { Lexicon } from './lexicon';
import type { Placed } from './outline';
import type { StretchFacts } from './stretch';
import type { PlacedSentence } from './units';

/** A place in a stretch: chunk within the stretch, offsets within the chunk. */
export interface Place extends TextRange {
  readonly chunk: number;
}

/** A condition, by its number, and its first place in a stretch. */
export interface First {
  readonly number: number;
  readonly place: Place;
}

/** Where a condition's words and citations stand first. */
export interface Holds {
  readonly word?: Place;
  readonly cited?: Place;
}

/** A part of a stretch in which all conditions of a consistency rule hold, as far as they look at the part alone. */
export interface Candidate {
  /** Index into `Framework.consistency`. */
  readonly rule: number;
  readonly when: readonly Holds[];
  /** For each `unless`: its words and citations stand here, too. */
  readonly unless: readonly boolean[];
}

/** What a stretch contributes to the conditions of a framework. Conditions by their number in `conditionTable`. */
export interface Said {
  /** First words of each condition, wherever they stand, and where they count as the writer's own. */
  readonly words: readonly First[];
  readonly ownWords: readonly First[];
  /** First citation of a basis of each condition; exact = a paragraph is cited as such. */
  readonly cited: readonly First[];
  readonly citedExactly: readonly First[];
  readonly laws: ReadonlySet<string>;
  readonly candidates: readonly Candidate[];
}

interface ConditionTable {
  readonly numbers: ReadonlyMap<Condition, number>;
  /** Number in `SentenceFacts.conditions` of those that say words. */
  readonly spoken: ReadonlyMap<Condition, number>;
  /** Numbers of conditions by the number of their words. */
  readonly bySpoken: readonly number[];
  readonly citing: readonly { readonly condition: Condition; readonly laws: readonly string[] }[];
  /** The rules that look at a part of the memo, with the numbers of the words that all must stand there. */
  readonly rules: readonly {
    readonly rule: ConsistencyRule;
    readonly index: number;
    readonly needed: readonly number[];
  }[];
}

const tables = new WeakMap<Lexicon, ConditionTable>();

function tableOf(lexicon: Lexicon): ConditionTable {
  let table = tables.get(lexicon);
  if (!table) {
    const numbers = new Map<Condition, number>();
    for (const condition of conditionsOf(lexicon.framework))
      if (!numbers.has(condition)) numbers.set(condition, numbers.size);
    const spoken = new Map<Condition, number>();
    lexicon.conditions.forEach((condition, at) => {
      spoken.set(condition, at);
    });
    const citing = [...numbers.keys()].flatMap((condition) =>
      condition.cites ? [{ condition, laws: [...new Set(condition.cites.map(({ law }) => law))] }] : [],
    );
    const rules = lexicon.framework.consistency
      .map((rule, index) => {
        const needed = rule.when.flatMap((condition) => spoken.get(condition) ?? []);
        return { rule, index, needed };
      })
      .filter(({ rule, needed }) => rule.scope !== 'memo' && needed.length > 0);
    table = { numbers, spoken, bySpoken: lexicon.conditions.map((c) => numbers.get(c)!), citing, rules };
    tables.set(lexicon, table);
  }
  return table;
}

/** Number of a condition of the framework. */
export function numberOf(condition: Condition, lexicon: Lexicon): number {
  return tableOf(lexicon).numbers.get(condition) ?? -1;
}

interface LocalCitation {
  readonly chunk: number;
  readonly citation: Citation;
}

const known = new WeakMap<StretchFacts, Said>();

/** What a stretch says of the conditions; kept with the stretch. */
export function saidIn(stretch: StretchFacts, lexicon: Lexicon): Said {
  let said = known.get(stretch);
  if (!said) {
    said = read(stretch, lexicon);
    known.set(stretch, said);
  }
  return said;
}

function read({ saying, results }: StretchFacts, lexicon: Lexicon): Said {
  const table = tableOf(lexicon);
  const words = new Map<number, Place>();
  const ownWords = new Map<number, Place>();
  for (const { facts, placed } of saying) {
    const apart = standsApart(placed);
    for (const { condition, start, end } of facts.conditions) {
      const number = table.bySpoken[condition]!;
      if (words.has(number) && (apart || ownWords.has(number))) continue;
      const place = { chunk: placed.chunk, start, end };
      if (!words.has(number)) words.set(number, place);
      if (!apart && !ownWords.has(number)) ownWords.set(number, place);
    }
  }
  const citations: LocalCitation[] = [];
  const laws = new Set<string>();
  results.forEach((result, chunk) => {
    if (!result) return;
    for (const citation of result.citations) {
      citations.push({ chunk, citation });
      const law = lawOf(citation);
      if (law !== undefined) laws.add(law);
    }
    for (const { statute } of result.mentions) if (statute) laws.add(statute.short);
  });
  const cited = new Map<number, Place>();
  const citedExactly = new Map<number, Place>();
  for (const { condition, laws: ofBases } of laws.size > 0 ? table.citing : []) {
    // Only laws that a basis is of can be cited as one.
    if (!hasAny(laws, ofBases)) continue;
    const number = table.numbers.get(condition)!;
    const first = firstCited(citations, condition, false);
    if (!first) continue;
    cited.set(number, first);
    const exactly = firstCited(citations, condition, true);
    if (exactly) citedExactly.set(number, exactly);
  }
  const candidates = candidatesOf(saying, citations, table);
  return {
    words: firstsOf(words),
    ownWords: firstsOf(ownWords),
    cited: firstsOf(cited),
    citedExactly: firstsOf(citedExactly),
    laws,
    candidates,
  };
}

const none: readonly First[] = [];

function firstsOf(places: ReadonlyMap<number, Place>): readonly First[] {
  if (places.size === 0) return none;
  const firsts: First[] = [];
  places.forEach((place, number) => {
    firsts.push({ number, place });
  });
  return firsts.slice();
}

function hasAny<T>(set: ReadonlySet<T>, list: readonly T[]): boolean {
  for (const one of list) if (set.has(one)) return true;
  return false;
}

const noCandidates: readonly Candidate[] = [];

function candidatesOf(
  saying: readonly PlacedSentence[],
  citations: readonly LocalCitation[],
  table: ConditionTable,
): readonly Candidate[] {
  if (saying.length === 0) return noCandidates;
  const present = new Set<number>();
  for (const { facts } of saying) for (const { condition } of facts.conditions) present.add(condition);
  const candidates: Candidate[] = [];
  for (const { rule, index, needed } of table.rules) {
    if (!hasAll(present, needed)) continue;
    for (const area of areasOf(rule, needed[0]!, saying, citations)) {
      const when: Holds[] = [];
      for (const condition of rule.when) {
        const holds = holdsIn(area, condition, true, table);
        if (!holds) break;
        when.push(holds);
      }
      if (when.length < rule.when.length) continue;
      const unless = rule.unless.map((condition) => holdsIn(area, condition, false, table) !== undefined);
      candidates.push({ rule: index, when, unless });
    }
  }
  return candidates.length > 0 ? candidates : noCandidates;
}

function hasAll<T>(set: ReadonlySet<T>, list: readonly T[]): boolean {
  for (const one of list) if (!set.has(one)) return false;
  return true;
}

interface Area {
  readonly saying: readonly PlacedSentence[];
  readonly citations: readonly LocalCitation[];
}

/** The areas that a rule looks at: those of its scope in which words of its first condition stand. */
function* areasOf(
  rule: ConsistencyRule,
  spoken: number,
  saying: readonly PlacedSentence[],
  citations: readonly LocalCitation[],
): Iterable<Area> {
  for (let at = 0; at < saying.length; at++) {
    if (!saying[at]!.facts.conditions.some(({ condition }) => condition === spoken)) continue;
    let from = at;
    while (from > 0 && together(rule, saying[from - 1]!, saying[at]!)) from--;
    let to = at + 1;
    while (to < saying.length && together(rule, saying[at]!, saying[to]!)) to++;
    const sentences = saying.slice(from, to);
    yield { saying: sentences, citations: within(citations, rule, sentences) };
    at = to - 1;
  }
}

function together({ scope }: ConsistencyRule, a: PlacedSentence, b: PlacedSentence): boolean {
  if (scope === 'sentence') return a.index === b.index;
  if (scope === 'passage') return a.passage === b.passage;
  return a.placed.segment === b.placed.segment;
}

/** The citations that begin in the sentences, or in the passages that hold them. */
function within(
  citations: readonly LocalCitation[],
  { scope }: ConsistencyRule,
  saying: readonly PlacedSentence[],
): readonly LocalCitation[] {
  const first = saying[0]!;
  const last = saying[saying.length - 1]!;
  const part = ({ facts, placed }: PlacedSentence) => (scope === 'sentence' ? facts : placed.passage);
  const { start } = part(first);
  const { end } = part(last);
  return citations.filter(
    ({ chunk, citation }) =>
      (chunk > first.placed.chunk || (chunk === first.placed.chunk && citation.start >= start)) &&
      (chunk < last.placed.chunk || (chunk === last.placed.chunk && citation.start < end)),
  );
}

/** Where the words and citations of a condition stand in an area, undefined = they do not. */
function holdsIn(
  { saying, citations }: Area,
  condition: Condition,
  affirmed: boolean,
  table: ConditionTable,
): Holds | undefined {
  const word = condition.says && firstWord(saying, table.spoken.get(condition), affirmed);
  if (condition.says && !word) return undefined;
  const cited = condition.cites && firstCited(citations, condition, affirmed);
  if (condition.cites && !cited) return undefined;
  return { ...(word && { word }), ...(cited && { cited }) };
}

function firstWord(
  saying: readonly PlacedSentence[],
  spoken: number | undefined,
  affirmed: boolean,
): Place | undefined {
  for (const { facts, placed } of saying) {
    if (affirmed && standsApart(placed)) continue;
    const found = facts.conditions.find(({ condition }) => condition === spoken);
    if (found) return { chunk: placed.chunk, start: found.start, end: found.end };
  }
  return undefined;
}

function firstCited(
  citations: readonly LocalCitation[],
  { cites }: Condition,
  exact: boolean,
): Place | undefined {
  for (const { chunk, citation } of citations)
    if (citesAny(citation, cites!, exact)) return { chunk, start: citation.start, end: citation.end };
  return undefined;
}

function standsApart({ passage, noise, provision }: Placed): boolean {
  return passage.quoted || passage.kind === 'heading' || noise || provision;
}
