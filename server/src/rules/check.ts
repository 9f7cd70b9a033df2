import type { Analysis } from '../analysis/analysis';
import { analysisSteps } from '../analysis/analyze';
import type { Framework } from '../analysis/framework';
import type { CitationIndex } from '../citations/citation';
import { citationSteps } from '../citations/indexCitations';
import type { Configuration } from '../config';
import type { Memo } from '../memo/memo';
import { finish, type Steps } from '../memo/steps';
import type { StatuteLibrary } from '../statutes/library';
import { allRules, ruleById } from './all';
import { scanAhead } from './citations/scans';
import type { Finding, Rule, RuleContext } from './rule';
import { findSwitches, type Switch, switchedOff } from './switches';

/** What a check needs besides the memo. */
export interface CheckEnvironment {
  readonly library: StatuteLibrary;
  /** A framework by id; undefined = there is none of that name. */
  framework(id: string): Framework | undefined;
  readonly configuration: Configuration;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Everything that is known of one memo version. */
export interface Check {
  readonly memo: Memo;
  readonly asOf: string;
  readonly framework: Framework;
  readonly citations: CitationIndex;
  readonly analysis: Analysis;
  /** In document order; switched-off and `off` rules are left out. */
  readonly findings: readonly Finding[];
  /** Findings that a switch in the text silences (for reports). */
  readonly muted: readonly Finding[];
  readonly switches: readonly Switch[];
  readonly context: RuleContext;
}

/** The date as of which a memo's law is checked: the command line's, else `law-date`, else `date`, else today. */
export function lawDate(memo: Memo, environment: CheckEnvironment): string {
  return (
    environment.configuration.asOf ?? memo.frontMatter.lawDate ?? memo.frontMatter.date ?? environment.today
  );
}

/** Citations and analysis of a memo, without rules. */
export function understand(memo: Memo, environment: CheckEnvironment): Understanding {
  return finish(understanding(memo, environment));
}

/** What is known of a memo before the rules look at it. */
export type Understanding = Pick<Check, 'asOf' | 'framework' | 'citations' | 'analysis'>;

function* understanding(memo: Memo, environment: CheckEnvironment): Steps<Understanding> {
  const { library, configuration, today } = environment;
  const asOf = lawDate(memo, environment);
  const framework =
    environment.framework(memo.frontMatter.framework ?? configuration.framework) ??
    environment.framework('security-guarantee')!;
  const citations = yield* citationSteps(memo, library, { asOf, today });
  const analysis = yield* analysisSteps(memo, citations, framework);
  return { asOf, framework, citations, analysis };
}

/** Checks one memo by all rules. A rule that fails costs its own findings and nothing else. */
export function checkMemo(memo: Memo, environment: CheckEnvironment): Check {
  return finish(checkSteps(memo, environment, false));
}

/**
 * The same in steps: a first check of a large memo takes many frames.
 * @param small no step may take long, so that the rules' scans are done chunk by chunk beforehand
 */
export function* checkSteps(memo: Memo, environment: CheckEnvironment, small = true): Steps<Check> {
  const { asOf, framework, citations, analysis } = yield* understanding(memo, environment);
  const { library, configuration, today } = environment;
  const context: RuleContext = {
    memo,
    citations,
    analysis,
    framework,
    configuredFramework: configuration.framework,
    library,
    profile: configuration.profile,
    today,
    isRule: (name) => ruleById(name) !== undefined,
  };
  if (small) yield* scanAhead(context);
  const switches = findSwitches(memo);
  const isOff = switchedOff(memo, switches);
  const findings: Finding[] = [];
  const muted: Finding[] = [];
  for (const rule of allRules) {
    const set = configuration.rules[rule.id] ?? configuration.rules[rule.name];
    if (set === 'off') continue;
    yield;
    for (const finding of run(rule, context)) {
      const kept = set ? { ...finding, severity: set } : finding;
      (isOff(rule, finding.start) ? muted : findings).push(kept);
    }
  }
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { memo, asOf, framework, citations, analysis, findings, muted, switches, context };
}

function run(rule: Rule, context: RuleContext): Finding[] {
  try {
    return [...rule.check(context)];
  } catch (error) {
    return [
      {
        rule: rule.id,
        severity: 'information',
        start: 0,
        end: 0,
        message: { key: 'rule-failed', args: { rule: rule.id, error: String(error) } },
      },
    ];
  }
}
