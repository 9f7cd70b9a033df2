import type { ChunkResults, CitationIndex } from '../citations/citation';
import { ByChunk } from '../memo/byChunk';
import { difference } from '../memo/fromChunks';
import type { Chunk, Memo } from '../memo/memo';
import { finish, type Steps } from '../memo/steps';
import { type Support, supportOf } from './bases';
import { ByElement } from './byElement';
import type { Framework } from './framework';
import { type GenreSums, genreSums } from './genre';
import { type Lexicon, lexiconOf } from './lexicon';
import { enter, type Outlined, type OutlineState, type Placed, startOf } from './outline';
import { type PlacedSentence, topicOf, type Unit, type UnitSurroundings, unitsOf, weightOf } from './units';
import { type UnitTable, unitTable } from './unitTable';

/**
 * A stretch of the memo: what stands below one heading, or a part of it where that is long. Stretches are judged by
 * themselves and kept as long as their chunks, their outline and their citations stay.
 */
export interface Stretch {
  readonly facts: StretchFacts;
  /** Index of its first chunk in the memo. */
  readonly first: number;
}

export interface StretchFacts {
  readonly chunks: readonly Chunk[];
  /** Citations by chunk. */
  readonly results: readonly (ChunkResults | undefined)[];
  readonly before: OutlineState;
  readonly after: OutlineState;
  /** Level of the heading that it begins with, 0 = none. */
  readonly level: number;
  readonly units: readonly Unit[];
  readonly scores: UnitTable;
  readonly sums: GenreSums;
  readonly passages: readonly Placed[];
  /** Sentences in which words of conditions were found. */
  readonly saying: readonly PlacedSentence[];
}

/** Elements that a citation supports, with its place: chunk within the stretch, offset within the chunk. */
interface Cited {
  readonly chunk: number;
  readonly start: number;
  readonly support: readonly Support[];
}

/** A stretch without heading is cut at a chunk of its own choosing once it has this many chunks; at the latest at `most`. */
const least = 24;
const most = 96;

interface Kept {
  readonly facts: StretchFacts;
  /** The chunk behind it: it decides where the stretch ends. */
  readonly follower: Chunk | undefined;
}

/** By its first chunk. The outline before it tells lexicons apart. */
const kept = new ByChunk<Kept>();

/** The stretches of a memo in order. */
export function stretchesOf(memo: Memo, citations: CitationIndex, framework: Framework): Stretch[] {
  return finish(stretchSteps(memo, citations, framework));
}

/** The same in steps: what is not known yet is read chunk by chunk, then stretch by stretch. */
export function* stretchSteps(memo: Memo, citations: CitationIndex, framework: Framework): Steps<Stretch[]> {
  const lexicon = lexiconOf(framework);
  const { chunks } = memo;
  const before = last?.lexicon === lexicon ? last : undefined;
  const text = difference(before?.chunks ?? [], chunks);
  const cited = difference(before?.results ?? [], citations.byChunk);
  const stretches = before ? untouched(before.stretches, Math.min(text.head, cited.head)) : [];
  const end = stretches[stretches.length - 1];
  let state = end?.facts.after ?? startOf(lexicon);
  let first = end ? end.first + end.facts.chunks.length : 0;
  // From here on nothing is new but perhaps what stands before it.
  const behind = chunks.length - Math.min(text.tail, cited.tail);
  const shift = chunks.length - (before?.chunks.length ?? 0);
  let next = stretches.length;
  while (first < chunks.length) {
    if (before && first >= behind) {
      while (next < before.stretches.length && before.stretches[next]!.first + shift < first) next++;
      const same = before.stretches[next];
      if (same && same.first + shift === first && same.facts.before === state) {
        for (let at = next; at < before.stretches.length; at++) {
          const stretch = before.stretches[at]!;
          stretches.push(shift === 0 ? stretch : { facts: stretch.facts, first: stretch.first + shift });
        }
        break;
      }
    }
    const old = kept.get(chunks[first]!);
    let facts = old?.facts;
    if (
      !facts ||
      !stays(facts, state, chunks, citations, first) ||
      chunks[first + facts.chunks.length] !== old!.follower
    ) {
      const { entered, after } = yield* extentOf(chunks, first, state, lexicon);
      const end = first + entered.length;
      // The chunk behind may have changed and the stretch not.
      if (
        !facts ||
        facts.chunks.length !== entered.length ||
        !stays(facts, state, chunks, citations, first)
      ) {
        const results = citations.byChunk.slice(first, end);
        facts = readStretch(chunks.slice(first, end), results, state, after, entered, lexicon);
        yield;
      }
      kept.set(chunks[first]!, { facts, follower: chunks[end] });
    }
    stretches.push({ facts, first });
    state = facts.after;
    first += facts.chunks.length;
  }
  last = { lexicon, chunks, results: citations.byChunk, stretches };
  return stretches;
}

/** The memo read last. */
let last:
  | {
      readonly lexicon: Lexicon;
      readonly chunks: readonly Chunk[];
      readonly results: readonly (ChunkResults | undefined)[];
      readonly stretches: readonly Stretch[];
    }
  | undefined;

