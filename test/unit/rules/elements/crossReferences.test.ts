import assert from 'node:assert/strict';
import { elementDefinition } from '../../../../server/src/analysis/definition';
import { proposeSection } from '../../../../server/src/rules/elements/section';
import { applyEdits } from '../../../../server/src/text/edits';
import { check } from '../environment';

/** The memo after the section of an element is put in, with its new heading as `+ …`. */
function withSection(text: string, element: string): string {
  const { context } = check(text);
  assert.ok(elementDefinition(context.framework, element));
  const proposal = proposeSection(context, element)!;
  const heading = /^#+ .*$/m.exec(proposal.text)![0];
  return applyEdits(text, [
    { start: proposal.offset, end: proposal.offset, text: `\n\n+ ${heading}` },
    ...proposal.edits,
  ]);
}

const sections = (more: string) =>
  `# 备忘录\n\n## 一、资质审核\n\n《电子商务法》第二十七条第一款要求平台核验登记。本案中平台于2026年1月5日只看了商家甲公司上传的许可证照片，没有核对有效期。因此，平台未尽到审核义务，详见第三部分。\n\n## 二、免责与减责\n\n第一千一百七十三条：减责不成立。${more}\n\n## 三、建议\n\n起诉。\n`;

describe('references to sections that get another number', () => {
  it('follow', () => {
    const text = withSection(sections('建议见下文第三部分，上文第一部分已述，参见第2部分。'), 'causation');
    assert.match(text, /\+ ## 二、因果关系/);
    assert.match(text, /详见第四部分/);
    assert.match(text, /见下文第四部分，上文第一部分已述，参见第3部分/);
  });

  it('of other documents do not', () => {
    const more =
      '判决书第三部分认为……；合同第三章约定；《电子商务法》第三章；见第三章；第三部分值得注意；见第三人。';
    assert.ok(withSection(sections(more), 'causation').includes(more));
  });

  it('follow in English, Roman or Arabic', () => {
    const text =
      '# Memo\n\n## I. Qualification review\n\nThe platform never verified the licence, see Part III. Part II of the Civil Code is another matter.\n\n## II. Exclusions\n\nArticle 1173 of the Civil Code does not apply, as stated in Part I above.\n\n## III. Recommendations\n\nSue.\n';
    const result = withSection(text, 'causation');
    assert.match(result, /\+ ## II\. Causation/);
    assert.match(result, /see Part IV\. Part II of the Civil Code is another matter/);
    assert.match(result, /Part I above/);
  });

  it('follow decimal numbers', () => {
    const text =
      '# 备忘录\n\n## 4 分析\n\n### 4.1 资质审核\n\n《电子商务法》第二十七条第一款要求平台核验登记。本案中平台于2026年1月5日只看了商家甲公司上传的许可证照片，没有核对有效期。因此，平台未尽到审核义务，参见4.2；见第4.2节。\n\n### 4.2 免责与减责\n\n第一千一百七十三条：减责不成立。GB 7718 第4.2条。\n\n## 5 建议\n\n见4.1。\n';
    const result = withSection(text, 'causation');
    assert.match(result, /参见4\.3；见第4\.3节/);
    assert.match(result, /GB 7718 第4\.2条/);
    assert.match(result, /见4\.1。/);
  });
});
