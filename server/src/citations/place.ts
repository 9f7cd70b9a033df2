import type { TextRange } from '../text/range';
import type { ChunkResults, Citation, Quotation, Target } from './citation';

/**
 * The results of a chunk at its place in the memo. Runs for every chunk behind an edit, so the objects are written out: a spread
 * costs ten times as much.
 */
export function placeResults(local: ChunkResults, by: number, chunk: number): ChunkResults {
  const citations = local.citations.map((c) => placeCitation(c, by, chunk));
  return {
    citations,
    mentions: local.mentions.map((m) => ({
      start: m.start + by,
      end: m.end + by,
      text: m.text,
      statute: m.statute,
    })),
    aliases: local.aliases.map((a) => ({
      start: a.start + by,
      end: a.end + by,
      alias: a.alias,
      title: a.title,
      statute: a.statute,
    })),
    quotations:
      local.quotations.length === 0
        ? local.quotations
        : local.quotations.map((q) => placeQuotation(q, by, local.citations, citations)),
  };
}

function placeCitation(c: Citation, by: number, chunk: number): Citation {
  const title = c.title && { text: c.title.text, range: shift(c.title.range, by), marks: c.title.marks };
  return {
    start: c.start + by,
    end: c.end + by,
    kind: c.kind,
    raw: c.raw,
    statute: c.statute,
    title,
    unknownTitle: c.unknownTitle,
    year: c.year,
    candidates: c.candidates,
    targets: c.targets.map((t) => placeTarget(t, by)),
    forms: c.forms,
    chunk,
    block: c.block,
    quoted: c.quoted,
  };
}

function placeTarget(t: Target, by: number): Target {
  return {
    start: t.start + by,
    end: t.end + by,
    place: t.place,
    to: t.to,
    forms: t.forms,
    status: t.status,
    version: t.version,
  };
}

function placeQuotation(
  q: Quotation,
  by: number,
  local: readonly Citation[],
  placed: readonly Citation[],
): Quotation {
  const at = local.indexOf(q.citation);
  const citation = placed[at] as Citation;
  return {
    ...q,
    ...shift(q, by),
    citation,
    target: citation.targets[q.citation.targets.indexOf(q.target)] as Target,
    differences: q.differences.map((d) => ({ ...d, ...shift(d, by) })),
  };
}

function shift(range: TextRange, by: number): TextRange {
  return { start: range.start + by, end: range.end + by };
}
