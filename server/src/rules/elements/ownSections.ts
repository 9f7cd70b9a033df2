import type { ElementFinding, Evidence } from '../../analysis/analysis';
import { lexiconOf } from '../../analysis/lexicon';
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
  const { text } = context.memo;
  return ownSections(context, element).some(
    ({ heading, end }) => text.slice(heading.end, end).replace(notWords, '').length >= leastText,
  );
}

const notWords = /[^\p{L}\p{N}]/gu;
/** Letters; less is a note to self. */
const leastText = 20;

const isIn = (piece: Evidence, section: TextRange): boolean =>
  piece.start >= section.start && piece.start < section.end;

/** The sections whose headings name an element or part, in document order. Cheap: headings are known by chunk. */
function ownSections({ memo, framework }: RuleContext, element: string): OwnSection[] {
  const lexicon = lexiconOf(framework);
  const ids = new Set<number>();
  lexicon.elements.forEach(({ id }, index) => {
    if (id === element || id.startsWith(`${element}.`)) ids.add(index);
  });
  const sections: OwnSection[] = [];
  let open: { heading: TextRange; level: number } | undefined;
  const close = (end: number) => {
    if (open) sections.push({ heading: open.heading, start: open.heading.start, end });
    open = undefined;
  };
  for (const { passage, offset } of headingPassages(memo, lexicon)) {
    const { level, noise, topics } = passage;
    const heading = { start: offset + passage.start, end: offset + passage.end };
    if (open && level <= open.level) close(heading.start);
    if (!open && !noise && [...topics].some(([topic, weight]) => ids.has(topic) && weight >= named))
      open = { heading, level };
  }
  close(memo.text.length);
  return sections;
}
