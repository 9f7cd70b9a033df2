import { elementDefinition } from '../../analysis/definition';
import type { ElementDefinition } from '../../analysis/framework';
import type { TextEdit } from '../../text/range';
import type { RuleContext } from '../rule';
import { writesArabic } from './bases';
import { contentEnd } from './contentEnd';
import { childrenOf, type Heading, headingAt, headingsOf } from './headings';
import { isTitle } from './homes';
import { type Language, languageOf } from './language';
import { type Label, labelText, sameStyle } from './numbering';
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
  const place = placeOf(context, element.id);
  const { text } = context.memo;
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

/** The line ending that the memo uses: that of its first line. */
export function lineEnding(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** A part is treated in the section of its element. */
export const topId = (id: string): string => id.split('.')[0]!;

/** Blank lines around a paragraph inserted behind the content that ends at an offset. */
export function paragraphAt(text: string, offset: number, paragraph: string, eol: string): string {
  const before = text.slice(0, offset);
  const lead =
    before.trim() === '' ? '' : before.endsWith('\n\n') ? '' : before.endsWith('\n') ? eol : eol + eol;
  const rest = text.slice(offset, offset + 4);
  const breaks = /^(?:\r?\n){0,2}/.exec(rest)![0].replaceAll('\r', '').length;
  const atEnd = text.slice(offset).trim() === '';
  const tail = atEnd ? (breaks > 0 ? '' : eol) : eol.repeat(2 - breaks);
  return `${lead}${paragraph}${tail}`;
}

/** Siblings of a new section: where it stands among them, and what it looks like. */
interface Family {
  readonly level: number;
  /** Siblings in order, and the number of those that stand before the new one. */
  readonly siblings: readonly number[];
  readonly position: number;
  readonly like?: Heading;
}

function familyOf(headings: readonly Heading[], place: Place): Family {
  const beside = place.after ?? place.before;
  if (beside !== undefined) {
    const like = headings[beside]!;
    const siblings = childrenOf(headings, like.parent).filter((i) => headings[i]!.level === like.level);
    const position = siblings.indexOf(beside) + (place.after === undefined ? 0 : 1);
    return { level: like.level, siblings, position, like };
  }
  if (place.last === undefined) return { level: 2, siblings: [], position: 0 };
  const parent = headings[place.last]!;
  const children = childrenOf(headings, place.last);
  const first = children[0];
  if (first !== undefined) {
    const like = headings[first]!;
    const siblings = children.filter((i) => headings[i]!.level === like.level);
    return { level: like.level, siblings, position: siblings.length, like };
  }
  const level = parent.level >= 6 ? parent.level : parent.level + 1;
  // No sections below it yet: as elsewhere in the memo on this level.
  const like = headings.find((h, i) => h.level === level && i !== place.last && h.label?.value === 1);
  return { level, siblings: [], position: 0, ...(like && { like }) };
}

function isContainer(headings: readonly Heading[], index: number): boolean {
  const heading = headings[index]!;
  return heading.analysis || isTitle(headings, index) || childrenOf(headings, index).length > 0;
}

function headingLine(
  context: RuleContext,
  headings: readonly Heading[],
  family: Family,
  name: string,
  typed = 0,
): { line: string; edits: TextEdit[] } {
  const { siblings, position } = family;
  const before = lastLabel(headings, siblings.slice(0, position));
  const after = siblings
    .slice(position)
    .map((i) => headings[i]!.label)
    .find((l) => l !== undefined);
  const label = before ?? after ?? family.like?.label;
  const value = before ? before.value + 1 : (after?.value ?? 1);
  const title = `${label ? labelText(label, value) : ''}${name}`;
  const edits = label ? renumberings(headings, siblings.slice(position), label, value) : [];
  if (typed > 0) return { line: `${'#'.repeat(typed)} ${title}`, edits };
  if (family.level > 6) return { line: pseudoHeading(context, family.like, title), edits };
  return { line: `${'#'.repeat(family.level)} ${title}`, edits };
}

/** A bold or numbered line like its siblings; the heading mark where there is nothing to be seen of them. */
function pseudoHeading({ memo }: RuleContext, like: Heading | undefined, title: string): string {
  const mark = like ? memo.text.slice(like.start, like.titleStart).trim() : '';
  if (mark) return `${mark}${title}${mark}`;
  return like?.label ? title : `## ${title}`;
}

function lastLabel(headings: readonly Heading[], before: readonly number[]): Label | undefined {
  for (let i = before.length - 1; i >= 0; i--) {
    const { label } = headings[before[i]!]!;
    if (label) return label;
  }
  return undefined;
}

/** Later siblings that go on with the number get the next one, and decimal numbers below them follow. */
function renumberings(
  headings: readonly Heading[],
  later: readonly number[],
  style: Label,
  first: number,
): TextEdit[] {
  const edits: TextEdit[] = [];
  let expected = first;
  for (const index of later) {
    const heading = headings[index]!;
    const { label } = heading;
    if (!label || !sameStyle(label, style)) continue;
    if (label.value !== expected) break;
    expected++;
    edits.push(replaceLabel(heading, label, labelText(label, expected)));
    if (label.system !== 'digits') continue;
    const old = `${label.path}${label.value}`;
    for (let below = index + 1; below < headings.length; below++) {
      const child = headings[below]!;
      if (child.start >= heading.subtreeEnd) break;
      const own = child.label;
      if (!own || !/^[.．]/.test(own.path.slice(old.length)) || !own.path.startsWith(old)) continue;
      const path = `${label.path}${expected}${own.path.slice(old.length)}`;
      edits.push(replaceLabel(child, own, labelText({ ...own, path }, own.value)));
    }
  }
  return edits;
}

function replaceLabel(heading: Heading, label: Label, text: string): TextEdit {
  return { start: heading.titleStart, end: heading.titleStart + label.length, text };
}

function surroundings(context: RuleContext, headings: readonly Heading[], place: Place) {
  const at = place.after ?? place.before ?? place.last;
  const heading = at === undefined ? undefined : headings[at];
  const front = context.memo.frontMatter.range?.end ?? 0;
  return heading
    ? { start: heading.start, end: heading.subtreeEnd }
    : { start: front, end: context.memo.text.length };
}
