import type { Configuration } from '../config';
import type { Locale } from '../messages';
import type { Check } from '../rules/check';
import type { StatuteLibrary } from '../statutes/library';
import type { LineIndex } from '../text/lines';

/** What features see that ask for citations only: these may be known of a part of the memo while the rest is being checked. */
export type CitationContext = Omit<FeatureContext, 'check'> & {
  readonly check: Pick<Check, 'memo' | 'asOf' | 'citations'>;
};

/** What every feature sees: one version of one memo and all that is known of it. Features are pure functions of it. */
export interface FeatureContext {
  readonly check: Check;
  readonly lines: LineIndex;
  readonly library: StatuteLibrary;
  readonly configuration: Configuration;
  readonly locale: Locale;
  /** The client renders snippet placeholders in edits and completions. */
  readonly snippets: boolean;
}
