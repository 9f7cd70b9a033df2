import { elementDefinition } from '../../analysis/definition';
import type { RuleContext } from '../rule';
import { childrenOf, type Heading, isWithin } from './headings';
import { type Homes, homesOf, isTitle, names, namesAnother } from './homes';

/** Where a new section goes. */
export interface Place {
  /** Index of the heading behind whose section it goes; undefined: see the others. */
  readonly after?: number;
  /** Index of the heading before which it goes. */
  readonly before?: number;
  /** Index of the heading below which it goes, as the last. */
  readonly last?: number;
}

/**
 * The place of an element's section: behind the section of the nearest earlier element (the framework's order is the
 * logical one), else before that of the nearest later one, else at the end of the analysis, else at the end of the
 * memo before its closing sections, where an element that concludes the memo belongs at once. {} = at the end of the text.
 */
export function placeOf(context: RuleContext, element: string): Place {
  const homes = homesOf(context);
  if (elementDefinition(context.framework, element)?.concludes) return atEnd(context, homes.headings);
  const { order } = context.framework;
  const index = order.indexOf(element);
  const earlier = order.slice(0, Math.max(0, index)).reverse();
  const later = order.slice(index + 1);
  const within = (id: string) => {
    const home = homes.of.get(id);
    return home !== undefined && (homes.analysis < 0 || isWithin(homes.headings, home, homes.analysis));
  };
  const own = (id: string) => within(id) && !namesAnother(homes.headings[homes.of.get(id)!]!, id);
  // Sections of their own first; a place where an element is treated by the way says less of the memo's order.
  for (const counts of [own, within]) {
    const before = earlier.find(counts);
    if (before !== undefined) return beside(homes, lastOf(homes, before), 'after');
    const next = later.find(counts);
    if (next !== undefined) return beside(homes, homes.of.get(next)!, 'before');
  }
  if (homes.analysis >= 0) return { last: homes.analysis };
  return atEnd(context, homes.headings);
}

/** The last of the sections that follow one another and treat an element. */
function lastOf({ headings, of }: Homes, element: string): number {
  let last = of.get(element)!;
  const others = [...of].filter(([id]) => id !== element).map(([, home]) => home);
  for (let at = last + 1; at < headings.length; at++) {
    const heading = headings[at]!;
    if (heading.level > headings[last]!.level) continue;
    if (heading.parent !== headings[last]!.parent || !names(heading, element) || others.includes(at)) break;
    last = at;
  }
  return last;
}

/** Beside a section that treats one element; below one that is the whole analysis. */
function beside({ headings, of, analysis }: Homes, home: number, side: 'after' | 'before'): Place {
  const here = [...of.values()].filter((at) => at === home).length;
  const whole = home === analysis || headings[home]!.analysis || isTitle(headings, home);
  if (whole || here > 2) return { last: home };
  return side === 'after' ? { after: home } : { before: home };
}

function atEnd({ framework }: RuleContext, headings: readonly Heading[]): Place {
  const top = headings.length > 0 && isTitle(headings, 0) ? 0 : -1;
  const main = childrenOf(headings, top);
  const closing = framework.signals.lists.closing ?? [];
  const closes = ({ title, noise, label }: Heading) => {
    const words = title.slice(label?.length ?? 0).toLowerCase();
    return noise || closing.some((word) => words.startsWith(word.toLowerCase()));
  };
  let first = main.length;
  while (first > 0 && closes(headings[main[first - 1]!]!)) first--;
  if (first < main.length) return { before: main[first]! };
  const last = main[main.length - 1];
  return last === undefined ? (top === 0 ? { last: 0 } : {}) : { after: last };
}
