import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { chunkScan, editsInMemo, inMemo, localContext } from './chunkScan';

/** A rule whose findings in one chunk depend on that chunk (and its citations) alone. */
export interface LocalRule extends Omit<Rule, 'check' | 'fixes'> {
  /** What else the findings depend on (a date, the profile), as a key. */
  dependsOn?(context: RuleContext): string;
  /**
   * @param local the chunk as a memo of its own, offsets relative to it
   * @param whole the whole memo, for what `dependsOn` names
   */
  check(local: RuleContext, whole: RuleContext): Iterable<Finding>;
  fixes?(finding: Finding, local: RuleContext, whole: RuleContext): readonly Fix[];
}

interface Local {
  readonly chunk: number;
  readonly finding: Finding;
}

/** Makes a rule that looks anew only at the chunks that an edit changed; the rule itself is written as if a chunk were the memo. */
export function chunkRule({ dependsOn, check, fixes, ...rest }: LocalRule): Rule {
  const scan = chunkScan(check, dependsOn);
  return {
    ...rest,
    check: (context) =>
      scan(context).map(({ value, chunk }) => ({
        ...value,
        ...inMemo(context, chunk, value),
        ...(value.related && {
          related: value.related.map((place) => ({ ...place, ...inMemo(context, chunk, place) })),
        }),
        data: { chunk, finding: value } satisfies Local,
      })),
    ...(fixes && {
      fixes: (found: Finding, context: RuleContext) => {
        const { chunk, finding } = found.data as Local;
        return fixes(finding, localContext(context, chunk), context).map((fix) => ({
          ...fix,
          edits: editsInMemo(context, chunk, fix.edits),
        }));
      },
    }),
  };
}
