import assert from 'node:assert/strict';
import { readShownPlace } from '../../../server/src/cli/shownPlace';

describe('place of a law on the command line', () => {
  const cases: [string, ReturnType<typeof readShownPlace>][] = [
    ['38', { article: 38 }],
    ['第三十八条', { article: 38 }],
    ['第三十八条第二款', { article: 38, paragraph: 2 }],
    ['38条2款', { article: 38, paragraph: 2 }],
    ['38(2)', { article: 38, paragraph: 2 }],
    ['38（2）', { article: 38, paragraph: 2 }],
    ['38.2', { article: 38, paragraph: 2 }],
    ['27-29', { article: 27, to: 29 }],
    ['第二十七条至第二十九条', { article: 27, to: 29 }],
    ['133-1', { article: 133, suffix: 1 }],
    ['133之一', { article: 133, suffix: 1 }],
    ['29-27', { article: 29, suffix: 27 }],
    ['abc', undefined],
    ['', undefined],
    ['第条', undefined],
  ];
  for (const [text, place] of cases)
    it(text || '(empty)', () => assert.deepEqual(readShownPlace(text), place));
});
