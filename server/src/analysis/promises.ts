import type { TextRange } from '../text/range';
import type { Placed } from './outline';
import type { Place } from './said';
import type { Stretch, StretchFacts } from './stretch';

/** A heading over this little text beside what is put off still holds nothing. */
const little = 60;
/** Headings that name an element this clearly promise it. */
const clear = 0.8;

/** A heading of a stretch that promises an element and holds nothing yet. */
interface Promise extends Place {
  readonly element: number;
  /** The heading ends its stretch: what follows may be its own deeper headings (it is of this level), then it promises nothing. */
  readonly endsWith?: number;
}

const known = new WeakMap<StretchFacts, readonly Promise[]>();

/**
 * Headings that promise an element and hold nothing yet (or only that it comes later), by element: absolute ranges.
 * A heading over text of another matter promises nothing.
 */
export function promisesOf(
  stretches: readonly Stretch[],
  starts: readonly number[],
): ReadonlyMap<number, readonly TextRange[]> {
  const found = new Map<number, TextRange[]>();
  stretches.forEach(({ facts, first }, index) => {
    let promises = known.get(facts);
    if (!promises) {
      promises = read(facts);
      known.set(facts, promises);
    }
    for (const { element, chunk, start, end, endsWith } of promises) {
      if (endsWith !== undefined && (stretches[index + 1]?.facts.level ?? 0) > endsWith) continue;
      const offset = starts[first + chunk]!;
      const ranges = found.get(element) ?? [];
      ranges.push({ start: offset + start, end: offset + end });
      found.set(element, ranges);
    }
  });
  return found;
}

function read({ passages }: StretchFacts): Promise[] {
  const promises: Promise[] = [];
  passages.forEach(({ passage, chunk }, at) => {
    if (passage.kind !== 'heading' || passage.topics.size === 0 || passage.quoted) return;
    const body = bodyOf(passages, at);
    const next = passages[at + 1 + body.length]?.passage;
    if (body.length === 0 && next && next.level > passage.level) return;
    if (!holdsNothing(body)) return;
    const endsWith = body.length === 0 && !next ? { endsWith: passage.level } : {};
    for (const [element, weight] of passage.topics)
      if (weight >= clear)
        promises.push({ element, chunk, start: passage.start, end: passage.end, ...endsWith });
  });
  return promises;
}

function bodyOf(passages: readonly Placed[], heading: number): Placed[] {
  const body: Placed[] = [];
  for (let at = heading + 1; at < passages.length && passages[at]!.passage.kind !== 'heading'; at++)
    body.push(passages[at]!);
  return body;
}

/** Nothing, or mostly what is put off or left blank. */
function holdsNothing(body: readonly Placed[]): boolean {
  let length = 0;
  let delayed = 0;
  for (const { passage } of body)
    for (const { length: size, deferral, waiver, placeholder } of passage.sentences) {
      length += size;
      if (deferral || waiver || placeholder) delayed += size;
    }
  if (delayed === 0) return length === 0;
  return length - delayed <= Math.max(little, 4 * delayed);
}
