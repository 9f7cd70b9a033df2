import type { TextEdit as ProtocolEdit } from 'vscode-languageserver-types';
import type { Framework } from '../../analysis/framework';
import { type Locale, say } from '../../messages';
import { proposeSection } from '../../rules/elements/section';
import { memoSkeleton } from '../../rules/elements/skeleton';
import type { StatuteLibrary } from '../../statutes/library';
import type { FeatureContext } from '../context';
import { elementName } from '../names';
import { toRange } from '../positions';

/** The framework's elements with their status in the memo, in its order. */
export function listElements(context: FeatureContext) {
  return context.check.analysis.elements.map(({ element, status, required }) => ({
    id: element,
    name: elementName(context, element),
    status,
    /** The status in the reader's language. */
    state: say(context.locale, { key: `status.${status}` }),
    required,
  }));
}

/** The section proposed for an element. */
export interface ElementSection {
  /** UTF-16 offset in the memo's text. */
  readonly offset: number;
  readonly snippet: string;
  /** Changes elsewhere that go with it: later sections are renumbered. */
  readonly edits: readonly ProtocolEdit[];
}

/** The section for an element at its logical place; null = the framework has no such element. */
export function elementSection({ check, lines }: FeatureContext, id: string): ElementSection | null {
  const proposal = proposeSection(check.context, id);
  if (!proposal) return null;
  return {
    offset: proposal.offset,
    snippet: proposal.text,
    edits: proposal.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text })),
  };
}

/** A whole memo to fill in, as a snippet. `today` is `YYYY-MM-DD`. */
export function newMemoTemplate(
  framework: Framework,
  locale: Locale,
  today: string,
  library: StatuteLibrary,
): string {
  return memoSkeleton(framework, { language: locale === 'en' ? 'en' : 'zh', today, library });
}
