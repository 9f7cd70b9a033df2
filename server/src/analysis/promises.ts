import type { TextRange } from '../text/range';
import type { Placed } from './outline';
import type { Stretch } from './stretch';

/** A heading over this little text that only says that the rest comes later still holds nothing. */
const little = 60;
/** Headings that name an element this clearly promise it. */
const clear = 0.8;

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
    const { passages } = facts;
    passages.forEach((placed, at) => {
      const { passage } = placed;
      if (passage.kind !== 'heading' || passage.topics.size === 0 || passage.quoted) return;
      const body = bodyOf(passages, at);
      const nextLevel =
        passages[at + 1 + body.length]?.passage.level ?? stretches[index + 1]?.facts.level ?? 0;
      if (body.length === 0 && nextLevel > passage.level) return;
      if (!holdsNothing(body)) return;
      const offset = starts[first + placed.chunk]!;
      for (const [element, weight] of passage.topics) {
        if (weight < clear) continue;
        const ranges = found.get(element) ?? [];
        ranges.push({ start: offset + passage.start, end: offset + passage.end });
        found.set(element, ranges);
      }
    });
  });
  return found;
}

function bodyOf(passages: readonly Placed[], heading: number): Placed[] {
  const body: Placed[] = [];
  for (let at = heading + 1; at < passages.length && passages[at]!.passage.kind !== 'heading'; at++)
    body.push(passages[at]!);
  return body;
}

function holdsNothing(body: readonly Placed[]): boolean {
  let length = 0;
  for (const { passage } of body) {
    length += passage.length;
    if (length > little) return false;
    if (!passage.sentences.every((s) => s.deferral || s.waiver || s.placeholder)) return false;
  }
  return true;
}
