import type { TextEdit } from '../../text/range';
import type { RuleContext } from '../rule';
import { type Renumbered, referenceEdits } from './crossReferences';
import { childrenOf, type Heading } from './headings';
import { isTitle } from './homes';
import { type Label, labelText, sameStyle } from './numbering';
import type { Place } from './place';

/** Siblings of a new section: where it stands among them, and what it looks like. */
export interface Family {
  readonly level: number;
  /** Siblings in order, and the number of those that stand before the new one. */
  readonly siblings: readonly number[];
  readonly position: number;
  readonly like?: Heading;
}

/** The siblings that a section will have at a place. */
export function familyOf(headings: readonly Heading[], place: Place): Family {
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

/** Whether sections stand, or are to stand, below a heading. */
export function isContainer(headings: readonly Heading[], index: number): boolean {
  const heading = headings[index]!;
  return heading.analysis || isTitle(headings, index) || childrenOf(headings, index).length > 0;
}

/**
 * The line of a new heading among its siblings, and the edits that renumber those behind it.
 * @param name the heading's words, as snippet text
 * @param typed heading level that the user has typed (number of `#`), 0 = that of the siblings
 */
export function headingLine(
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
  const { edits, renumbered } = label
    ? renumberings(headings, siblings.slice(position), label, value)
    : { edits: [], renumbered: [] };
  edits.push(...referenceEdits(context.memo, renumbered));
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
): { edits: TextEdit[]; renumbered: Renumbered[] } {
  const edits: TextEdit[] = [];
  const renumbered: Renumbered[] = [];
  const change = (heading: Heading, label: Label, to: Label) => {
    const main = heading.parent < 0 || isTitle(headings, heading.parent);
    renumbered.push({ label, to, main });
    edits.push(replaceLabel(heading, label, labelText(to, to.value)));
  };
  let expected = first;
  for (const index of later) {
    const heading = headings[index]!;
    const { label } = heading;
    if (!label || !sameStyle(label, style)) continue;
    if (label.value !== expected) break;
    expected++;
    change(heading, label, { ...label, value: expected });
    if (label.system !== 'digits') continue;
    const old = `${label.path}${label.value}`;
    for (let below = index + 1; below < headings.length; below++) {
      const child = headings[below]!;
      if (child.start >= heading.subtreeEnd) break;
      const own = child.label;
      if (!own || !/^[.．]/.test(own.path.slice(old.length)) || !own.path.startsWith(old)) continue;
      const path = `${label.path}${expected}${own.path.slice(old.length)}`;
      change(child, own, { ...own, path });
    }
  }
  return { edits, renumbered };
}

function replaceLabel(heading: Heading, label: Label, text: string): TextEdit {
  return { start: heading.titleStart, end: heading.titleStart + label.length, text };
}
