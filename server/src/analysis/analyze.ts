import type { CitationIndex } from '../citations/citation';
import type { Memo } from '../memo/memo';
import type { TextRange } from '../text/range';
import type { Analysis, ElementFinding } from './analysis';
import { type Area, Conditions, sayingOf } from './conditions';
import { consistencyOf } from './consistency';
import type { ElementDefinition, Framework } from './framework';
import { genreOf } from './genre';
import { judge, scoreUnits, withPromises, withWaiver } from './judge';
import { lexiconOf } from './lexicon';
import { promisesOf } from './promises';
import { type Stretch, stretchesOf } from './stretch';
import type { Unit } from './units';
import { waiversOf } from './waivers';

/**
 * Judges a memo under a framework: every element with its evidence, and the consistency rules. What is known of a
 * stretch is kept with its chunks, so that an edit costs what it touched and a sum over the rest.
 */
export function analyzeMemo(memo: Memo, citations: CitationIndex, framework: Framework): Analysis {
  const lexicon = lexiconOf(framework);
  const { judgement } = framework.signals;
  const { starts } = memo;
  const stretches = stretchesOf(memo, citations, framework);
  const genre = genreOf(
    stretches.map(({ facts }) => facts.sums),
    lexicon,
  );
  const scored = scoreUnits(stretches, genre, judgement, lexicon.elements.length);
  const promises = promisesOf(stretches, starts);
  const waivers = waiversOf(memo, framework);
  const area: Area = { saying: sayingOf(stretches, starts), citations: citations.citations };
  const statuses = new Map<string, string>();
  const conditions = new Conditions(lexicon, area, citations, (id) => statuses.get(id));
  const applies = ({ when, unless }: ElementDefinition) =>
    (!when || conditions.inMemo(when)) && !(unless && conditions.inMemo(unless));
  let index = 0;
  const finding = (element: ElementDefinition, required: boolean): ElementFinding => {
    const at = index++;
    const judged = judge(scored[at]!, judgement, starts);
    const found = withWaiver(withPromises(judged, promises.get(at) ?? []), waivers.get(element.id));
    statuses.set(element.id, found.status);
    return {
      element: element.id,
      required,
      ...found,
      parts: element.parts.map((part) => finding(part, required)),
    };
  };
  return {
    framework: framework.id,
    elements: framework.elements.map((element) => finding(element, applies(element))),
    anchor: anchorOf(stretches, memo),
    consistency: consistencyOf(memo, framework, area, conditions),
  };
}

/** The units that speak of an element (index into `Lexicon.elements`). */
export function unitsOf(stretches: readonly Stretch[], element: number): Unit[] {
  return stretches.flatMap(({ facts }) => facts.units.filter((unit) => unit.element === element));
}

/** Where the treatment of a missing element belongs: the analysis section's heading, else the first heading. */
function anchorOf(stretches: readonly Stretch[], memo: Memo): TextRange {
  let fallback: TextRange | undefined;
  for (const { facts, first } of stretches) {
    for (const { passage, chunk } of facts.passages) {
      if (passage.kind !== 'heading') continue;
      const offset = memo.starts[first + chunk]!;
      const range = { start: offset + passage.start, end: offset + passage.end };
      if (passage.analysis) return range;
      fallback ??= range;
    }
  }
  return fallback ?? memo.frontMatter.places.title ?? { start: 0, end: 0 };
}
