import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { analysisOf, framework } from '../../unit/analysis/analysis';
import { root } from '../../unit/citations/builtIn';

const runs = Number(process.env.MEMO_FUZZ_RUNS ?? 25);
const folder = join(root, 'test/fixtures/elements');
const memos = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** The memo as from scratch: new objects, so that nothing is remembered. */
const fresh = (memo: Memo) => createMemo(memo.uri, memo.version, memo.text);

const pieces = [
  '因果关系成立。',
  '\n\n## 资质审核\n\n',
  '平台应当核验许可证。',
  '《电子商务法》第三十八条第二款',
  '\n\n> 引文\n\n',
  '\n\n',
  '本文不讨论免责。',
  '| a | b |\n|---|---|\n| 因果关系 | （空） |\n',
  '',
  '某',
  '第十条 ',
];

describe('editing a memo under analysis', () => {
  it('gives what the new text gives', function () {
    this.timeout(60_000);
    const edits = fc.array(
      fc.record({ at: fc.nat(100_000), cut: fc.nat(40), text: fc.constantFrom(...pieces) }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...memos), edits, (text, changes) => {
        let memo = createMemo('m', 1, text);
        analysisOf(memo);
        for (const { at, cut, text: added } of changes) {
          const start = at % (memo.text.length + 1);
          memo = editMemo(memo, memo.version + 1, [{ start, end: start + cut, text: added }]);
          assert.deepEqual(analysisOf(memo), analysisOf(fresh(memo)));
        }
      }),
      { numRuns: runs },
    );
  });

  it('gives it in a long text without headings too', function () {
    this.timeout(60_000);
    const long = memos
      .map((text) => text.replace(/^#.*$/gm, '').replace(/^---[\s\S]*?---\n/, ''))
      .join('\n\n');
    let memo = createMemo('m', 1, long);
    analysisOf(memo);
    for (let step = 0; step < 12; step++) {
      const start = (step * 7919) % memo.text.length;
      memo = editMemo(memo, memo.version + 1, [
        { start, end: start + (step % 3) * 9, text: pieces[step % pieces.length]! },
      ]);
      assert.deepEqual(analysisOf(memo), analysisOf(fresh(memo)));
    }
  });

  it('places evidence in the text', () => {
    for (const text of memos) {
      const memo = createMemo('m', 1, text);
      for (const { evidence } of analysisOf(memo, framework()).elements)
        for (const { start, end } of evidence) {
          assert.ok(start >= 0 && start < end && end <= memo.text.length);
          assert.ok(memo.text.slice(start, end).trim().length > 0);
        }
    }
  });
});
