import assert from 'node:assert/strict';
import { withoutPlaceholders } from '../../../server/src/features/snippetText';
import type { Fix } from '../../../server/src/rules/rule';

/** The text after a fix, placeholders replaced by their words, as clients without snippets get it. */
export function applyFix(text: string, fix: Fix): string {
  const edits = [...fix.edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let at = 0;
  for (const edit of edits) {
    assert.ok(edit.start >= at && edit.end >= edit.start && edit.end <= text.length, 'edits overlap');
    result += text.slice(at, edit.start) + (fix.snippet ? withoutPlaceholders(edit.text) : edit.text);
    at = edit.end;
  }
  return result + text.slice(at);
}
