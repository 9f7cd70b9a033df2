import { elementDefinition } from '../../analysis/definition';
import type { ElementDefinition } from '../../analysis/framework';
import type { TextEdit } from '../../text/range';
import type { RuleContext } from '../rule';
import { writesArabic } from './bases';
import { contentEnd } from './contentEnd';
import { familyOf, headingLine, isContainer } from './headingLine';
import { type Heading, headingAt, headingsOf } from './headings';
import { homesOf, isTitle } from './homes';
import { type Language, languageOf } from './language';
import { lineEnding, paragraphAt } from './paragraph';
import { type Place, placeOf } from './place';
import { nameOf } from './skeleton';
import { elementBody } from './template';

/** A section proposed for an element. */
export interface SectionProposal {
  /** Absolute offset at which `text` is inserted. */
  readonly offset: number;
  /** Snippet text with the blank lines around it, in the memo's line ending. */
  readonly text: string;
  /** Edits elsewhere: later sections of the same numbering get the next number. */
  readonly edits: readonly TextEdit[];
}

/**
 * The section that treats an element, at its logical place in the memo, in the memo's heading level, numbering, language
 * and line ending, with the bases in force on its law date.
 * @returns undefined when the framework has no such element
 */
export function proposeSection(context: RuleContext, elementId: string): SectionProposal | undefined {
  const element = elementDefinition(context.framework, topId(elementId));
  if (!element) return undefined;
  const headings = headingsOf(context);
  const { text } = context.memo;
  const waiting = emptyHandedHeading(context, element.id);
  if (waiting >= 0) return belowHeading(context, element, waiting);
  const place = placeOf(context, element.id);
  const family = familyOf(headings, place);
  const language = languageOf(context, surroundings(context, headings, place));
  const heading = headingLine(context, headings, family, nameOf(element, language));
  const body = sectionBody(context, element, language);
  const eol = lineEnding(text);
  const section = `${heading.line}\n\n${body}`.replaceAll('\n', eol);
  if (place.before !== undefined) {
    const offset = headings[place.before]!.start;
    const lead = offset === 0 || text[offset - 1] === '\n' ? '' : eol;
    return { offset, text: `${lead}${section}${eol}${eol}`, edits: heading.edits };
  }
  const at = place.after ?? place.last;
  const offset = at === undefined ? endOfMemo(context) : endOfSection(context, headings, at);
  return { offset, text: paragraphAt(text, offset, section, eol), edits: heading.edits };
}

/**
 * A heading that names an element over text that does not treat it: a second heading of the same name would confuse.
 * @returns its index, -1 = there is none, or the element is treated
 */
function emptyHandedHeading(context: RuleContext, id: string): number {
  const status = context.analysis.elements.find(({ element }) => element === id)?.status;
  if (status !== 'missing' && status !== 'mentioned') return -1;
  const { headings, of } = homesOf(context);
  const taken = new Set([...of].filter(([element]) => element !== id).map(([, home]) => home));
  return headings.findIndex(
    (heading, index) =>
      (heading.topics.get(id) ?? 0) >= clearly &&
      !heading.noise &&
      !heading.analysis &&
      !isTitle(headings, index) &&
      !taken.has(index),
  );
}

/** From which weight on a heading is about nothing but the element. */
const clearly = 0.9;

function belowHeading(context: RuleContext, element: ElementDefinition, index: number): SectionProposal {
  const { text } = context.memo;
  const headings = headingsOf(context);
  const { start, end } = headings[index]!;
  const offset = endOfSection(context, headings, index);
  const language = languageOf(context, { start, end: Math.max(end, offset) });
  const eol = lineEnding(text);
  const body = sectionBody(context, element, language).replaceAll('\n', eol);
  return { offset, text: paragraphAt(text, offset, body, eol), edits: [] };
}

/**
 * Heading and body for an element's section that the user begins at a place himself, for completion.
 * @param level heading level that he typed already (number of `#`), 0 = none
 */
export function sectionAt(context: RuleContext, elementId: string, offset: number, level: number): string {
  const element = elementDefinition(context.framework, topId(elementId));
  if (!element) return '';
  const headings = headingsOf(context);
  let near = headingAt(headings, offset - 1);
  while (near >= 0 && level > 0 && headings[near]!.level > level) near = headings[near]!.parent;
  const above = near >= 0 ? headings[near]! : undefined;
  const language = languageOf(
    context,
    above ? { start: above.start, end: offset } : { start: 0, end: offset },
  );
  const below = above !== undefined && (above.level < level || (level === 0 && isContainer(headings, near)));
  const place: Place = near < 0 ? {} : below ? { last: near } : { after: near };
  const { line } = headingLine(
    context,
    headings,
    familyOf(headings, place),
    nameOf(element, language),
    level,
  );
  return `${line}\n\n${sectionBody(context, element, language)}\n`.replaceAll(
    '\n',
    lineEnding(context.memo.text),
  );
}

/** An element's body alone, in `\n`. */
export function sectionBody(context: RuleContext, element: ElementDefinition, language: Language): string {
  return elementBody(element, {
    library: context.library,
    asOf: context.citations.asOf,
    language,
    arabic: writesArabic(context.citations, context.profile),
    citations: context.citations,
  });
}

/** Where the text below a heading (and its sub-headings) ends. */
export function endOfSection({ memo }: RuleContext, headings: readonly Heading[], index: number): number {
  const { subtreeEnd } = headings[index]!;
  const lowest = headingAt(headings, subtreeEnd - 1);
  return contentEnd(memo.text, headings[Math.max(lowest, index)]!.end, subtreeEnd);
}

const endOfMemo = ({ memo }: RuleContext): number =>
  contentEnd(memo.text, memo.frontMatter.range?.end ?? 0, memo.text.length);

/** A part is treated in the section of its element. */
export const topId = (id: string): string => id.split('.')[0]!;

function surroundings(context: RuleContext, headings: readonly Heading[], place: Place) {
  const at = place.after ?? place.before ?? place.last;
  const heading = at === undefined ? undefined : headings[at];
  const front = context.memo.frontMatter.range?.end ?? 0;
  return heading
    ? { start: heading.start, end: heading.subtreeEnd }
    : { start: front, end: context.memo.text.length };
}
