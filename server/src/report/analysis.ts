import type { ElementFinding } from '../analysis/analysis';
import type { Check } from '../rules/check';

/** One document of the `analyze` output (public schema: docs/cli.md): one entry a target, ranges with `to`. */
export function analysisJson(check: Check): unknown {
  const { citations, analysis, asOf } = check;
  const elements: Record<string, unknown> = {};
  const put = (element: ElementFinding) => {
    elements[element.element] = {
      status: element.status,
      ...(element.status === 'waived' && { waived: true, reason: element.reason ?? '' }),
      required: element.required,
      evidence: element.evidence.map(({ start, end }) => [start, end]),
      facets: element.facets,
    };
    element.parts.forEach(put);
  };
  analysis.elements.forEach(put);
  return {
    asOf,
    citations: citations.citations.flatMap((citation) =>
      citation.targets.map((target) => ({
        start: citation.start,
        end: citation.end,
        raw: citation.raw,
        kind: citation.kind,
        law: citation.statute?.short ?? citation.unknownTitle ?? null,
        version: target.version?.effective ?? null,
        ...target.place,
        ...(target.to && { to: target.to }),
        status: target.status,
      })),
    ),
    quotations: citations.quotations.map(({ start, end, citation, target, status, differences }) => ({
      start,
      end,
      law: citation.statute?.short ?? null,
      article: target.place.article,
      ...(target.place.paragraph !== undefined && { paragraph: target.place.paragraph }),
      status,
      differences: differences.map(({ start: from, end: to, written, official, operative }) => ({
        start: from,
        end: to,
        written,
        official,
        operative,
      })),
    })),
    elements,
  };
}
