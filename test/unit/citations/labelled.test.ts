import assert from 'node:assert/strict';
import { figuresOf, labelledTexts, scoreOf, total } from './labelled';

describe('labelled texts of our own', () => {
  it('are read as labelled, but for few places', () => {
    const figures = figuresOf(total(labelledTexts().map((text) => scoreOf(text))));
    const floors = { spans: 0.93, exact: 0.85, article: 0.85, full: 0.85, leftAlone: 0.94 };
    for (const [name, floor] of Object.entries(floors)) {
      const reached = figures[name as keyof typeof floors];
      assert.ok(reached >= floor, `${name} ${reached.toFixed(3)}, floor ${floor}`);
    }
  });
});
