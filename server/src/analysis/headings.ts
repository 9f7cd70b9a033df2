import type { TextRange } from '../text/range';
import type { Place } from './said';
import type { Stretch, StretchFacts } from './stretch';

/** The headings of a stretch below which a treatment may belong. */
interface Headings {
  readonly first?: Place;
  /** The first one of an analysis. */
  readonly analysis?: Place;
}

const known = new WeakMap<StretchFacts, Headings>();

/** Heading of the analysis, else the first heading; undefined = there is none. Absolute. */
export function analysisHeading(
  stretches: readonly Stretch[],
  starts: readonly number[],
): TextRange | undefined {
  let fallback: TextRange | undefined;
  for (const { facts, first: base } of stretches) {
    let headings = known.get(facts);
    if (!headings) {
      headings = read(facts);
      known.set(facts, headings);
    }
    if (headings.analysis) return placed(headings.analysis, starts, base);
    if (headings.first) fallback ??= placed(headings.first, starts, base);
  }
  return fallback;
}

function placed({ chunk, start, end }: Place, starts: readonly number[], base: number): TextRange {
  const offset = starts[base + chunk]!;
  return { start: offset + start, end: offset + end };
}

function read({ passages }: StretchFacts): Headings {
  const headings = passages.filter(({ passage }) => passage.kind === 'heading');
  const place = (placed: (typeof headings)[number] | undefined): Place | undefined =>
    placed && { chunk: placed.chunk, start: placed.passage.start, end: placed.passage.end };
  const first = place(headings[0]);
  const analysis = place(headings.find(({ passage }) => passage.analysis));
  return { ...(first && { first }), ...(analysis && { analysis }) };
}
