import assert from 'node:assert/strict';
import { proposeSection } from '../../../../server/src/rules/elements/section';
import { applyFix } from '../applyFix';
import { check } from '../environment';

const review =
  '《电子商务法》第二十七条第一款要求核验登记。本案中平台于1月5日只看了甲公司的许可证照片，没有核对有效期，平台未尽到审核义务。';
const rescue =
  '《消费者权益保护法》第十九条要求采取措施。2月1日平台收到三件投诉，3月1日才下架，损害预防不足；客服次日才回复求助，协助救助迟延。';
const damage =
  '依照《民法典》第一千一百七十九条，王女士的医疗费为18640元，误工费为3200元，均有票据，合计21840元。';
const defences = '《民法典》第一千一百七十三条规定可以减轻责任。王女士按说明书使用，没有过错，减责不成立。';

/** Headings before (with the element's section missing), the element, headings after. */
interface Case {
  readonly name: string;
  readonly memo: readonly string[];
  readonly element: string;
  readonly headings: readonly string[];
}

const cases: readonly Case[] = [
  {
    name: 'between the neighbours of the logical order, renumbered',
    memo: [
      '# 备忘录',
      '## 一、事实',
      '略有事实。',
      '## 二、分析',
      '### （一）资质审核',
      review,
      '### （二）损害',
      damage,
      '### （三）免责与减责',
      defences,
      '## 三、结论',
      '略。',
    ],
    element: 'causation',
    headings: [
      '# 备忘录',
      '## 一、事实',
      '## 二、分析',
      '### （一）资质审核',
      '### （二）损害',
      '### （三）因果关系',
      '### （四）免责与减责',
      '## 三、结论',
    ],
  },
  {
    name: 'before the first later element',
    memo: ['# 备忘录', '## 分析', '### 1. 损害', damage, '### 2. 免责与减责', defences],
    element: 'qualification',
    headings: ['# 备忘录', '## 分析', '### 1. 资质资格审核', '### 2. 损害', '### 3. 免责与减责'],
  },
  {
    name: 'decimal numbers, with those below them',
    memo: [
      '# 备忘录',
      '## 1 事实',
      '事实。',
      '## 2 分析',
      '### 2.1 资质审核',
      review,
      '### 2.2 免责与减责',
      defences,
      '#### 2.2.1 受害人过错',
      defences,
    ],
    element: 'causation',
    headings: [
      '# 备忘录',
      '## 1 事实',
      '## 2 分析',
      '### 2.1 资质审核',
      '### 2.2 因果关系',
      '### 2.3 免责与减责',
      '#### 2.3.1 受害人过错',
    ],
  },
  {
    name: 'parts, chapters on the top level',
    memo: [
      '# 备忘录',
      '## 第一部分 资质审核',
      review,
      '## 第二部分 免责与减责',
      defences,
      '## 第三部分 声明',
      '仅供内部使用。',
    ],
    element: 'causation',
    headings: [
      '# 备忘录',
      '## 第一部分 资质审核',
      '## 第二部分 因果关系',
      '## 第三部分 免责与减责',
      '## 第四部分 声明',
    ],
  },
  {
    name: 'no numbers',
    memo: ['# 备忘录', '## 资质审核', review, '## 免责与减责', defences],
    element: 'causation',
    headings: ['# 备忘录', '## 资质审核', '## 因果关系', '## 免责与减责'],
  },
  {
    name: 'numbering that begins again elsewhere is left alone',
    memo: [
      '# 备忘录',
      '## 分析',
      '### 1. 资质审核',
      review,
      '### 2. 免责与减责',
      defences,
      '## 建议',
      '### 1. 立即',
      '建议下架。',
    ],
    element: 'causation',
    headings: [
      '# 备忘录',
      '## 分析',
      '### 1. 资质审核',
      '### 2. 因果关系',
      '### 3. 免责与减责',
      '## 建议',
      '### 1. 立即',
    ],
  },
  {
    name: 'below an analysis that is one text',
    memo: [
      '# 备忘录',
      '## 一、事实',
      '事实。',
      '## 二、法律分析',
      review,
      rescue,
      defences,
      '## 三、结论',
      '略。',
    ],
    element: 'causation',
    headings: ['# 备忘录', '## 一、事实', '## 二、法律分析', '### 因果关系', '## 三、结论'],
  },
  {
    name: 'at the end of an empty analysis, numbered as elsewhere',
    memo: ['# 备忘录', '## 一、事实', '### （一）当事人', '某甲。', '## 二、法律分析', '## 三、声明', '略。'],
    element: 'causation',
    headings: [
      '# 备忘录',
      '## 一、事实',
      '### （一）当事人',
      '## 二、法律分析',
      '### （一）因果关系',
      '## 三、声明',
    ],
  },
  {
    name: 'before the closing sections where there is no analysis',
    memo: [
      '# 关于某事的备忘录',
      '## 一、背景',
      '某甲与某乙相识。',
      '## 二、附件',
      '照片。',
      '## 三、声明与保留',
      '略。',
    ],
    element: 'causation',
    headings: ['# 关于某事的备忘录', '## 一、背景', '## 二、因果关系', '## 三、附件', '## 四、声明与保留'],
  },
  {
    name: 'only a title',
    memo: ['# 备忘录', '某甲与某乙相识。'],
    element: 'causation',
    headings: ['# 备忘录', '## 因果关系'],
  },
  {
    name: 'no heading at all',
    memo: ['某甲与某乙相识。'],
    element: 'causation',
    headings: ['## 因果关系'],
  },
  {
    name: 'bold lines for headings',
    memo: ['# 备忘录', '**一、资质审核**', review, '**二、免责与减责**', defences],
    element: 'causation',
    headings: ['# 备忘录', '**一、资质审核**', '**二、因果关系**', '**三、免责与减责**'],
  },
  {
    name: 'sections on the first level',
    memo: ['# 一、资质审核', review, '# 二、免责与减责', defences],
    element: 'causation',
    headings: ['# 一、资质审核', '# 二、因果关系', '# 三、免责与减责'],
  },
  {
    name: 'English, letters',
    memo: [
      '# Memorandum',
      '## Analysis',
      '### A. Qualification review',
      'Article 27 of the E-Commerce Law requires verification. On 5 January the platform looked at a photograph of the licence only and failed to verify it.',
      '### B. Defences',
      'Article 1173 of the Civil Code allows a reduction. Ms Wang followed the label; contributory negligence is not made out, the defence fails.',
    ],
    element: 'causation',
    headings: [
      '# Memorandum',
      '## Analysis',
      '### A. Qualification review',
      '### B. Causation',
      '### C. Defences',
    ],
  },
  {
    name: 'Roman numbers',
    memo: ['# 备忘录', '## I. 资质审核', review, '## II. 免责与减责', defences, '## III. 结论', '略。'],
    element: 'causation',
    headings: ['# 备忘录', '## I. 资质审核', '## II. 因果关系', '## III. 免责与减责', '## IV. 结论'],
  },
  {
    name: 'recommendations behind the analysis',
    memo: [
      '# 备忘录',
      '## 一、法律分析',
      '### （一）资质审核',
      review,
      '### （二）责任形态',
      '略。',
      '## 二、风险',
      '略。',
      '## 三、声明与保留',
      '略。',
    ],
    element: 'recommendation',
    headings: [
      '# 备忘录',
      '## 一、法律分析',
      '### （一）资质审核',
      '### （二）责任形态',
      '## 二、风险',
      '## 三、结论与建议',
      '## 四、声明与保留',
    ],
  },
  {
    name: 'behind two sections on one element',
    memo: [
      '# 备忘录',
      '## 法律分析',
      '### （一）损害预防',
      rescue,
      '### （二）协助救助',
      rescue,
      '### （三）责任形态',
      '略。',
    ],
    element: 'exclusions',
    headings: [
      '# 备忘录',
      '## 法律分析',
      '### （一）损害预防',
      '### （二）协助救助',
      '### （三）免责、减责与排除',
      '### （四）责任形态',
    ],
  },
];

