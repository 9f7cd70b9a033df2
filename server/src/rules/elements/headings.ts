import type { Analysis } from '../../analysis/analysis';
import { type Lexicon, lexiconOf } from '../../analysis/lexicon';
import { type Passage, passagesOf } from '../../analysis/passages';
import { type FromChunk, fromChunks } from '../../memo/fromChunks';
import type { Chunk, Memo } from '../../memo/memo';
import { lengthOf, textOf } from '../../memo/textOf';
import type { TextRange } from '../../text/range';
import type { RuleContext } from '../rule';
import { type Label, readLabel, readSiblings } from './numbering';

/** A heading, or a line that stands for one, with what belongs to it. Offsets are absolute. */
export interface Heading extends TextRange {
  /** 1–6; 7 for a bold or numbered line that stands for a heading. */
  readonly level: number;
  /** Index of the heading above it, -1 = none. */
  readonly parent: number;
  /** Its words and where they start: behind `## ` or `**`. */
  readonly title: string;
  readonly titleStart: number;
  readonly label?: Label;
  /** End of its own text, before the next heading. */
  readonly ownEnd: number;
  /** End of everything below it. */
  readonly subtreeEnd: number;
  /** Elements (not parts) that its words name, with their weight 0–1. */
  readonly topics: ReadonlyMap<string, number>;
  /** An analysis stands below it. */
  readonly analysis: boolean;
  /** Table of contents, abstract, references …: no analysis belongs there. */
  readonly noise: boolean;
}

const known = new WeakMap<Analysis, readonly Heading[]>();

/** The headings of a memo in document order; made once for each analysis. */
export function headingsOf(context: RuleContext): readonly Heading[] {
  let headings = known.get(context.analysis);
  if (!headings) {
    headings = readHeadings(context);
    known.set(context.analysis, headings);
  }
  return headings;
}

/** Index of the last heading at or before an offset, -1 = the text before the first heading. */
export function headingAt(headings: readonly Heading[], offset: number): number {
  let low = -1;
  let high = headings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (headings[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a heading lies at or below another. */
export function isWithin(headings: readonly Heading[], index: number, ancestor: number): boolean {
  let at = index;
  while (at >= 0 && at !== ancestor) at = headings[at]!.parent;
  return at === ancestor;
}

/** Indexes of the headings directly below one (-1 = those at the top), in order. */
export function childrenOf(headings: readonly Heading[], parent: number): number[] {
  const found: number[] = [];
  headings.forEach((heading, index) => {
    if (heading.parent === parent) found.push(index);
  });
  return found;
}

const marks = /^ {0,3}(?:#{1,6}[ \t]+|\*\*|__)?/;

type Draft = { -readonly [K in keyof Heading]: Heading[K] };

function readHeadings({ memo, framework }: RuleContext): Heading[] {
  const lexicon = lexiconOf(framework);
  const list: Draft[] = [];
  const open: number[] = [];
  const length = lengthOf(memo);
  for (const { value: passage, chunk } of headingPassages(memo, lexicon)) {
    const offset = memo.starts[chunk]!;
    const start = offset + passage.start;
    const end = offset + passage.end;
    while (open.length > 0 && list[open[open.length - 1]!]!.level >= passage.level) open.pop();
    const topics = new Map<string, number>();
    for (const [element, weight] of passage.topics) {
      const { id } = lexicon.elements[lexicon.owner[element]!]!;
      topics.set(id, Math.max(topics.get(id) ?? 0, weight));
    }
    const raw = textOf(memo, start, end);
    const lead = marks.exec(raw)?.[0].length ?? 0;
    const title = raw.slice(lead).split(/[\r\n]/)[0]!;
    const parent = open[open.length - 1] ?? -1;
    open.push(list.length);
    list.push({
      start,
      end,
      level: passage.level,
      parent,
      title,
      titleStart: start + lead,
      ownEnd: length,
      subtreeEnd: length,
      topics,
      analysis: passage.analysis,
      noise: passage.noise || (parent >= 0 && list[parent]!.noise),
    });
  }
  close(list);
  label(list);
  return list;
}

const scans = new WeakMap<
  Lexicon,
  (chunks: readonly Chunk[], _: undefined) => readonly FromChunk<Passage>[]
>();
const none: readonly Passage[] = [];

/**
 * The headings of the running text with what their words name, relative to their chunks; the same list as before when an edit changed
 * none of them.
 */
export function headingPassages(memo: Memo, lexicon: Lexicon): readonly FromChunk<Passage>[] {
  let scan = scans.get(lexicon);
  if (!scan) {
    scan = fromChunks((chunk: Chunk) => {
      const found = passagesOf(chunk, lexicon).filter(
        ({ kind, quoted, footnote, list }) => kind === 'heading' && !quoted && !footnote && !list,
      );
      return found.length > 0 ? found : none;
    });
    scans.set(lexicon, scan);
  }
  return scan(memo.chunks, undefined);
}

/** Where each heading's text ends. */
function close(list: Draft[]): void {
  const open: Draft[] = [];
  list.forEach((heading, index) => {
    if (index > 0) list[index - 1]!.ownEnd = heading.start;
    while (open.length > 0 && open[open.length - 1]!.level >= heading.level)
      open.pop()!.subtreeEnd = heading.start;
    open.push(heading);
  });
}

/** Reads the numbers of siblings together, since a number alone may be ambiguous. */
function label(list: Draft[]): void {
  const families = new Map<string, Draft[]>();
  for (const heading of list) {
    const key = `${heading.parent}:${heading.level}`;
    const family = families.get(key);
    if (family) family.push(heading);
    else families.set(key, [heading]);
  }
  for (const family of families.values()) {
    const numbered = family.filter(({ title }) => readLabel(title).length > 0);
    readSiblings(numbered.map(({ title }) => title)).forEach((read, index) => {
      if (read) numbered[index]!.label = read;
    });
  }
}
