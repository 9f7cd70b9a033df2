import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleText } from '../../../server/src/statutes/parseBody';
import { parseStatute } from '../../../server/src/statutes/parseStatute';
import { serializeStatute } from '../../../server/src/statutes/serializeStatute';
import { builtIn, builtInLibrary, statuteFolder } from './library';

describe('built-in law', () => {
  it('has no problem in any file', () => {
    const problems = builtIn().problems.flatMap((f) =>
      f.problems.map((p) => `${f.path}:${p.line} ${p.code}`),
    );
    assert.deepEqual(problems, []);
  });

  it('has each version in the file of its name', () => {
    const library = builtInLibrary();
    for (const id of builtIn().texts.keys()) {
      const version = library.versionById(id);
      assert.ok(version && existsSync(join(statuteFolder, `${id}.md`)), id);
    }
  });

  it('is written as it is read: every statute file comes back the same', () => {
    for (const id of builtIn().texts.keys()) {
      const text = readFileSync(join(statuteFolder, `${id}.md`), 'utf8');
      const { facts, preamble, articles } = parseStatute(text);
      assert.equal(serializeStatute({ facts: facts!, preamble, articles }), text, id);
    }
  });

  it('has a version for every end of a map and every article that a map names', () => {
    const library = builtInLibrary();
    for (const map of builtIn().catalogue.maps) {
      const from = library.versionById(map.from);
      const to = library.versionById(map.to);
      assert.ok(from && to, `${map.from} → ${map.to}`);
      for (const [article, step] of Object.entries(map.articles)) {
        assert.notEqual(library.existence(from, { article: Number(article) }).state, 'no-article', map.from);
        for (const a of step.articles) {
          assert.notEqual(library.existence(to, { article: a }).state, 'no-article', `${map.to} ${a}`);
        }
      }
    }
  });

  it('has translations only of articles that are there, with as many 款 and 项', () => {
    const library = builtInLibrary();
    let count = 0;
    for (const id of builtIn().translations.keys()) {
      const version = library.versionById(id);
      assert.ok(version, id);
      for (const article of library.articles(version)) {
        const english = library.translation(version, article.article, article.suffix);
        if (!english) continue;
        count++;
        const shape = (a: typeof article) => a.paragraphs.map((p) => p.items.length);
        assert.deepEqual(shape(english), shape(article), `${id} ${article.label}`);
      }
    }
    assert.ok(count >= 30);
  });

  it('says the same as the reference, character by character and line by line', function () {
    const check = join(__dirname, '../../../../shared/tools/check-statutes');
    if (!existsSync(check)) {
      console.log('      skipped: no ../shared beside the project');
      return this.skip();
    }
    this.timeout(30000);
    const library = builtInLibrary();
    const lines = library
      .statutes()
      .flatMap((s) => s.versions)
      .flatMap((v) =>
        library.articles(v).map((a) =>
          JSON.stringify({
            law: v.short,
            title: v.title,
            version: v.effective,
            article: a.article,
            suffix: a.suffix ?? null,
            text: articleText(a),
          }),
        ),
      );
    assert.ok(lines.length > 900);
    const said = execFileSync(check, ['--lines', '--strict'], { input: lines.join('\n'), encoding: 'utf8' });
    assert.equal(said.trim(), `${lines.length} matched, 0 differ, 0 not in the reference`);
  });
});
