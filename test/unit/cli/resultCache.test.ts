import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome } from '../../../server/src/cli/checkFile';
import type { InputFile } from '../../../server/src/cli/files';
import { openResultCache } from '../../../server/src/cli/resultCache';

describe('cache of results', () => {
  const before = process.env.XDG_CACHE_HOME;
  let folder: string;
  let file: InputFile;
  const outcome: Outcome = { skipped: true, reason: 'no-law' };
  const today = ['zh-CN', '2026-11-25'];
  const results = () => join(folder, 'cache', 'legal-memo', 'results');
  const write = (text: string, name = 'a.md') => writeFileSync(join(folder, name), text);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'legal-memo-cache-'));
    process.env.XDG_CACHE_HOME = join(folder, 'cache');
    file = { path: join(folder, 'a.md'), named: true };
    write('依照《电子商务法》第三十八条。\n');
  });
  afterEach(() => {
    if (before === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = before;
    rmSync(folder, { recursive: true, force: true });
  });

  /** One run of the command line: asks for the file and keeps the outcome. @returns what earlier runs kept */
  function run(options: Record<string, string> = {}, circumstances = today, kept = outcome) {
    const cache = openResultCache(options, circumstances);
    const found = cache.get(file);
    if (!found) cache.put(file, kept);
    cache.save();
    return found;
  }

  it('gives in the next run what this one found', () => {
    assert.equal(run(), undefined);
    assert.deepEqual(run(), outcome);
    assert.deepEqual(run(), outcome);
  });

  it('knows nothing of a changed text, another file, another way of naming it', () => {
    run();
    write('依照《电子商务法》第三十九条。\n');
    assert.equal(run(), undefined);
    assert.deepEqual(run(), outcome);
    const first = file;
    write('依照《电子商务法》第三十九条。\n', 'b.md');
    file = { path: join(folder, 'b.md'), named: true };
    assert.equal(run(), undefined);
    file = { ...first, named: false };
    assert.equal(run(), undefined);
  });

  it('knows nothing of another law date, framework, language or day', () => {
    run();
    assert.equal(run({ 'as-of': '2018-01-01' }), undefined);
    const config = join(folder, 'config.yaml');
    writeFileSync(config, 'framework: premises-operator\n');
    assert.equal(run({ config }), undefined);
    assert.equal(run({}, ['en', '2026-11-25']), undefined);
    assert.equal(run({}, ['zh-CN', '2026-11-26']), undefined);
    // All of them are kept side by side.
    assert.deepEqual(run(), outcome);
    assert.deepEqual(run({ config }), outcome);
  });

  it('keeps no failure', () => {
    run({}, today, { failure: { key: 'cli.internal' } });
    assert.equal(run(), undefined);
  });

  it('does without a cache that is damaged, and mends it', () => {
    run();
    const [name] = readdirSync(results());
    for (const damage of ['', '[[', '{}', '[1]', 'null', '\0']) {
      writeFileSync(join(results(), name!), damage);
      assert.equal(run(), undefined, JSON.stringify(damage));
      assert.deepEqual(run(), outcome);
    }
  });

  it('does without a cache folder that cannot be written', () => {
    writeFileSync(join(folder, 'cache'), 'a file');
    assert.equal(run(), undefined);
    assert.equal(run(), undefined);
  });
});