/** The stretches that lie in the first `head` chunks, and the chunk behind each, which decides where it ends. */
function untouched(stretches: readonly Stretch[], head: number): Stretch[] {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const { facts, first } = stretches[middle]!;
    if (first + facts.chunks.length < head) low = middle + 1;
    else high = middle;
  }
  return stretches.slice(0, low);
}

/** Outlines chunks from the first one on to the end of its stretch. */
function* extentOf(
  chunks: readonly Chunk[],
  first: number,
  before: OutlineState,
  lexicon: Lexicon,
): Steps<{ entered: (readonly Outlined[])[]; after: OutlineState }> {
  const entered: (readonly Outlined[])[] = [];
  let after = before;
  for (let end = first; end < chunks.length; end++) {
    const chunk = chunks[end]!;
    const size = end - first;
    if (size >= least && (size >= most || cutsHere(chunk))) break;
    const outlined = enter(chunk, after, lexicon);
    if (size > 0 && outlined.passages[0]?.passage.kind === 'heading') break;
    after = outlined.after;
    entered.push(outlined.passages);
    yield;
  }
  return { entered, after };
}

/** A cut that depends on the chunk alone, so that an edit moves few cuts. */
function cutsHere({ text }: Chunk): boolean {
  const { length } = text;
  return (length * 31 + text.charCodeAt(length >> 1) + text.charCodeAt(length >> 2)) % 8 === 0;
}

/** Whether what is kept is what would be read: the same chunks in the same outline with the same citations. */
function stays(
  old: StretchFacts,
  before: OutlineState,
  chunks: readonly Chunk[],
  { byChunk }: CitationIndex,
  first: number,
): boolean {
  if (old.before !== before) return false;
  for (let at = 0; at < old.chunks.length; at++)
    if (chunks[first + at] !== old.chunks[at] || byChunk[first + at] !== old.results[at]) return false;
  return true;
}

function readStretch(
  chunks: readonly Chunk[],
  results: readonly (ChunkResults | undefined)[],
  before: OutlineState,
  after: OutlineState,
  entered: readonly (readonly Outlined[])[],
  lexicon: Lexicon,
): StretchFacts {
  const cited: Cited[] = [];
  for (let chunk = 0; chunk < results.length; chunk++)
    for (const citation of results[chunk]?.citations ?? [])
      cited.push({ chunk, start: citation.start, support: supportOf(citation, lexicon.framework) });
  const passages: Placed[] = [];
  const sentences: PlacedSentence[] = [];
  let segment = 0;
  let next = 0;
  for (let chunk = 0; chunk < entered.length; chunk++) {
    for (const one of entered[chunk]!) {
      if (one.passage.kind === 'heading' && passages.length > 0) segment++;
      // Written out: an object that is spread and then extended gets a shape of its own.
      const { passage: read, provision, noise, pleads, topics } = one;
      const placed: Placed = { passage: read, provision, noise, pleads, topics, chunk, segment };
      const passage = passages.length;
      passages.push(placed);
      for (const facts of read.sentences) {
        while (next < cited.length && standsBefore(cited[next]!, chunk, facts.start)) next++;
        let support: Map<number, 1 | 2> | undefined;
        let cites = 0;
        for (; next < cited.length && standsBefore(cited[next]!, chunk, facts.end); next++) {
          cites++;
          for (const { element, shared } of cited[next]!.support) {
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
          support: support ? ByElement.from(support) : ByElement.none,
          cites,
        });
      }
    }
  }
  const opening = passages[0]?.passage;
  const units = readUnits(sentences, lexicon);
  return {
    chunks,
    results,
    before,
    after,
    level: opening?.kind === 'heading' ? opening.level : 0,
    units,
    scores: unitTable(units),
    sums: genreSums(sentences),
    passages: passages.slice(),
    saying: sentences.filter(({ facts }) => facts.conditions.length > 0),
  };
}

function standsBefore({ chunk, start }: Cited, inChunk: number, offset: number): boolean {
  return chunk < inChunk || (chunk === inChunk && start < offset);
}

/** The units of all elements, element by element. */
function readUnits(sentences: readonly PlacedSentence[], lexicon: Lexicon): Unit[] {
  const speakers: number[][] = lexicon.elements.map(() => []);
  const main = sentences.map((sentence) => {
    const { cues } = sentence.facts;
    const { support } = sentence;
    let strongest = 0;
    let which = -1;
    for (let place = 0; place < cues.size + support.size; place++) {
      const element = place < cues.size ? cues.elementAt(place) : support.elementAt(place - cues.size);
      const list = speakers[element]!;
      if (list.length === 0 || list[list.length - 1] !== sentence.index) list.push(sentence.index);
      const weight = weightOf(sentence, element, topicOf(sentence.placed, element, lexicon));
      if (weight <= strongest) continue;
      strongest = weight;
      which = lexicon.owner[element]!;
    }
    return which;
  });
  const around: UnitSurroundings = { sentences, mainElement: main, lexicon };
  return speakers.flatMap((list, element) => (list.length === 0 ? [] : unitsOf(list, element, around)));
}
