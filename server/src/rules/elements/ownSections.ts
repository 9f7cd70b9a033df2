import type { ElementFinding, Evidence } from '../../analysis/analysis';
import { type Lexicon, lexiconOf } from '../../analysis/lexicon';
import type { Passage } from '../../analysis/passages';
import type { FromChunk } from '../../memo/fromChunks';
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

type Heading = FromChunk<Passage>;

/** From a heading that names the element to the one that ends its section; undefined = to the end of the memo. */
interface Extent {
  readonly heading: Heading;
  end: Heading | undefined;
}

type Extents = ReadonlyMap<string, readonly Extent[]>;

const known = new WeakMap<readonly Heading[], Extents>();

/** The sections whose headings name an element or part, in document order. */
function ownSections({ memo, framework }: RuleContext, element: string): OwnSection[] {
  const lexicon = lexiconOf(framework);
  const headings = headingPassages(memo, lexicon);
  let extents = known.get(headings);
  if (!extents) {
    extents = readExtents(headings, lexicon);
    known.set(headings, extents);
  }
  const placed = ({ value, chunk }: Heading) => memo.starts[chunk]! + value.start;
  return (extents.get(element) ?? []).map(({ heading, end }) => {
    const start = placed(heading);
    return {
      heading: { start, end: start + heading.value.end - heading.value.start },
      start,
      end: end ? placed(end) : lengthOf(memo),
    };
  });
}

/** One look at the headings for all elements. */
function readExtents(headings: readonly Heading[], lexicon: Lexicon): Extents {
  const extents = new Map<string, Extent[]>();
  let open: { readonly element: string; readonly extent: Extent }[] = [];
  for (const heading of headings) {
    const { level, noise, topics } = heading.value;
    const stays = ({ extent }: (typeof open)[number]) => level > extent.heading.value.level;
    if (!open.every(stays)) {
      for (const one of open) if (!stays(one)) one.extent.end = heading;
      open = open.filter(stays);
    }
    if (noise) continue;
    for (let place = 0; place < topics.size; place++) {
      if (topics.valueAt(place) < named) continue;
      for (const element of withParents(lexicon.elements[topics.elementAt(place)]!.id)) {
        if (open.some((one) => one.element === element)) continue;
        const extent: Extent = { heading, end: undefined };
        open.push({ element, extent });
        const list = extents.get(element);
        if (list) list.push(extent);
        else extents.set(element, [extent]);
      }
    }
  }
  return extents;
}

/** An element's id and that of the element it is a part of (`review.platform`, `review`). */
function withParents(id: string): string[] {
  const dot = id.lastIndexOf('.');
  return dot < 0 ? [id] : [id, ...withParents(id.slice(0, dot))];
}
