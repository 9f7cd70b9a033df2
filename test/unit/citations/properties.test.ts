import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexCitations } from '../../../server/src/citations/indexCitations';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import { builtIn } from './builtIn';
import { today } from './fixture';

const options = { asOf: today, today };

/** Pieces of which memos are made, so that random texts hit what the scanner looks for. */
const pieces = [
  '《电子商务法》第三十八条第二款',
  '民法典第1198条',
  '第29条',
  '该法第83条',
  '同条第1款',
  '前款',
  '第二款',
  '（以下简称“电商法”）',
  '电商法38条',
  '《服务协议》第12条',
  '合同第3条',
  'Article 38(2) of the E-Commerce Law',
  'ECL Art. 27',
  'paragraph 2',
  'Article 1172',
  '\n\n',
  '\n',
  '# 民法典\n\n',
  '## 一、概述\n\n',
  '- ',
  '  - ',
  '> ',
  '| 法律 | 条款 |\n|---|---|\n| 《民法典》 | 第1198条 |\n',
  '**',
  '[',
  '](https://example.org)',
  '“',
  '”',
  '。',
  '，',
  '、',
  '规定：',
  '平台应当承担相应的责任',
  '第',
  '条',
  '款',
  '《',
  '》',
  '（',
  '）',
  '一',
  '1',
  '至',
  '-',
  ' ',
  '甲',
  '\u{20000}',
  '😀',
  '\r\n',
  '`code`',
  '<!-- x -->',
  '[^1]',
  '[^1]: 《民法典》第1165条\n',
  '第一条　总则',
  '---\ndate: 2025-01-14\n---\n',
  '本法',
  'GDPR 第 28 条',
  '德国',
  '21号令',
];
const text = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(''));

describe('citations of any text', () => {
  it('cover what they say they cover, in order, within the text', () => {
    fc.assert(
      fc.property(text, (source) => {
        const memo = createMemo('file:///m.md', 1, source);
        const index = indexCitations(memo, builtIn(), options);
        for (const citation of index.citations) {
          assert.equal(citation.raw, memo.text.slice(citation.start, citation.end));
          assert.ok(citation.targets.length > 0);
          for (const target of citation.targets) {
            assert.ok(
              target.start >= citation.start && target.end <= citation.end && target.start < target.end,
            );
            assert.ok(Number.isInteger(target.place.article));
          }
          if (citation.title) assert.ok(citation.title.range.end <= memo.text.length);
        }
        for (const q of index.quotations) {
          assert.ok(index.citations.includes(q.citation));
          assert.ok(q.citation.targets.includes(q.target));
          for (const d of q.differences) assert.ok(d.start >= q.start && d.end <= q.end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are the same after edits as from scratch', () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(12),
      text: fc.constantFrom('', ...pieces),
    });
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), (source, edits) => {
        let memo = createMemo('file:///m.md', 1, source);
        indexCitations(memo, builtIn(), options);
        edits.forEach((e, i) => {
          const start = Math.floor(e.at * memo.text.length);
          const end = Math.min(memo.text.length, start + e.length);
          memo = editMemo(memo, i + 2, [{ start, end, text: e.text }]);
          const edited = indexCitations(memo, builtIn(), options);
          const fresh = indexCitations(createMemo('file:///m.md', 1, memo.text), builtIn(), options);
          assert.deepEqual(edited, fresh);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('takes random characters without harm', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (source) => {
        indexCitations(createMemo('file:///m.md', 1, source), builtIn(), options);
      }),
      { numRuns: 300 },
    );
  });
});
