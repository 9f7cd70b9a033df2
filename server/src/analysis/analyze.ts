import type { CitationIndex } from '../citations/citation';
import type { Memo } from '../memo/memo';
import type { TextRange } from '../text/range';
import type { Analysis, ElementFinding } from './analysis';
import { supportOf } from './bases';
import { Conditions } from './conditions';
import { consistencyOf } from './consistency';
import { genreOf } from './featureVector';
import type { ElementDefinition, Framework } from './framework';
import { judge, withPromises, withWaiver } from './judge';
import { type Lexicon, lexiconOf } from './lexicon';
import { emptyHeadings, outlineOf, type Placed } from './outline';
import { type PlacedSentence, type Unit, unitsOf, weightOf } from './units';
import { waiversOf } from './waivers';

/**
 * Judges a memo under a framework: every element with its evidence, and the consistency rules. Facts of a chunk are
 * kept with the chunk, so that an edit costs what it touched.
 */
export function analyzeMemo(memo: Memo, citations: CitationIndex, framework: Framework): Analysis {
  const lexicon = lexiconOf(framework);
  const outline = outlineOf(memo, lexicon);
  const sentences = placeSentences(outline, citations, framework);
  const genre = genreOf(sentences, lexicon);
  const units = unitsByElement(sentences, lexicon);
  const promises = emptyHeadings(outline);
  const waivers = waiversOf(memo, framework);
  const statuses = new Map<string, string>();
  const conditions = new Conditions(lexicon, { sentences, citations: citations.citations }, citations, (id) =>
    statuses.get(id),
  );
  const applies = ({ when, unless }: ElementDefinition) =>
    (!when || conditions.inMemo(when)) && !(unless && conditions.inMemo(unless));
  let index = 0;
  const finding = (element: ElementDefinition, required: boolean): ElementFinding => {
    const at = index++;
    const judged = judge(units[at]!, genre, element.brief, framework.signals.judgement);
    const promised = withPromises(judged, promises.get(at) ?? []);
    const judgement = withWaiver(promised, waivers.get(element.id));
    statuses.set(element.id, judgement.status);
    return {
      element: element.id,
      required,
      ...judgement,
      parts: element.parts.map((part) => finding(part, required)),
    };
  };
  return {
    framework: framework.id,
    elements: framework.elements.map((element) => finding(element, applies(element))),
    anchor: anchorOf(outline, memo),
    consistency: consistencyOf(memo, framework, sentences, citations.citations, conditions),
  };
}

/** The stretches that speak of each element, by index into `Lexicon.elements`. */
export function unitsByElement(sentences: readonly PlacedSentence[], lexicon: Lexicon): Unit[][] {
  const speakers: number[][] = lexicon.elements.map(() => []);
  const main: number[] = [];
  for (const sentence of sentences) {
    let most = 0;
    let which = -1;
    const touch = (element: number) => {
      const list = speakers[element]!;
      if (list[list.length - 1] !== sentence.index) list.push(sentence.index);
      const owner = lexicon.owner[element]!;
      const topic = Math.max(
        sentence.placed.topics.get(element) ?? 0,
        sentence.placed.topics.get(owner) ?? 0,
      );
      const weight = weightOf(sentence, element, topic);
      if (weight > most) {
        most = weight;
        which = owner;
      }
    };
    for (const element of sentence.facts.cues.keys()) touch(element);
    for (const element of sentence.support.keys()) touch(element);
    main.push(which);
  }
  return lexicon.elements.map((_, element) => unitsOf(sentences, speakers[element]!, element, lexicon, main));
}

/** The sentences of the outline with the citations that stand in them. */
export function placeSentences(
  outline: readonly Placed[],
  citations: CitationIndex,
  framework: Framework,
): PlacedSentence[] {
  const sentences: PlacedSentence[] = [];
  const list = citations.citations;
  let next = 0;
  outline.forEach((placed, passage) => {
    for (const facts of placed.passage.sentences) {
      const start = placed.offset + facts.start;
      const end = placed.offset + facts.end;
      while (next < list.length && list[next]!.start < start) next++;
      let support: Map<number, 1 | 2> | undefined;
      let cites = 0;
      for (let at = next; at < list.length && list[at]!.start < end; at++) {
        cites++;
        for (const { element, shared } of supportOf(list[at]!, framework)) {
          support ??= new Map();
          if (!shared) support.set(element, 2);
          else if (!support.has(element)) support.set(element, 1);
        }
      }
      sentences.push({
        facts,
        placed,
        passage,
        index: sentences.length,
        support: support ?? noSupport,
        cites,
      });
    }
  });
  return sentences;
}

const noSupport: ReadonlyMap<number, 1 | 2> = new Map();

/** Where the treatment of a missing element belongs: the analysis section's heading, else the first heading. */
function anchorOf(outline: readonly Placed[], memo: Memo): TextRange {
  const headings = outline.filter(({ passage }) => passage.kind === 'heading');
  const best = headings.find(({ passage }) => passage.analysis) ?? headings[0];
  if (best) return { start: best.offset + best.passage.start, end: best.offset + best.passage.end };
  return memo.frontMatter.places.title ?? { start: 0, end: 0 };
}
