import type { CodeAction, CodeActionKind, TextEdit as ProtocolEdit } from 'vscode-languageserver-types';
import { type Locale, say, type Words } from '../messages';
import { ruleById } from '../rules/all';
import type { Check } from '../rules/check';
import type { Finding, Fix } from '../rules/rule';
import type { LineIndex } from '../text/lines';
import type { TextEdit, TextRange } from '../text/range';
import type { FeatureContext } from './context';
import { toDiagnostic } from './diagnostics';
import { toRange } from './positions';
import { withoutPlaceholders } from './snippetText';

/** The kind of the action that applies every safe fix of the memo. */
export const fixAllKind = 'source.fixAll.legalMemo';

/**
 * Code actions for a range: the fixes of the findings that touch it, “switch this rule off here”, and fix-all.
 * Every action is an ordinary workspace edit for this document, so it works in any editor.
 * @param only kinds that the client asks for; undefined = all
 */
export function codeActions(
  context: FeatureContext,
  range: TextRange,
  only: readonly string[] | undefined,
  options: { locale: Locale; rulePages: string },
): CodeAction[] {
  const { check, lines } = context;
  const wants = (kind: string) => !only || only.some((k) => kind === k || kind.startsWith(`${k}.`));
  const actions: CodeAction[] = [];
  const title = (words: Words) => say(options.locale, words);

  if (wants('quickfix')) {
    for (const finding of check.findings) {
      if (finding.start > range.end || finding.end < range.start) continue;
      const diagnostics = [toDiagnostic(finding, check, lines, options)];
      for (const fix of fixesOf(finding, check)) {
        actions.push({
          title: title(fix.title),
          kind: 'quickfix' satisfies CodeActionKind,
          diagnostics,
          ...(fix.preferred && { isPreferred: true }),
          edit: { changes: { [check.memo.uri]: toEdits(fix.edits, lines, fix.snippet) } },
        });
      }
      actions.push({
        title: title({ key: 'fix.suppress', args: { rule: finding.rule } }),
        kind: 'quickfix' satisfies CodeActionKind,
        diagnostics,
        edit: { changes: { [check.memo.uri]: toEdits([suppression(finding, context)], lines) } },
      });
    }
  }
  if (wants(fixAllKind)) {
    const edits = safeEdits(check);
    if (edits.length > 0) {
      actions.push({
        title: title({ key: 'fix.all' }),
        kind: fixAllKind,
        edit: { changes: { [check.memo.uri]: toEdits(edits, lines) } },
      });
    }
  }
  return actions;
}

/** The fixes that a finding's rule offers; none when the rule fails. */
export function fixesOf(finding: Finding, check: Check): readonly Fix[] {
  try {
    return ruleById(finding.rule)?.fixes?.(finding, check.context) ?? [];
  } catch {
    return [];
  }
}

/** The edits of every safe preferred fix of a memo, without overlaps, in document order. */
export function safeEdits(check: Check): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const finding of check.findings) {
    if (!ruleById(finding.rule)?.mendsSafely) continue;
    const fix = fixesOf(finding, check).find((f) => f.safe);
    if (fix) edits.push(...fix.edits);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: TextEdit[] = [];
  for (const edit of edits) {
    const last = kept[kept.length - 1];
    if (last && (edit.start < last.end || (edit.start === last.start && edit.end === last.end))) continue;
    kept.push(edit);
  }
  return kept;
}

function toEdits(edits: readonly TextEdit[], lines: LineIndex, snippet = false): ProtocolEdit[] {
  return edits.map((edit) => ({
    range: toRange(lines, edit),
    newText: snippet ? withoutPlaceholders(edit.text) : edit.text,
  }));
}

/** A `disable-next-line` comment above the finding's line, with room for the reason. */
function suppression(finding: Finding, context: FeatureContext): TextEdit {
  const { memo } = context.check;
  let start = memo.text.lastIndexOf('\n', Math.max(0, finding.start - 1)) + 1;
  if (finding.start === 0) start = 0;
  const front = memo.frontMatter.range;
  // A comment in the front matter would break it; the file-wide form goes behind it.
  const inFront = front !== undefined && start < front.end;
  const verb = inFront ? 'disable' : 'disable-next-line';
  const reason = say(context.locale, { key: 'fix.suppress-reason' });
  const eol = memo.text.includes('\r\n') ? '\r\n' : '\n';
  const at = inFront ? front.end : start;
  const lead = inFront && !memo.text.slice(0, front.end).endsWith('\n') ? eol : '';
  return { start: at, end: at, text: `${lead}<!-- legal-memo: ${verb} ${finding.rule} ${reason} -->${eol}` };
}
