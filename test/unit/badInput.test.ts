import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMemo, editMemo } from '../../server/src/memo/createMemo';
import type { Memo } from '../../server/src/memo/memo';
import { decodeText } from '../../server/src/node/decodeText';

const folder = join(__dirname, '../fixtures');
const read = (name: string) => decodeText(readFileSync(join(folder, name)));

/** Half of a character, as a buggy editor or a cut file leaves it: no file can hold it. */
const loneSurrogates =
  '# 备忘录\ud83d\n\n依照《电子商务法》\udc00第三十八条第二款\ud800，平台承担相应的责任。';

describe('bad input', () => {
  for (const [name, problem] of [
    ['binary.md', 'binary'],
    ['gbk.md', 'not-utf8'],
  ] as const)
    it(`${name} is refused`, () => assert.deepEqual(read(name), { problem }));

  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')))
    it(`${name} gives a whole memo or none`, () => {
      const { text } = read(name);
      if (text !== undefined) isWhole(createMemo(name, 1, text), text.replace(/^\ufeff/, ''));
    });

  it('lone surrogates give a whole memo, and survive an edit next to them', () => {
    const memo = createMemo('lone-surrogate.md', 1, loneSurrogates);
    isWhole(memo, loneSurrogates);
    const at = loneSurrogates.indexOf('\udc00');
    const edited = editMemo(memo, 2, [{ start: at, end: at + 1, text: '\ud83d' }]);
    isWhole(edited, `${loneSurrogates.slice(0, at)}\ud83d${loneSurrogates.slice(at + 1)}`);
  });

  it('malformed-front-matter.md is reported where it is', () => {
    const memo = createMemo('m', 1, read('malformed-front-matter.md').text!);
    assert.ok(memo.frontMatter.problems.length > 0);
    for (const { start, end } of memo.frontMatter.problems)
      assert.ok(start >= 0 && start <= end && end <= memo.frontMatter.range!.end);
  });

  it('crlf-bom.md loses its BOM and keeps its line ends', () => {
    const { text } = createMemo('m', 1, read('crlf-bom.md').text!);
    assert.ok(text.startsWith('---\r\n'));
    assert.ok(!/[^\r]\n/.test(text));
  });
});

/** The chunks are the text, in order and without gap. */
function isWhole(memo: Memo, text: string): void {
  assert.equal(memo.text, text);
  assert.equal(memo.chunks.map((chunk) => chunk.text).join(''), text);
}
