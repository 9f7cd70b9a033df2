import type { ElementDefinition, InBothLanguages, Split } from '../../analysis/framework';
import { say } from '../../messages';
import { parseNumeral, toChinese } from '../../text/numerals';
import { type CitingStyle, citeBases } from './bases';
import { blank } from './blanks';
import { type Language, localeFor } from './language';
import { lawThen } from './lawThen';

/**
 * The body of an element's section as the framework has it: a snippet whose placeholders say that they are to be filled in,
 * so that a body left as it is does not pass for a treatment. `{bases}` becomes the bases in force on the law date,
 * open questions of doctrine (`{splits}`, else before the last paragraph) become two-sided stubs.
 * @returns snippet text with `\n` line breaks, without a line break at the end; placeholders count from 1
 */
export function elementBody(element: ElementDefinition, style: CitingStyle): string {
  const { language } = style;
  const template = element.template[language].trim() || plainTemplate(element, language);
  const cited = template.replaceAll('{bases}', basesOrBlank(element, style));
  const body = renumber(mark(withSplits(cited, element.splits, style), language));
  return style.arabic && language === 'zh' ? inDigits(body) : body;
}

/** Places that a framework's own words name, in the memo's numerals: 第三十八条第二款 → 第38条第2款. */
function inDigits(text: string): string {
  return text.replace(/第([零一二三四五六七八九十百千]{1,9})(?=[条款项])/g, (whole, numeral: string) => {
    const number = parseNumeral(numeral);
    return number === undefined ? whole : `第${number}`;
  });
}

/** The stubs of an element for what lacks: rule, application to the facts, conclusion. Same form as `elementBody`. */
export function facetStubs(
  element: ElementDefinition,
  lacking: readonly ('authority' | 'application' | 'conclusion')[],
  style: CitingStyle,
): string {
  const { language } = style;
  const locale = localeFor(language);
  const stubs = lacking.map((facet) =>
    say(locale, {
      key: `section.stub.${facet}`,
      args: {
        name: escapeSnippet(element.name[language]),
        complete: escapeSnippet(withoutStop(element.complete[language] || element.question[language])),
        bases: basesOrBlank(element, style),
      },
    }),
  );
  return renumber(mark(stubs.join('\n\n'), language));
}

/** Bold name of a part and its stubs: for the half that lacks. */
export function partStub(part: ElementDefinition, style: CitingStyle): string {
  const locale = localeFor(style.language);
  const lead = say(locale, { key: 'section.part', args: { name: part.name[style.language] } });
  return `${lead}\n\n${facetStubs(part, ['authority', 'application', 'conclusion'], style)}`;
}

function basesOrBlank(element: ElementDefinition, style: CitingStyle): string {
  const bases = citeBases(element.bases, style);
  return bases
    ? escapeSnippet(bases)
    : blank(say(localeFor(style.language), { key: 'section.bases' }), style.language);
}

/** `$`, `}` and `\` of plain words, as snippets want them. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** For elements of a framework without a template: rule, facts, conclusion, with its question. */
function plainTemplate(element: ElementDefinition, language: Language): string {
  const args = {
    name: element.name[language],
    bases: '{bases}',
    complete: withoutStop(element.complete[language] || element.question[language]),
  };
  return (['authority', 'application', 'conclusion'] as const)
    .map((facet) => say(localeFor(language), { key: `section.stub.${facet}`, args }))
    .join('\n\n');
}

function withSplits(body: string, splits: readonly Split[], style: CitingStyle): string {
  const stubs = splits.map((split) => splitStub(split, style)).join('\n\n');
  if (body.includes('{splits}'))
    return body
      .replaceAll('{splits}', stubs)
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  if (!stubs) return body;
  const paragraphs = body.split(/\n{2,}/);
  if (paragraphs.length < 2) return `${body}\n\n${stubs}`;
  const last = paragraphs.pop()!;
  return [...paragraphs, stubs, last].join('\n\n');
}

function splitStub({ question, views }: Split, { language, library, asOf }: CitingStyle): string {
  const locale = localeFor(language);
  const of = (both: InBothLanguages) => escapeSnippet(lawThen(both, library, asOf)[language]);
  const lines = views.map((view, index) =>
    say(locale, {
      key: 'section.split.view',
      args: { number: language === 'zh' ? toChinese(index + 1) : index + 1, view: of(view) },
    }),
  );
  return [
    say(locale, { key: 'section.split.question', args: { question: of(question) } }),
    '',
    ...lines,
    say(locale, { key: 'section.split.adopted' }),
  ].join('\n');
}

const placeholder = /\$\{(\d{1,3})(?::([^}]*)|\|([^|]*)\|)\}/g;

/** Marks the words of placeholders as blanks: 【待补充：日期】. A choice begins with the blank, so that none is made by default. */
export function mark(snippet: string, language: Language): string {
  return snippet.replace(placeholder, (_, number: string, words?: string, choices?: string) => {
    if (choices !== undefined) {
      const options = choices.split(',');
      return `\${${number}|${blank(options.join('／'), language).replace(/[,|]/g, ' ')},${options.join(',')}|}`;
    }
    return `\${${number}:${blank(words ?? '', language)}}`;
  });
}

/** Placeholders in reading order from 1. */
const renumber = (snippet: string): string => {
  let next = 1;
  return snippet.replace(/\$\{\d{1,3}(?=[:|}])/g, () => `\${${next++}`);
};

/**
 * A snippet whose placeholders go on after those of the snippet before it.
 * @param after number of the last placeholder before it
 */
export function nextPlaceholders(snippet: string, after: number): { text: string; last: number } {
  let last = after;
  const text = snippet.replace(/\$\{(\d{1,3})(?=[:|}])/g, (_, number: string) => {
    const shifted = after + Number(number);
    last = Math.max(last, shifted);
    return `\${${shifted}`;
  });
  return { text, last };
}

const withoutStop = (text: string): string => text.replace(/[。.]\s*$/, '');
