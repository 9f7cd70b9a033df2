import assert from 'node:assert/strict';
import { say } from '../../../../server/src/messages';
import { check } from '../environment';

const conclusionOnly = '平台未核对发证机关的登记，与本案损害之间存在因果关系。';

const incomplete = (text: string, element: string) => {
  const found = check(text).findings.find(
    ({ rule, data }) => rule === 'E02' && (data as { id: string }).id === element,
  );
  assert.ok(found, text);
  return { ...found, covered: text.slice(found.start, found.end) };
};

describe('E02 incomplete element', () => {
  it('stands in the section that bears the element’s name', () => {
    const text = `# 备忘录\n\n## 一、摘要\n\n平台的审核疏失与损害之间有因果关系，应当承担责任。\n\n## 二、分析\n\n### （一）因果关系\n\n${conclusionOnly}\n`;
    assert.ok(incomplete(text, 'causation').start > text.indexOf('### （一）因果关系'));
  });

  it('stands at the heading of that section where nothing in it is a treatment', () => {
    const text =
      '# 备忘录\n\n## 一、事实\n\n王女士饮用后住院，鉴定意见认为饮用与肝损伤之间存在因果关系。\n\n## 二、因果关系\n\n';
    assert.equal(incomplete(text, 'causation').covered, '## 二、因果关系');
  });

  it('names what lacks, and the other places', () => {
    const text = `# 备忘录\n\n## 分析\n\n### 因果关系\n\n${conclusionOnly}\n`;
    const { message } = incomplete(text, 'causation');
    assert.match(say('zh-CN', message), /^“因果关系”的论述不完整，缺少法律依据/);
    assert.match(say('en', message), /^“Causation” is incomplete; missing: the legal basis/);
  });

  it('tells the other places apart by their words', () => {
    const text = `# 备忘录\n\n## 分析\n\n因果关系很重要。\n\n### 因果关系\n\n${conclusionOnly}\n\n## 结论\n\n综上，平台未核验许可与本案损害之间存在因果关系。\n`;
    const related = incomplete(text, 'causation').related ?? [];
    assert.ok(related.length > 0);
    for (const { message, start } of related) {
      assert.match(say('zh-CN', message), /：\S/);
      assert.ok(say('zh-CN', message).includes(text.slice(start, start + 10)));
    }
  });

  it('names the half that is missing', () => {
    const text =
      '# 备忘录\n\n## 分析\n\n### 损害预防\n\n《电子商务法》第二十九条要求采取必要的处置措施。2月1日起平台收到三件投诉，直至3月1日才下架，因此损害预防不足。\n';
    const { message } = incomplete(text, 'prevention.rescue');
    assert.match(say('zh-CN', message), /“协助救助”：“损害预防与协助救助”的这一半/);
  });

  const halves = (first: string) =>
    check(
      `---\nlaw-date: 2026-05-20\n---\n\n# 备忘录\n\n## 事实\n\n2026年3月3日18:40，骑手陈某撞倒刘某；平台2025年11月曾因同一路口事故被交警部门约谈。\n\n## 分析\n\n### 预防与救助\n\n${first}\n\n（2）救助。骑手18:41通过一键报案上报，客服18:43呼叫120，18:55救护车到达。救助及时，该半项不构成违反。\n`,
    ).findings.filter(
      (f) => f.rule === 'E02' && (f.data as { id: string }).id === 'prevention.damage-prevention',
    );

  it('is silent on a half whose paragraph holds facts and a conclusion', () => {
    assert.deepEqual(
      halves(
        '（1）预防。平台2025年11月被约谈后没有调整该路口的时限，也没有发布警示。平台未采取可行的风险控制措施。',
      ),
      [],
    );
  });

  it('says of a half that is only mentioned that it is', () => {
    const [finding] = halves('（1）预防很重要。');
    assert.ok(finding);
    assert.match(say('zh-CN', finding.message), /^展开“损害预防”：“损害预防与协助救助”的这一半只是提及/);
  });
});
