import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../server/src/config';
import { asksForArticle, completions } from '../../../server/src/features/completion';
import { createLineIndex } from '../../../server/src/text/lines';
import { check } from '../rules/environment';

const asks = (text: string) => asksForArticle(text, text.length);

describe('completion behind a space', () => {
  it('is for articles only', () => {
    assert.ok(asks('Under the E-Commerce Law, Article '));
    assert.ok(asks('Civil Code Art. '));
    assert.ok(!asks('Under the E-Commerce Law '));
    assert.ok(!asks('This article '));
    assert.ok(!asks('E-Commerce Law, Article 3\n '));
  });
});

describe('completion of articles', () => {
  const first = (text: string) => {
    const result = check(text);
    const list = completions(
      {
        check: result,
        lines: createLineIndex(result.memo),
        library: result.context.library,
        configuration: defaultConfiguration,
        locale: 'zh-CN',
        snippets: true,
      },
      text.length,
    );
    return list?.items[0]?.detail?.slice(0, 12);
  };

  it('knows the law by its name, with and without marks and words before it', () => {
    for (const text of [
      '《民法典》第',
      '民法典第',
      '依据民法典第',
      '《电子商务法》第三条。应当依据民法典第',
      'Under the Civil Code, Article ',
    ])
      assert.equal(first(text), '为了保护民事主体的合法权', text);
    assert.equal(first('《电子商务法》很重要。第'), '为了保障电子商务各方主体');
  });
});
