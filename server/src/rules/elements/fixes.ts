import type { ElementFinding } from '../../analysis/analysis';
import { elementDefinition } from '../../analysis/definition';
import type { ElementDefinition } from '../../analysis/framework';
import type { Fix, RuleContext } from '../rule';
import { writesArabic } from './bases';
import { homesOf, names } from './homes';
import { languageOf } from './language';
import { lineEnding, paragraphAt } from './paragraph';
import { endOfSection, proposeSection, sectionBody, topId } from './section';
import { facetStubs, partStub } from './template';
import { endOfTreatment } from './treatment';
import { waiverEdit } from './waive';
import { elementWords, type Facet, lackingOf, lackWords } from './wording';

/** The finding of an element or part by id. */
export function judgedElement(context: RuleContext, id: string): ElementFinding | undefined {
  for (const finding of context.analysis.elements) {
    if (finding.element === id) return finding;
    const part = finding.parts.find(({ element }) => element === id);
    if (part) return part;
  }
  return undefined;
}

/** Inserts the element's section where it belongs. */
export function insertFix(context: RuleContext, id: string, preferred: boolean): Fix[] {
  const element = elementDefinition(context.framework, id);
  const proposal = element && proposeSection(context, id);
  if (!element || !proposal) return [];
  const { offset, text, edits } = proposal;
  return [
    {
      title: { key: 'fix.insert-element', args: elementWords(element) },
      edits: [{ start: offset, end: offset, text }, ...edits],
      safe: false,
      snippet: true,
      ...(preferred && { preferred }),
    },
  ];
}

/** Puts in what a treatment lacks, behind it; below a heading over nothing the whole body. */
export function completeFix(context: RuleContext, id: string): Fix[] {
  const top = elementDefinition(context.framework, topId(id));
  const element = elementDefinition(context.framework, id);
  const finding = judgedElement(context, id);
  const whole = judgedElement(context, topId(id));
  if (!top || !element || !finding || !whole) return [];
  const { headings, of } = homesOf(context);
  const home = of.get(top.id);
  const own = home !== undefined && names(headings[home]!, top.id);
  const at = finding.status === 'missing' ? whole : finding;
  const place = own ? endOfSection(context, headings, home) : endOfTreatment(context, at);
  if (place === undefined) return [];
  const { text } = context.memo;
  const near = own ? headings[home]!.start : Math.max(0, place - 400);
  const language = languageOf(context, { start: near, end: place });
  const style = {
    library: context.library,
    asOf: context.citations.asOf,
    language,
    arabic: writesArabic(context.citations, context.profile),
    citations: context.citations,
  };
  const lacking = lackingOf(finding);
  const empty = own && id === top.id && text.slice(headings[home]!.end, place).trim().length < 40;
  const body = empty
    ? sectionBody(context, top, language)
    : id === top.id
      ? facetStubs(element, lacking, style)
      : partStub(withBasesOf(element, top), style);
  const eol = lineEnding(text);
  return [
    {
      title: {
        key: 'fix.complete-element',
        args: { ...elementWords(element), ...lackWords(empty ? all : lacking) },
      },
      edits: [{ start: place, end: place, text: paragraphAt(text, place, body.replaceAll('\n', eol), eol) }],
      safe: false,
      snippet: true,
      preferred: true,
    },
  ];
}

/** A mention without a section of its own wants a section; anything else is completed where it stands. */
export function improveFixes(context: RuleContext, id: string): Fix[] {
  const finding = judgedElement(context, id);
  const { headings, of } = homesOf(context);
  const home = of.get(topId(id));
  const own = home !== undefined && names(headings[home]!, topId(id));
  if (finding?.status === 'mentioned' && id === topId(id) && !own) {
    const [insert] = insertFix(context, id, true);
    return insert ? [insert] : completeFix(context, id);
  }
  return completeFix(context, id);
}

/** Says in the memo that the element is left out, with room for the reason. */
export function waiveFix(context: RuleContext, id: string): Fix[] {
  const element = elementDefinition(context.framework, id);
  if (!element) return [];
  return [
    {
      title: { key: 'fix.waive-element', args: elementWords(element) },
      edits: [waiverEdit(context, id)],
      safe: false,
      snippet: true,
    },
  ];
}

const all: readonly Facet[] = ['authority', 'application', 'conclusion'];

const withBasesOf = (part: ElementDefinition, whole: ElementDefinition): ElementDefinition =>
  part.bases.length > 0 ? part : { ...part, bases: whole.bases };
