import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../../server/src/config';
import type { FeatureContext } from '../../../server/src/features/context';
import { hover } from '../../../server/src/features/hover';
import { createLineIndex } from '../../../server/src/text/lines';
import { check } from '../rules/environment';

/** The hover at `|`. */
function over(text: string, locale: FeatureContext['locale'] = 'zh-CN'): string {
  const result = check(text.replace('|', ''));
  const context: FeatureContext = {
    check: result,
    lines: createLineIndex(result.memo),
    library: result.context.library,
    configuration: defaultConfiguration,
    locale,
    snippets: true,
  };
  const found = hover(context, text.indexOf('|'));
  return found ? (found.contents as { value: string }).value : '';
}

const asOf = (date: string, text: string) => `---\nlaw-date: ${date}\n---\n\n${text}\n`;

describe('hover', () => {
  it('names the 款, so that the cited one is seen', () => {
    const text = over('《电子商务法》第三十八|条第二款。');
    assert.match(text, /^> \*第一款\*　电子商务平台经营者知道/m);
    assert.match(text, /^\*\*第二款\*\*　对关系消费者生命健康/m);
    assert.doesNotMatch(over('《电子商务法》第三十八|条。'), /第一款/);
    assert.doesNotMatch(over('《民法典》第一千一百七十|三条第一款。'), /\*第一款\*/);
  });

  it('labels the ends of a range, in translation too', () => {
    const text = over('---\nlanguage: en\n---\n\nArticles 27| to 29 of the E-Commerce Law apply.\n', 'en');
    assert.equal(text.match(/\*\*Article 27\*\*/g)?.length, 2);
    assert.equal(text.match(/\*\*Article 29\*\*/g)?.length, 2);
    assert.match(text, /1 article/);
  });

  it('says where an article of a repealed law stands now, and once that it is repealed', () => {
    const text = over(asOf('2026-01-01', '《侵权责任法》第三十七|条第二款。'));
    assert.match(text, /对应《民法典》\[第一千一百九十八条\]\(statute:/);
    assert.equal(text.match(/废止|失效/g)?.length, 1);
    assert.doesNotMatch(over(asOf('2018-01-01', '《侵权责任法》第三十七|条第二款。')), /对应/);
  });

  it('says that articles are left out between those in the library', () => {
    assert.match(over('《民法典》第一百八十|八条。'), /其间 \d+ 条未收录）：第/);
    assert.doesNotMatch(over('《电子商务法》第三十八|条。'), /未收录/);
  });

  it('says one thing once', () => {
    assert.match(over('《电子商务法》第三十八条第二款第一|项。'), /该款没有分项/);
    const text = over('《民法典》第五十|条。');
    assert.equal(text.match(/未收录/g)?.length, 1, text);
  });
});
