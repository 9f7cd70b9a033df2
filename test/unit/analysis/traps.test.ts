import assert from 'node:assert/strict';
import { analyze, findingOf } from './analysis';

/** A memo on a case, into which a passage is put: what is judged is the passage. */
const memo = (passage: string) => `# 关于“邻里租”平台取暖器起火案的备忘录

2026 年 3 月 2 日，客户邓某在“邻里租”平台向个人出租者租用取暖器，次日凌晨起火，邓某手臂烧伤，医疗费 4.2 万元。平台为电子商务平台经营者，邓某依《电子商务法》第三十八条第二款起诉。

${passage}
`;

const english = (passage: string) => `# Memo on the heater fire

On 2 March 2026 Mr Deng rented a heater through the platform HomeLoop; it caught fire and he was burnt (hospital RMB 42,000). He sues under Article 38(2) of the E-Commerce Law.

${passage}
`;

/** [what it shows, element, passage, allowed statuses]: each trap with its counterpart. */
const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  // Words in another sense.
  ['资格考试 is no review', 'qualification', '邓某正在准备法律职业资格考试，起火后缺考。', ['missing']],
  [
    'a licence not looked at is',
    'qualification',
    '## 资质审核\n\n出租者须有消防合格证，平台从未核验，上传的是一张风景照。平台未尽审核义务，有过失。',
    ['addressed'],
  ],
  ['前因后果 is no causation', 'causation', '事情的前因后果，客户在电话里说得很清楚。', ['missing']],
  [
    '导致 and 造成 in a narrative are nothing',
    'causation',
    '起火造成邓某手臂烧伤，导致他误工两个月。',
    ['missing'],
  ],
  [
    'a negative finding is a conclusion',
    'causation',
    '## 因果关系\n\n消防认定起火点在邓某自己的插线板，取暖器本身完好；即便平台核验了出租者身份，火灾仍会发生。平台的行为与损害之间不存在因果关系。',
    ['addressed'],
  ],
  ['预防再漏 is no prevention', 'prevention', '上次报表漏了两户，预防再漏，请财务复核公式。', ['missing']],
  [
    '免责声明 of the memo itself',
    'exclusions',
    '## 免责声明\n\n本备忘录仅供内部参考，不构成法律意见。',
    ['missing'],
  ],
  [
    'a disclaimer of the platform',
    'exclusions',
    '## 抗辩\n\n用户协议第 8 条“使用风险自负”的免责条款，依《民法典》第五百零六条对人身损害无效。邓某自行加装了延长线，有过错，可依第一千一百七十三条减轻平台一成责任。',
    ['addressed'],
  ],
  // Places that do not count.
  ['a comment', 'causation', '<!-- 因果关系：若平台核验，火灾不会发生，因果关系成立 -->', ['missing']],
  ['a code block', 'causation', '```\n因果关系成立：若平台核验，火灾就不会发生\n```', ['missing']],
  ['struck-out text', 'exclusions', '~~拟主张不可抗力，邓某亦有过错，应减轻责任。~~', ['missing']],
  [
    'a heading over another matter',
    'causation',
    '## 因果关系\n\n客户的表姐在我所工作过，所以找到我们；周五签的委托合同，费用按标准收取，冲突检索已经完成，档案号 2026-118。',
    ['missing'],
  ],
  ['an empty heading', 'causation', '## 因果关系\n\n## 结论\n\n平台应当赔偿。', ['mentioned']],
  [
    'a heading with a promise',
    'causation',
    '## 因果关系\n\n待补充。\n\n## 结论\n\n平台应当赔偿。',
    ['mentioned'],
  ],
  [
    'a bare quotation',
    'exclusions',
    '## 法条\n\n> 被侵权人对同一损害的发生或者扩大有过错的，可以减轻侵权人的责任。',
    ['mentioned'],
  ],
  [
    'the other side’s letter',
    'exclusions',
    '## 附：对方来函\n\n> 邓某自行加装延长线，属重大过失，应当减轻我司责任；依用户协议第 8 条，我司不承担责任。',
    ['mentioned'],
  ],
  [
    'a checklist',
    'causation',
    '## 待办\n\n1. 资质审核：调档案\n2. 因果关系：找专家\n3. 免责事由：查先例',
    ['mentioned'],
  ],
  ['something put off', 'causation', '因果关系待鉴定意见出来后另函说明。', ['mentioned']],
  // Waivers.
  ['本备忘录不讨论', 'causation', '本备忘录不讨论因果关系。', ['waived']],
  [
    'no opinion',
    'qualification',
    '我们未受托审阅入驻档案，对平台是否尽到资质审核义务不发表意见。',
    ['waived'],
  ],
  // Degrees.
  [
    'a rule alone',
    'qualification',
    '## 资质审核\n\n《电子商务法》第二十七条第一款要求平台核验、登记平台内经营者的身份和行政许可信息，并定期核验更新。',
    ['partial'],
  ],
  [
    'facts alone',
    'qualification',
    '## 出租者的情况\n\n出租者上传的营业执照 2024 年 5 月已注销，后台审核记录为空。',
    ['partial'],
  ],
  [
    'facts and conclusion',
    'prevention',
    '## 危险防范\n\n起火前三周有两名租客投诉取暖器冒烟，平台没有下架，也没有提醒后来的租客。平台未采取必要措施，预防不足。',
    ['addressed'],
  ],
  // Structure.
  [
    'in a footnote',
    'causation',
    '损失见上[^1]。\n\n[^1]: 消防认定起火原因是取暖器内部短路；若平台拦下这批未经认证的产品，邓某就租不到它，火灾不会发生，因果关系可以认定。',
    ['addressed'],
  ],
  [
    'in a table',
    'qualification',
    '| 问题 | 事实 | 判断 |\n|---|---|---|\n| 资质审核 | 出租者的营业执照已过期两年，平台没有核验 | 未尽审核义务 |',
    ['addressed'],
  ],
  [
    'in an empty table row',
    'causation',
    '| 问题 | 事实 | 判断 |\n|---|---|---|\n| 因果关系 | （空） | （空） |',
    ['mentioned'],
  ],
  [
    'under no heading',
    'causation',
    '说到底，平台六月就该把这批货撤下来。撤了，邓某七月就租不到，这场火也就没有了；链条是接得上的。',
    ['addressed', 'partial'],
  ],
];

