import fc from 'fast-check';
import { assertChunksAsWhole, markdown } from './fuzz';

describe('chunks', () => {
  it('give the same blocks as the whole text', () => {
    fc.assert(fc.property(markdown(), assertChunksAsWhole), { numRuns: 120 });
  });

  // What random texts found once.
  for (const text of [
    '* <![CDATA[\n#',
    '字\n[^1]: 1) \n',
    '<![CDATA[![a][b]]]>\n[^n]:字',
    '===\n\0\n',
    '-\t<!--\n\n\0',
    '- a\n> q\n  ```\n\n# x\n',
    '- ```\n<foo>\n```\n\n# x\n',
    '- a\n<foo>\n```\n\n# x\n',
    '-\n\n  ```\n\n# x\n',
  ]) {
    it(`give the same blocks as ${JSON.stringify(text)}`, () => assertChunksAsWhole(text));
  }
});
