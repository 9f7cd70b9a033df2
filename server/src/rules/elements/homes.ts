import type { Analysis, ElementFinding } from '../../analysis/analysis';
import type { RuleContext } from '../rule';
import { type Heading, headingAt, headingsOf, isWithin } from './headings';

/** Where the elements of a memo are treated. */
export interface Homes {
  readonly headings: readonly Heading[];
  /** Element id → index of the heading over its treatment. */
  readonly of: ReadonlyMap<string, number>;
  /** The heading below which the analysis stands, -1 = none is named so. */
  readonly analysis: number;
}

const known = new WeakMap<Analysis, Homes>();

/** The sections in which the elements are treated; made once for each analysis. */
export function homesOf(context: RuleContext): Homes {
  let homes = known.get(context.analysis);
  if (!homes) {
    homes = findHomes(context);
    known.set(context.analysis, homes);
  }
  return homes;
}

/** From which weight on a heading counts as the element's own. */
export const named = 0.7;

/** Whether a heading names the element (or a part of it). */
export const names = (heading: Heading, element: string): boolean =>
  (heading.topics.get(element) ?? 0) >= named;

function findHomes(context: RuleContext): Homes {
  const headings = headingsOf(context);
  const { anchor } = context.analysis;
  const analysis = headings.findIndex((heading) => heading.analysis && heading.start === anchor.start);
  const leaves = new Map<string, number>();
  for (const finding of context.analysis.elements) {
    const leaf = leafOf(finding, headings, analysis);
    if (leaf !== undefined) leaves.set(finding.element, leaf);
  }
  const taken = [...leaves];
  const of = new Map<string, number>();
  for (const [element, leaf] of taken) {
    let home = leaf;
    for (;;) {
      const above = headings[home]!.parent;
      if (above < 0 || headings[above]!.analysis || isTitle(headings, above)) break;
      if (taken.some(([other, at]) => other !== element && isWithin(headings, at, above))) break;
      home = above;
    }
    of.set(element, home);
  }
  return { headings, of, analysis };
}

/** A memo's title: the first heading, over all others. */
export function isTitle(headings: readonly Heading[], index: number): boolean {
  if (index !== 0) return false;
  if (headings.length === 1) return headings[0]!.level === 1 && headings[0]!.label === undefined;
  return headings.every((heading, i) => i === 0 || heading.parent >= 0);
}

/** Whether a heading names other elements and not this one: its text treats this one by the way. */
export function namesAnother(heading: Heading, element: string): boolean {
  if (names(heading, element)) return false;
  return [...heading.topics.keys()].some((other) => names(heading, other));
}

/** The heading below which most of an element's treatment stands; a heading that names it is preferred. */
function leafOf(finding: ElementFinding, headings: readonly Heading[], analysis: number): number | undefined {
  if (finding.status === 'missing') return undefined;
  const scores = new Map<number, number>();
  for (const { start, shows, score } of finding.evidence) {
    if (shows === 'waiver') continue;
    let at = headingAt(headings, start);
    if (at < 0 || headings[at]!.noise) continue;
    for (let above = at; above >= 0; above = headings[above]!.parent)
      if (names(headings[above]!, finding.element)) {
        at = above;
        break;
      }
    const weight =
      (shows === 'mention' ? 0.2 : 1) *
      (names(headings[at]!, finding.element) ? 3 : 1) *
      (analysis < 0 || isWithin(headings, at, analysis) ? 3 : 1);
    scores.set(at, (scores.get(at) ?? 0) + weight * Math.max(score, 0.1));
  }
  let best: number | undefined;
  for (const [at, score] of scores) if (best === undefined || score > scores.get(best)!) best = at;
  return best;
}
