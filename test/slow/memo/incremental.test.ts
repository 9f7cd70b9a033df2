import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { createMemo, editMemo } from '../../../server/src/memo/createMemo';
import type { Memo } from '../../../server/src/memo/memo';
import { contentOf, editSeed, markdown, toEdit } from '../../unit/memo/fuzz';

const corpus = resolve(__dirname, '../../../../shared/corpus/texts');
const edits = Number(process.env.MEMO_EDITS ?? 10_000);

/** Compares what an edit can have changed; now and then everything. */
function assertAsFromScratch(memo: Memo, before: Memo, everything: boolean): void {
  const text = memo.text.startsWith('\uFEFF') ? `\uFEFF${memo.text}` : memo.text;
  const scratch = createMemo(memo.uri, memo.version, text);
  if (everything) {
    assert.deepEqual(contentOf(memo), contentOf(scratch));
    return;
  }
  assert.deepEqual(memo.starts, scratch.starts);
  assert.deepEqual(memo.sections, scratch.sections);
  const old = new Set(before.chunks);
  memo.chunks.forEach((chunk, index) => {
    const same = scratch.chunks[index];
    assert.equal(chunk.text, same?.text);
    if (!old.has(chunk)) assert.deepEqual([chunk.blocks, chunk.comments], [same?.blocks, same?.comments]);
  });
}

/** A run of random edits on each seed text in turn, `edits` in all. */
function run(seeds: readonly string[], seed: number): void {
  const many = fc.sample(fc.array(editSeed, { minLength: 1, maxLength: 3 }), { numRuns: edits, seed });
  const each = Math.ceil(edits / seeds.length);
  many.forEach((batch, count) => {
    if (count % each === 0) memo = createMemo('m', 1, seeds[Math.floor(count / each)] as string);
    let { length } = memo.text;
    const changes = batch.map((change) => {
      const edit = toEdit(change, length);
      length += edit.text.length - (edit.end - edit.start);
      return edit;
    });
    const before = memo;
    memo = editMemo(before, before.version + 1, changes);
    assertAsFromScratch(memo, before, count % 100 === 99);
  });
}
let memo = createMemo('m', 1, '');

describe('many random edits', () => {
  it(`give what the new text gives, on ${edits} edits of fuzzed texts`, () => {
    const seeds = fc.sample(markdown(60), { numRuns: Math.max(1, Math.floor(edits / 20)), seed: 20261124 });
    run(seeds, 1);
  });

  it(`give what the new text gives, on ${edits} edits of real memos`, function () {
    if (!existsSync(corpus)) {
      console.log(`      skipped: no texts in ${corpus}`);
      this.skip();
    }
    const files = readdirSync(corpus).filter((name) => name.endsWith('.md'));
    run(
      files.map((name, index) => {
        const text = readFileSync(join(corpus, name), 'utf8');
        // A third of them with Windows line breaks and a byte order mark.
        return index % 3 === 0 ? `\uFEFF${text.replaceAll('\n', '\r\n')}` : text;
      }),
      2,
    );
  });
});
