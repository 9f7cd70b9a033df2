import type { CitationIndex } from '../citations/citation';
import type { Memo } from '../memo/memo';
import { finish, type Steps } from '../memo/steps';
import type { Analysis, ElementFinding } from './analysis';
import { Conditions } from './conditions';
import { consistencyOf } from './consistency';
import type { ElementDefinition, Framework } from './framework';
import { genreOf } from './genre';
import { analysisHeading } from './headings';
import { judge, withPromises, withWaiver } from './judge';
import { lexiconOf } from './lexicon';
import { promisesOf } from './promises';
import { saidIn } from './said';
import { type Stretch, stretchSteps } from './stretch';
import type { Unit } from './units';
import { scoreUnits } from './unitTable';
import { waiversOf } from './waivers';

/**
 * Judges a memo under a framework: every element with its evidence, and the consistency rules. What is known of a
 * stretch is kept with its chunks, so that an edit costs what it touched and a sum over the rest.
 */
export function analyzeMemo(memo: Memo, citations: CitationIndex, framework: Framework): Analysis {
  return finish(analysisSteps(memo, citations, framework));
}

/** The same in steps of a chunk or a stretch. */
export function* analysisSteps(memo: Memo, citations: CitationIndex, framework: Framework): Steps<Analysis> {
  const lexicon = lexiconOf(framework);
  const { judgement } = framework.signals;
  const { starts } = memo;
  const stretches = yield* stretchSteps(memo, citations, framework);
  const genre = genreOf(stretches.map(({ facts }) => facts.sums));
  const scored = scoreUnits(stretches, genre, judgement, lexicon.elements.length);
  const promises = promisesOf(stretches, starts);
  const waivers = waiversOf(memo, framework);
  const statuses = new Map<string, string>();
  for (const { facts } of stretches) {
    saidIn(facts, lexicon);
    yield;
  }
  const conditions = new Conditions(lexicon, stretches, starts, (id) => statuses.get(id));
  const applies = ({ when, unless }: ElementDefinition) =>
    (!when || conditions.holds(when, true) !== undefined) &&
    (!unless || conditions.holds(unless, true) === undefined);
  let index = 0;
  const finding = (element: ElementDefinition, required: boolean): ElementFinding => {
    const at = index++;
    const judged = judge(scored[at]!, judgement, starts);
    const found = withWaiver(withPromises(judged, promises.get(at) ?? []), waivers.get(element.id));
    statuses.set(element.id, found.status);
    const { status, facets, reason } = found;
    return {
      element: element.id,
      required,
      status,
      facets,
      get evidence() {
        return found.evidence;
      },
      ...(reason !== undefined && { reason }),
      parts: element.parts.map((part) => finding(part, required)),
    };
  };
  return {
    framework: framework.id,
    elements: framework.elements.map((element) => finding(element, applies(element))),
    anchor: analysisHeading(stretches, starts) ?? memo.frontMatter.places.title ?? { start: 0, end: 0 },
    consistency: consistencyOf(memo, framework, conditions),
  };
}

/** The units that speak of an element (index into `Lexicon.elements`). */
export function unitsOf(stretches: readonly Stretch[], element: number): Unit[] {
  return stretches.flatMap(({ facts }) => facts.units.filter((unit) => unit.element === element));
}
