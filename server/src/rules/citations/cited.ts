import type { Citation, CitationStatus, Target } from '../../citations/citation';
import type { Block } from '../../memo/memo';
import { proseOffset, sourceEnd, sourceOffset } from '../../memo/prose';
import { sentenceAt } from '../../memo/sentences';
import type { StatuteLibrary } from '../../statutes/library';
import type { Locator, Statute, StatuteVersion } from '../../statutes/statute';
import type { TextRange } from '../../text/range';
import type { RuleContext } from '../rule';

/** One target with its citation: what most rules look at and what their fixes need. */
export interface Cited {
  readonly citation: Citation;
  readonly target: Target;
}

/** A target of a known law and version. */
export interface Known extends Cited {
  readonly statute: Statute;
  readonly version: StatuteVersion;
}

/** The targets of the memo that have a status, in document order. */
export function citedWith({ citations }: RuleContext, status: CitationStatus): readonly Known[] {
  const found: Known[] = [];
  for (const citation of citations.citations) {
    const { statute } = citation;
    if (!statute) continue;
    for (const target of citation.targets) {
      const { version } = target;
      if (target.status === status && version) found.push({ citation, target, statute, version });
    }
  }
  return found;
}

/** The place of a target that does not exist: the end of a range whose beginning does. */
export function wrongPlace(library: StatuteLibrary, { target, version }: Known): Locator {
  return target.to && library.existence(version, target.place).state === 'exists' ? target.to : target.place;
}

/** The targets that the author wrote himself (not within quotations), with law and version known. */
export function ownCited({ citations }: RuleContext): readonly Known[] {
  const found: Known[] = [];
  for (const citation of citations.citations) {
    const { statute } = citation;
    if (!statute || citation.quoted) continue;
    for (const target of citation.targets) {
      const { version } = target;
      if (version) found.push({ citation, target, statute, version });
    }
  }
  return found;
}

/** The block a citation stands in, with the absolute offset of its chunk. */
export function blockOf(context: RuleContext, citation: Citation): { block: Block; origin: number } {
  const { memo } = context;
  return {
    block: memo.chunks[citation.chunk]!.blocks[citation.block]!,
    origin: memo.starts[citation.chunk]!,
  };
}

/** An absolute source range as a range of the block's prose. */
export function proseRange(block: Block, origin: number, range: TextRange): TextRange {
  return {
    start: proseOffset(block, range.start - origin),
    end: proseOffset(block, range.end - origin),
  };
}

/** A range of the block's prose as an absolute source range. */
export function absoluteRange(block: Block, origin: number, range: TextRange): TextRange {
  const start = origin + sourceOffset(block, range.start);
  return { start, end: range.end > range.start ? origin + sourceEnd(block, range.end) : start };
}

/** The words around a range of the same sentence: before it and behind it. */
export function sentenceWords(
  context: RuleContext,
  citation: Citation,
  range: TextRange = citation,
): { before: string; after: string } {
  const { block, origin } = blockOf(context, citation);
  const { start, end } = proseRange(block, origin, range);
  const sentence = sentenceAt(block, start) ?? { start: 0, end: block.prose.length };
  return {
    before: block.prose.slice(Math.min(sentence.start, start), start),
    after: block.prose.slice(end, Math.max(end, sentence.end)),
  };
}

/** Whether the citation is written in English. */
export const isEnglish = (cited: Cited): boolean =>
  cited.citation.forms.includes('english') || cited.target.forms.includes('english');
