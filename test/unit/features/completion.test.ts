import assert from 'node:assert/strict';
import { asksForArticle } from '../../../server/src/features/completion';

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
