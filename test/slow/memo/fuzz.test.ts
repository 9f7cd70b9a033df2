import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createMemo } from '../../../server/src/memo/createMemo';
import { parseChunk } from '../../../server/src/memo/parse';
import { parsePlain } from '../../../server/src/memo/plain';
import { mayDefine } from '../../../server/src/memo/references';
import { assertChunksAsWhole, markdown } from '../../unit/memo/fuzz';

const runs = Number(process.env.MEMO_FUZZ_RUNS ?? 8000);

describe('many random texts', () => {
  it(`give the same blocks in chunks as in one, ${runs} texts`, () => {
    fc.assert(fc.property(markdown(25), assertChunksAsWhole), { numRuns: runs });
  });

  it(`give the same blocks on the short way as from the parser, ${runs} texts`, () => {
    const text = markdown(12);
    fc.assert(
      fc.property(text, (source) => {
        for (const chunk of createMemo('m', 1, source).chunks) {
          const plain = mayDefine(chunk.text) ? undefined : parsePlain(chunk.text);
          if (plain && chunk.blocks[0]?.kind !== 'frontMatter')
            assert.deepEqual(plain, parseChunk(chunk.text, []));
        }
      }),
      { numRuns: runs },
    );
  });
});
