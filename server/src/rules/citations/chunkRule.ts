import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { chunkScan, editsInMemo, localContext } from './chunkScan';

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
      scan(context).map(({ value, chunk }) => {
        const origin = context.memo.starts[chunk]!;
        // Written out: an object that is spread and then extended gets a shape of its own.
        const finding: Finding = {
          rule: value.rule,
          severity: value.severity,
          start: origin + value.start,
          end: origin + value.end,
          message: value.message,
          ...(value.related && {
            related: value.related.map(({ start, end, message }) => ({
              start: origin + start,
              end: origin + end,
              message,
            })),
          }),
          ...(value.tag && { tag: value.tag }),
          data: { chunk, finding: value } satisfies Local,
        };
        return finding;
      }),
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
