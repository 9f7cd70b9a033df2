import type { Configuration } from '../config';
import type { Locale } from '../messages';
import type { Check } from '../rules/check';
import type { StatuteLibrary } from '../statutes/library';
import type { LineIndex } from '../text/lines';

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
