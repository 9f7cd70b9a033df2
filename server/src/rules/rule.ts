import type { Analysis } from '../analysis/analysis';
import type { Framework } from '../analysis/framework';
import type { CitationIndex } from '../citations/citation';
import type { Memo } from '../memo/memo';
import type { Words } from '../messages';
import type { StatuteLibrary } from '../statutes/library';
import type { TextEdit, TextRange } from '../text/range';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Words in both languages, for what a rule says of itself (messages are in `server/messages/`). */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a rule found: data only. Offsets are absolute in `Memo.text`. */
export interface Finding extends TextRange {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Words;
  /** Other places of the memo that belong to it. */
  readonly related?: readonly (TextRange & { readonly message: Words })[];
  /** Shown greyed out / struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  /** What `fixes` needs to know; never shown. */
  readonly data?: unknown;
}

/** A way to mend a finding: an ordinary edit of the memo. */
export interface Fix {
  readonly title: Words;
  readonly edits: readonly TextEdit[];
  /** True = cannot change the meaning; may be applied by fix-all. An article number is never safe. */
  readonly safe: boolean;
  readonly preferred?: boolean;
  /** The inserted text holds snippet placeholders `${1:…}`; clients without snippet edits get it with the placeholders' words. */
  readonly snippet?: boolean;
}

/** House style for citations (docs: settings). */
export type StyleProfile = 'court' | 'academic' | 'firm';

/** Everything a rule may look at: one memo version and what is known of it. */
export interface RuleContext {
  readonly memo: Memo;
  readonly citations: CitationIndex;
  readonly analysis: Analysis;
  readonly framework: Framework;
  /** The framework that the configuration names for memos that name none; there may be none of that name. */
  readonly configuredFramework: string;
  readonly library: StatuteLibrary;
  readonly profile: StyleProfile;
  /** The day on which the check is made, `YYYY-MM-DD`. */
  readonly today: string;
  /** Whether there is a rule of this id or name. */
  isRule(name: string): boolean;
}

/** An example that is documentation and test at once: a memo, and how often the rule fires in it. */
export interface Example {
  readonly text: string;
  /** Each finding's covered text, in order; [] = the rule is silent. */
  readonly finds: readonly string[];
  /** The text after the first fix of the first finding. */
  readonly fixed?: string;
  readonly profile?: StyleProfile;
}

/** One rule, one file. */
export interface Rule {
  /** Stable short id: `C02`; also the diagnostic code and the name of its page. */
  readonly id: string;
  /** Literal name accepted in switches and configuration: `no-such-article`. */
  readonly name: string;
  readonly severity: Severity;
  readonly scope: 'citation' | 'memo';
  readonly title: Bilingual;
  readonly purpose: Bilingual;
  /** The norm behind it: statute, standard, or convention. */
  readonly source: Bilingual;
  readonly examples: readonly Example[];
  check(context: RuleContext): Iterable<Finding>;
  fixes?(finding: Finding, context: RuleContext): readonly Fix[];
  /** True = some of its fixes are safe: fix-all asks no other rule. */
  readonly mendsSafely?: true;
}