/** Memos with a heading that waits for its text. */
const waiting: readonly Case[] = [
  {
    name: 'below a heading that names the element over nothing',
    memo: ['# 备忘录', '## 一、资质审核', review, '## 二、因果关系', '## 三、免责与减责', defences],
    element: 'causation',
    headings: ['# 备忘录', '## 一、资质审核', '## 二、因果关系', '## 三、免责与减责'],
  },
  {
    name: 'below a heading that names the element over theory',
    memo: [
      '# 备忘录',
      '## 因果关系',
      '不作为的因果关系应当检验，若履行义务损害是否仍会发生。',
      '## 免责与减责',
      defences,
    ],
    element: 'causation',
    headings: ['# 备忘录', '## 因果关系', '## 免责与减责'],
  },
];

function inserted(text: string, element: string): string {
  const proposal = proposeSection(check(text).context, element);
  assert.ok(proposal);
  const { offset, text: section, edits } = proposal;
  return applyFix(text, {
    title: { key: 'test' },
    edits: [{ start: offset, end: offset, text: section }, ...edits],
    safe: false,
    snippet: true,
  });
}

const isHeading = (line: string) => /^(?:#{1,6} |\*\*[^*]{0,12}[一二三四五六七八九]、[^*]+\*\*$)/.test(line);

describe('section of a missing element', () => {
  for (const { name, memo, element, headings } of [...cases, ...waiting]) {
    it(name, () => {
      const text = inserted(`${memo.join('\n\n')}\n`, element);
      assert.deepEqual(text.split('\n').filter(isHeading), headings, text);
      assert.doesNotMatch(text, /\n{3,}|\$\{|\{bases\}|\{splits\}/);
      assert.match(text, /[^\n]\n$/);
    });
    it(`${name}, CRLF`, () => {
      const text = inserted(`${memo.join('\r\n\r\n')}\r\n`, element);
      assert.deepEqual(text.split('\r\n').filter(isHeading), headings, text);
      assert.doesNotMatch(text, /[^\r]\n/);
    });
  }

  it('goes before rules, footnotes and link definitions at the end', () => {
    const text = inserted(
      `# 备忘录\n\n## 资质审核\n\n${review}[^1]\n\n---\n\n[^1]: 附件一。\n    第二行。\n\n[a]: https://example.com\n`,
      'causation',
    );
    assert.ok(text.endsWith('\n\n---\n\n[^1]: 附件一。\n    第二行。\n\n[a]: https://example.com\n'), text);
    assert.ok(text.indexOf('## 因果关系') > text.indexOf(review));
  });

  it('is written in the memo’s numerals', () => {
    const chinese = inserted(`# 备忘录\n\n## 资质审核\n\n${review}\n`, 'causation');
    assert.match(chinese, /《民法典》第一千一百六十五条/);
    const digits = inserted(
      `# 备忘录\n\n## 资质审核\n\n${review.replace('第二十七条第一款', '第27条第1款')}\n`,
      'causation',
    );
    assert.match(digits, /《民法典》第1165条/);
    const disputed = inserted('# 备忘录\n\n依照《电子商务法》第38条，平台应当承担责任。\n', 'liability-form');
    assert.match(disputed, /类推《民法典》第1198条第2款/);
    assert.doesNotMatch(disputed, /第[一二三四五六七八九十百千]+[条款]/);
  });

  it('cites the law of the law date', () => {
    const old = inserted('---\nlaw-date: 2020-05-01\n---\n\n# 备忘录\n\n某甲网购。\n', 'exclusions');
    assert.doesNotMatch(old, /《民法典》/);
    assert.match(old, /《侵权责任法》/);
    const now = inserted('---\nlaw-date: 2026-05-01\n---\n\n# 备忘录\n\n某甲网购。\n', 'exclusions');
    assert.match(now, /《民法典》/);
    assert.doesNotMatch(now, /《侵权责任法》/);
  });

  it('puts both sides of a dispute', () => {
    const text = inserted('# 备忘录\n\n某甲网购。\n', 'liability-form');
    assert.match(text, /相应的责任[\s\S]*观点一：[\s\S]*观点二：[\s\S]*本备忘录采【待补充】/);
  });

  it('is nothing for an element that does not exist', () => {
    assert.equal(proposeSection(check('# 备忘录\n').context, 'nonsense'), undefined);
  });

  it('numbers its placeholders from 1 without gap', () => {
    for (const { id } of check('# 备忘录\n').framework.elements) {
      const { text } = proposeSection(check('# 备忘录\n').context, id)!;
      const numbers = [...text.matchAll(/\$\{(\d+)[:|]/g)].map((m) => Number(m[1]));
      assert.deepEqual(
        numbers,
        numbers.map((_, i) => i + 1),
        id,
      );
    }
  });
});
