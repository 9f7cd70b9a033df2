import type { Analysis, ElementFinding, Evidence } from '../../analysis/analysis';
import { lexiconOf } from '../../analysis/lexicon';
import { lengthOf, textOf } from '../../memo/textOf';
import type { TextRange } from '../../text/range';
import type { RuleContext } from '../rule';
import { headingPassages } from './headings';
import { named } from './homes';

/** A section whose heading names the element. Offsets are absolute. */
interface OwnSection extends TextRange {
  readonly heading: TextRange;
}

/**
 * Where to speak of a treatment: the best piece of it in a section that bears the element's name, else the heading of such a
 * section, else the best piece anywhere.
 */
export function placeOfTreatment(context: RuleContext, { element, evidence }: ElementFinding): TextRange {
  const sections = ownSections(context, element);
  const own = evidence.find((piece) => sections.some((section) => isIn(piece, section)));
  const { start, end } = own ?? sections[0]?.heading ?? evidence[0] ?? { start: 0, end: 0 };
  return { start, end };
}

/**
 * Whether a section bears the element's name and has a text. Whatever the judgement, nobody may be told that the memo does not
 * speak of it.
 */
export function hasOwnText(context: RuleContext, element: string): boolean {
  return ownSections(context, element).some(
    ({ heading, end }) => textOf(context.memo, heading.end, end).replace(notWords, '').length >= leastText,
  );
}

const notWords = /[^\p{L}\p{N}]/gu;
/** Letters; less is a note to self. */
const leastText = 20;

const isIn = (piece: Evidence, section: TextRange): boolean =>
  piece.start >= section.start && piece.start < section.end;

type Sections = ReadonlyMap<string, readonly OwnSection[]>;

const known = new WeakMap<Analysis, Sections>();

/** The sections whose headings name an element or part, in document order. */
function ownSections(context: RuleContext, element: string): readonly OwnSection[] {
  let sections = known.get(context.analysis);
  if (!sections) {
    sections = readSections(context);
    known.set(context.analysis, sections);
  }
  return sections.get(element) ?? none;
}

const none: readonly OwnSection[] = [];

interface Open {
  readonly element: string;
  readonly heading: TextRange;
  readonly level: number;
}

/** One look at the headings for all elements. */
function readSections({ memo, framework }: RuleContext): Sections {
  const lexicon = lexiconOf(framework);
  const sections = new Map<string, OwnSection[]>();
  let open: Open[] = [];
  const close = ({ element, heading }: Open, end: number) => {
    const list = sections.get(element) ?? [];
    list.push({ heading, start: heading.start, end });
    sections.set(element, list);
  };
  for (const { passage, offset } of headingPassages(memo, lexicon)) {
    const { level, noise, topics } = passage;
    const start = offset + passage.start;
    if (open.some((one) => level <= one.level)) {
      for (const one of open) if (level <= one.level) close(one, start);
      open = open.filter((one) => level > one.level);
    }
    if (noise || topics.size === 0) continue;
    const heading = { start, end: offset + passage.end };
    for (let place = 0; place < topics.size; place++) {
      if (topics.valueAt(place) < named) continue;
      for (const element of withParents(lexicon.elements[topics.elementAt(place)]!.id))
        if (!open.some((one) => one.element === element)) open.push({ element, heading, level });
    }
  }
  for (const one of open) close(one, lengthOf(memo));
  return sections;
}

/** An element's id and that of the element it is a part of (`review.platform`, `review`). */
function withParents(id: string): string[] {
  const dot = id.lastIndexOf('.');
  return dot < 0 ? [id] : [id, ...withParents(id.slice(0, dot))];
}
