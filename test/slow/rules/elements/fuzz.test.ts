import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fixesOf } from '../../../../server/src/features/codeActions';
import { contentEnd } from '../../../../server/src/rules/elements/contentEnd';
import { readLabel } from '../../../../server/src/rules/elements/numbering';
import { proposeSection, sectionAt } from '../../../../server/src/rules/elements/section';
import { assertGrowth } from '../../../growth';
import { applyFix } from '../../../unit/rules/applyFix';
import { check } from '../../../unit/rules/environment';

const line = fc.oneof(
  fc.constantFrom(
    '# 备忘录',
    '## 一、法律分析',
    '### （一）资质审核',
    '### （二）因果关系',
    '## 二、免责',
    '#### 1.1.1 损害',
    '**三、责任形态**',
    'II. 因果关系',
    '标题\n===',
    '免责\n---',
    '---',
    '> 引文',
    '- 因果关系：无。',
    '1. 平台未尽到审核义务。',
    '| 因果 | 有 |\n|---|---|\n| 审核 | 未尽 |',
    '[^1]: 因果关系不成立。',
    '    第二行',
    '<!-- legal-memo: waive causation -->',
    '<!-- legal-memo: disable E01 理由 -->',
    '```\n# 代码\n```',
    '【待补充：因果关系】',
    '依照《电子商务法》第三十八条第二款，平台承担连带责任。',
    '',
  ),
  fc.string({
    unit: fc.constantFrom('#', '*', '一', '、', '（', '）', '1', '.', ' ', '\n', '因果', '$', '}', '😀'),
  }),
);
const memo = fc
  .tuple(
    fc.array(line, { maxLength: 14 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '---\nwaive:\n---\n', '---\ntitle: [\n---\n'),
  )
  .map(([lines, eol, front]) => (front + lines.join('\n\n')).replaceAll('\n', eol));

describe('fixes of elements, whatever the memo', () => {
  it('are edits of the memo that can be applied, one after another', function () {
    this.timeout(30000);
    fc.assert(
      fc.property(memo, fc.nat(), (text, which) => {
        const before = check(text);
        for (const finding of before.findings.filter(({ rule }) => /^[EM]/.test(rule)))
          for (const fix of fixesOf(finding, before)) check(applyFix(text, fix));
        const { elements } = before.framework;
        const { id } = elements[which % elements.length]!;
        const proposal = proposeSection(before.context, id)!;
        assert.ok(proposal.offset >= (before.memo.frontMatter.range?.end ?? 0));
        const at = which % (text.length + 1);
        assert.match(sectionAt(before.context, id, at, which % 7), /^#|^\*|\S/);
      }),
      { numRuns: 60 },
    );
  });

  it('end of content lies within the stretch, behind no text', () => {
    fc.assert(
      fc.property(memo, fc.nat(), fc.nat(), (text, a, b) => {
        const from = Math.min(a % (text.length + 1), b % (text.length + 1));
        const to = Math.max(a % (text.length + 1), b % (text.length + 1));
        const end = contentEnd(text, from, to);
        assert.ok(end >= from && end <= to);
      }),
    );
  });

  it('numbers of headings are read in linear time', () => {
    for (const unit of ['1.', '一', '（', 'I', '第 ', ' ', '1', 'x']) {
      const [short, long] = [unit.repeat(25_000), unit.repeat(200_000)];
      assertGrowth({ small: () => readLabel(short), large: () => readLabel(long), ratio: 20, floor: 5 });
    }
  });
});
