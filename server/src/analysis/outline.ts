import type { Memo } from '../memo/memo';
import type { TextRange } from '../text/range';
import { type Passage, passagesOf } from './facts';
import type { Lexicon } from './lexicon';

/** A passage in its place: which headings stand over it, what they promise. */
export interface Placed {
  readonly passage: Passage;
  /** Absolute start of its chunk. */
  readonly offset: number;
  readonly chunk: number;
  /** Number of the stretch between two headings (real or apparent). */
  readonly segment: number;
  /** Text of a law: what it orders is no conclusion on this case. */
  readonly provision: boolean;
  /** Below a heading that does not hold treatment (table of contents, abstract, list of provisions). */
  readonly noise: boolean;
  /** How far the passage is about an element by its headings and lead words: 0–1. */
  readonly topics: ReadonlyMap<number, number>;
}

interface OpenHeading {
  readonly level: number;
  readonly topics: ReadonlyMap<number, number>;
  readonly noise: boolean;
}

const none: ReadonlyMap<number, number> = new Map();

/** The passages of a memo in order, each with what its headings say it is about. */
export function outlineOf(memo: Memo, lexicon: Lexicon): Placed[] {
  const placed: Placed[] = [];
  const open: OpenHeading[] = [];
  let segment = 0;
  let lead: ReadonlyMap<number, number> = none;
  let provision = false;
  for (let chunk = 0; chunk < memo.chunks.length; chunk++) {
    const passages = passagesOf(memo.chunks[chunk]!, lexicon);
    const offset = memo.starts[chunk]!;
    const topicsInChunk: ReadonlyMap<number, number>[] = [];
    for (let at = 0; at < passages.length; at++) {
      const passage = passages[at]!;
      if (passage.kind === 'heading') {
        while (open.length > 0 && open[open.length - 1]!.level >= passage.level) open.pop();
        open.push({ level: passage.level, topics: passage.topics, noise: passage.noise });
        segment++;
        lead = none;
        provision = passage.provision;
      } else if (passage.provision) {
        provision = true;
        lead = passage.topics;
      } else if (passage.asks) {
        // A question lends its subject to the answer.
        lead = passage.topics.size > 0 ? passage.topics : passage.implied;
      } else if (passage.topics.size > 0) lead = passage.topics;
      const own = passage.kind === 'heading' ? none : passage.topics;
      const above = passage.parent >= 0 ? (topicsInChunk[passage.parent] ?? none) : none;
      const carried = own.size > 0 ? none : lead;
      const topics = combine(own, above, carried, open, passage);
      topicsInChunk[at] = topics;
      placed.push({
        passage,
        offset,
        chunk,
        segment,
        provision,
        noise: open.some((heading) => heading.noise),
        topics,
      });
    }
  }
  return placed;
}

function combine(
  own: ReadonlyMap<number, number>,
  above: ReadonlyMap<number, number>,
  carried: ReadonlyMap<number, number>,
  open: readonly OpenHeading[],
  passage: Passage,
): Map<number, number> {
  const topics = new Map<number, number>();
  const put = (from: ReadonlyMap<number, number>, factor: number) => {
    for (const [element, weight] of from)
      topics.set(element, Math.max(topics.get(element) ?? 0, weight * factor));
  };
  const last = open.length - 1;
  for (let at = 0; at <= last; at++) {
    if (passage.kind === 'heading' && at === last) continue;
    put(open[at]!.topics, at === last ? (own.size > 0 ? 0.7 : 0.9) : 0.5);
  }
  put(above, 0.9);
  put(carried, 0.6);
  put(own, 1);
  if (passage.kind !== 'heading') put(passage.implied, 1);
  return topics;
}

/** A heading or lead words that name an element over nothing but a few words of delay. */
const little = 60;

/**
 * Headings that promise an element and hold nothing yet (or only that it comes later), by element: absolute ranges.
 * A heading over text of another matter promises nothing.
 */
export function emptyHeadings(outline: readonly Placed[]): ReadonlyMap<number, readonly TextRange[]> {
  const found = new Map<number, TextRange[]>();
  outline.forEach(({ passage, offset }, at) => {
    if (passage.kind !== 'heading' || passage.topics.size === 0 || passage.quoted) return;
    let length = 0;
    let delay = true;
    let next = at + 1;
    for (; next < outline.length && outline[next]!.passage.kind !== 'heading'; next++) {
      const body = outline[next]!.passage;
      length += body.length;
      if (!body.sentences.every((s) => s.deferral || s.waiver || s.placeholder)) delay = false;
    }
    const deeper = next === at + 1 && (outline[next]?.passage.level ?? 0) > passage.level;
    if (deeper || length > little || !delay) return;
    for (const [element, weight] of passage.topics) {
      if (weight < 0.8) continue;
      const ranges = found.get(element) ?? [];
      ranges.push({ start: offset + passage.start, end: offset + passage.end });
      found.set(element, ranges);
    }
  });
  return found;
}
