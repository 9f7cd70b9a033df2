import type { CompletionItem, CompletionList } from 'vscode-languageserver-types';
import type { ElementFinding } from '../analysis/analysis';
import { elementDefinition } from '../analysis/definition';
import { say } from '../messages';
import { sectionAt } from '../rules/elements/section';
import type { FeatureContext } from './context';
import { elementName } from './names';
import { toRange } from './positions';
import { withoutPlaceholders } from './snippetText';

/** At most this much of a line is looked at: what is longer is a sentence, not the name of an element. */
const longest = 27;

/**
 * Sections for the framework's elements at the start of a line: behind `#` all of them, behind words those whose name has
 * these words. Elements that are missing come first.
 * @param before the line up to the offset
 * @returns null where no section can begin
 */
export function elementItems(
  context: FeatureContext,
  before: string,
  offset: number,
  lineStart: number,
): CompletionList | null {
  const match = /^(#{1,6}\s?)?([^\s#]{0,20})$/.exec(before);
  if (!match || offset - lineStart > longest) return null;
  const { check, lines, locale } = context;
  if (lineStart < (check.memo.frontMatter.range?.end ?? 0)) return null;
  const level = match[1]?.trim().length ?? 0;
  const typed = match[2]!.toLowerCase();
  const elements = check.analysis.elements.filter((finding) => isNamed(context, finding, typed));
  if (elements.length === 0) return null;
  const range = toRange(lines, { start: lineStart, end: offset });
  const items = elements.map((finding, index): CompletionItem => {
    const { element, required, status } = finding;
    const section = `${sectionAt(check.context, element, lineStart, level)}$0`;
    const urgent = required && status === 'missing';
    const question = elementDefinition(check.framework, element)?.question;
    return {
      label: elementName(context, element),
      kind: 15,
      detail: say(locale, { key: `status.${status}` }),
      ...(question && { documentation: question[locale === 'zh-CN' ? 'zh' : 'en'] }),
      filterText: `${before} ${elementName(context, element)} ${element}`,
      sortText: `${urgent ? 0 : 1}${String(index).padStart(3, '0')}`,
      insertTextFormat: context.snippets ? 2 : 1,
      textEdit: { range, newText: context.snippets ? section : withoutPlaceholders(section) },
    };
  });
  return { isIncomplete: true, items };
}

/** Whether the words typed are part of a name of the element, in any language. */
function isNamed({ check }: FeatureContext, { element }: ElementFinding, typed: string): boolean {
  if (typed === '') return true;
  const definition = elementDefinition(check.framework, element);
  const names = definition ? [definition.name.zh, definition.name.en, ...definition.aliases] : [];
  return [element, ...names].some((name) => name.toLowerCase().includes(typed));
}