/** A sentence that only lists provisions treats no element, whatever stands in those provisions. */
const listed: readonly (readonly [string, string])[] = [
  ['《产品质量法》第四十一条、《侵权责任法》第36条、《网络安全法》第二十一条亦有规定。', 'exclusions'],
  ['《产品质量法》第四十一条、《侵权责任法》第36条、《网络安全法》第二十一条亦有规定。', 'network-security'],
  ['另见《民法典》第一百八十条、第一千一百七十三条。', 'exclusions'],
  ['相关规定包括《电子商务法》第二十七条、第二十八条，《网络交易监督管理办法》第二十四条。', 'qualification'],
  ['See also Articles 180 and 1173 of the Civil Code.', 'exclusions'],
];

const englishCases: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'causation applied',
    'causation',
    '**Causation.** The fire brigade traced the fire to the heater. Had the platform delisted the batch in February, Mr Deng could not have rented it and the fire would not have happened. Causation is established.',
    ['addressed'],
  ],
  ['a cause of action is none', 'causation', 'The cause of action is tort.', ['missing']],
  ['out of scope', 'exclusions', 'Defences are outside the scope of this memo.', ['waived', 'mentioned']],
  [
    'vetting applied',
    'qualification',
    '**Vetting.** Article 27 requires verification of licences. The lessor uploaded an expired certificate and nobody checked it. The platform failed to verify and is negligent.',
    ['addressed'],
  ],
];

describe('the judgement of elements', () => {
  for (const [name, element, passage, allowed] of cases)
    it(`${element}: ${name}`, () => {
      const finding = findingOf(analyze(memo(passage)), element);
      assert.ok(allowed.includes(finding.status), `${finding.status}, not ${allowed.join(' or ')}`);
    });
  for (const [name, element, passage, allowed] of englishCases)
    it(`${element} in English: ${name}`, () => {
      const finding = findingOf(analyze(english(passage)), element);
      assert.ok(allowed.includes(finding.status), `${finding.status}, not ${allowed.join(' or ')}`);
    });

  for (const [passage, element] of listed)
    it(`${element}: a bare list of provisions is at most a mention: ${passage.slice(0, 20)}`, () => {
      const { status } = findingOf(analyze(memo(passage)), element);
      assert.ok(status === 'missing' || status === 'mentioned', status);
    });

  it('reports the halves of prevention apart', () => {
    const analysis = analyze(
      memo(
        '## 安全保障\n\n起火前三周有两名租客投诉取暖器冒烟，平台没有下架，也没有提醒后来的租客。平台未采取必要措施，预防不足。',
      ),
    );
    assert.equal(findingOf(analysis, 'prevention.damage-prevention').status, 'addressed');
    assert.equal(findingOf(analysis, 'prevention.rescue').status, 'missing');
  });

  it('gives nothing for nothing', () => {
    for (const text of ['', '\n', '# 标题\n', '---\ntitle: 题\n---\n'])
      for (const { status, evidence } of analyze(text).elements) {
        assert.equal(status, 'missing');
        assert.deepEqual(evidence, []);
      }
  });

  it('looks at another framework with the same eyes', () => {
    const analysis = analyze(
      '# 备忘\n\n客户在酒店泳池畔滑倒骨折。池畔防滑砖摩擦系数不足，警示牌当天被收走，巡查记录空白，酒店预防不足；救生员一分钟内到场并呼叫救护车，救助到位。',
    );
    assert.equal(analysis.framework, 'security-guarantee');
  });
});
