import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../server/src/config';
import { elementSection, listElements } from '../../../server/src/features/commands/elements';
import { completions } from '../../../server/src/features/completion';
import type { FeatureContext } from '../../../server/src/features/context';
import { createLineIndex } from '../../../server/src/text/lines';
import { check } from '../rules/environment';

const memo =
  '# 备忘录\n\n## 二、法律分析\n\n### （一）资质审核\n\n《电子商务法》第二十七条第一款要求平台核验登记。本案中平台于2026年1月5日只看了商家甲公司上传的许可证照片，没有核对有效期，而许可证当时已经过期。因此，平台未尽到审核义务。\n\n';

/** `|` is where the caret stands. */
function at(text: string, snippets = true): { context: FeatureContext; offset: number } {
  const offset = text.indexOf('|');
  const result = check(text.replace('|', ''));
  return {
    offset,
    context: {
      check: result,
      lines: createLineIndex(result.memo),
      library: result.context.library,
      configuration: defaultConfiguration,
      locale: 'zh-CN',
      snippets,
    },
  };
}

function complete(text: string, snippets = true) {
  const { context, offset } = at(text, snippets);
  return (
    completions(context, offset)?.items.map(({ label, textEdit, sortText }) => ({
      label,
      sortText,
      text: (textEdit as { newText: string }).newText,
    })) ?? []
  );
}

describe('completion of element sections', () => {
  it('offers all behind #, those missing first, with the number that follows', () => {
    const items = complete(`${memo}### |\n`);
    assert.ok(items.length > 15);
    const causation = items.find(({ label }) => label === '因果关系')!;
    assert.match(causation.text, /^### （二）因果关系\n\n\*\*规则。\*\* 《民法典》/);
    assert.match(causation.text, /\$\{1:/);
    assert.ok(causation.sortText! < items.find(({ label }) => label === '资质资格审核')!.sortText!);
  });

  it('keeps to the level of the sections around where none is typed', () => {
    const [item] = complete(`${memo}因果|\n`);
    assert.match(item!.text, /^### （二）因果关系\n/);
  });

  it('offers what is typed only', () => {
    assert.deepEqual(
      complete(`${memo}因果|\n`).map(({ label }) => label),
      ['因果关系'],
    );
    assert.deepEqual(complete(`${memo}本案|\n`), []);
    assert.deepEqual(complete(`${memo}平台在收到投诉之后因果|\n`), []);
    assert.deepEqual(complete('---\ntitle|\n---\n\n# 备忘录\n'), []);
  });

  it('knows the English names too', () => {
    assert.deepEqual(
      complete(`${memo}causa|\n`).map(({ label }) => label),
      ['因果关系'],
    );
  });

  it('leaves blanks and no placeholders for clients without snippets', () => {
    const [item] = complete(`${memo}因果|\n`, false);
    assert.doesNotMatch(item!.text, /\$/);
    assert.match(item!.text, /【待补充：/);
  });
});

describe('commands of elements', () => {
  it('list the elements with their status', () => {
    const list = listElements(at(`${memo}|`).context);
    const missing = list.find(({ id }) => id === 'causation');
    assert.deepEqual(missing, {
      id: 'causation',
      name: '因果关系',
      status: 'missing',
      state: '缺失',
      required: true,
    });
  });

  it('propose a section with the edits that go with it', () => {
    const { context } = at(
      `${memo}### （二）免责与减责\n\n第一千一百七十三条：受害人没有过错，减责不成立。\n|`,
    );
    const section = elementSection(context, 'causation')!;
    assert.match(section.snippet, /^\n\n### （二）因果关系\n/);
    assert.equal(context.check.memo.text.slice(0, section.offset), memo.trimEnd());
    assert.deepEqual(
      section.edits.map(({ newText }) => newText),
      ['（三）'],
    );
    assert.equal(elementSection(context, 'nonsense'), null);
  });
});
