import assert from 'node:assert/strict';
import { fixesOf } from '../../../server/src/features/codeActions';
import { say } from '../../../server/src/messages';
import { allRules } from '../../../server/src/rules/all';
import type { Check } from '../../../server/src/rules/check';
import type { Example, Finding, Rule } from '../../../server/src/rules/rule';
import { applyFix } from './applyFix';
import { check } from './environment';

/** Every rule's examples are its documentation and its tests. */
describe('rules by their examples', () => {
  for (const rule of allRules) {
    describe(`${rule.id} ${rule.name}`, () => {
      it('shows where it speaks', () => {
        assert.ok(
          rule.examples.some(({ finds }) => finds.length > 0),
          'no example with a finding',
        );
      });
      rule.examples.forEach((example, index) => {
        it(`example ${index + 1}: ${example.finds.join(' · ') || 'silent'}`, () => tryOut(rule, example));
      });
    });
  }
});

function tryOut(rule: Rule, example: Example): void {
  const settings = example.profile ? { profile: example.profile } : {};
  const before = check(example.text, settings);
  const found = findingsOf(before, rule);
  assert.deepEqual(
    found.map((finding) => example.text.slice(finding.start, finding.end)),
    example.finds,
  );
  for (const finding of found) isSaid(finding);
  const first = found[0];
  const fixes = first ? fixesOf(first, before) : [];
  for (const { title } of fixes) for (const locale of ['zh-CN', 'en'] as const) isWhole(say(locale, title));
  if (fixes.some(({ safe }) => safe)) assert.ok(rule.mendsSafely, 'fix-all does not know of its safe fixes');
  if (example.fixed === undefined && fixes.length === 0) return;
  const fix = fixes[0];
  assert.ok(first && fix, 'no fix');
  const text = applyFix(example.text, fix);
  if (example.fixed !== undefined) assert.equal(text, example.fixed);
  const after = findingsOf(check(text, settings), rule);
  const left = after.filter((finding) => sameMatter(finding, first));
  const were = found.filter((finding) => sameMatter(finding, first));
  assert.ok(left.length < were.length, `the fix does not end the finding:\n${text}`);
}

const findingsOf = (result: Check, rule: Rule): Finding[] =>
  [...result.findings, ...result.muted].filter((finding) => finding.rule === rule.id);

/** The same complaint, wherever it stands now. */
function sameMatter(a: Finding, b: Finding): boolean {
  return say('zh-CN', a.message) === say('zh-CN', b.message);
}

/** Every message is there in both languages and has all its words. */
function isSaid({ message, related }: Finding): void {
  for (const words of [message, ...(related ?? []).map((place) => place.message)])
    for (const locale of ['zh-CN', 'en'] as const) {
      const text = say(locale, words);
      assert.notEqual(text, words.key, `no message ${words.key} in ${locale}`);
      isWhole(text);
    }
}

function isWhole(text: string): void {
  assert.doesNotMatch(text, /\{[a-zA-Z]+\}|undefined|\[object/, `a word is missing: ${text}`);
}
