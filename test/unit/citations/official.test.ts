import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { indexCitations } from '../../../server/src/citations/indexCitations';
import { createMemo } from '../../../server/src/memo/createMemo';
import { titleKey } from '../../../server/src/statutes/titleKey';
import { builtIn, root } from './builtIn';
import { today } from './fixture';

const folder = path.join(root, '../shared/statutes-reference');

describe('official texts as memos', () => {
  it('every 本法第… resolves to the law itself, and no false “no such …” is said', function () {
    if (!existsSync(folder)) {
      console.log(`      skipped: no ${path.relative(root, folder)}`);
      this.skip();
    }
    this.timeout(60_000);
    let own = 0;
    let all = 0;
    let targets = 0;
    const wrong: string[] = [];
    for (const file of readdirSync(folder).filter((f) => f.includes('@'))) {
      const text = readFileSync(path.join(folder, file), 'utf8');
      const memo = createMemo(file, 1, text);
      const asOf = /@(\d{4}-\d{2}-\d{2})/.exec(file)![1]!;
      const title = memo.frontMatter.title ?? '';
      const index = indexCitations(memo, builtIn(), { asOf, today });
      const references = [
        ...text.matchAll(/本(?:法|条例|办法|规定|解释|细则)第[一二三四五六七八九十百千零]+条/g),
      ].filter((m) => !/[“《][^”》]*$/.test(text.slice(Math.max(0, m.index - 200), m.index)));
      for (const reference of references) {
        all += 1;
        const citation = index.citations.find((c) => c.start <= reference.index && reference.index < c.end);
        if (!citation) wrong.push(`${file} ${reference.index} not found: ${reference[0]}`);
        else {
          const name = citation.statute?.title ?? citation.unknownTitle ?? '';
          if (titleKey(name) === titleKey(title)) {
            own += 1;
            targets += citation.targets.length;
          } else wrong.push(`${file} ${reference[0]} → ${name}`);
        }
      }
      for (const citation of index.citations) {
        for (const target of citation.targets) {
          if (target.status.startsWith('no-such'))
            wrong.push(`${file} ${citation.raw} → ${citation.statute?.short} ${target.status}`);
        }
      }
    }
    console.log(`      ${own} of ${all} references of a law to itself resolved (${targets} articles)`);
    assert.deepEqual(wrong, []);
    assert.ok(all >= 590, `only ${all} references`);
  });
});
