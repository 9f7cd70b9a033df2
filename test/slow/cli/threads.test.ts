import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

describe('command line on many memos', () => {
  let folder: string;
  before(() => {
    assert.ok(existsSync(join(root, 'server', 'dist', 'cli.js')), 'run "npm run build" first');
    folder = mkdtempSync(join(tmpdir(), 'legal-memo-many-'));
    for (let i = 1; i <= 70; i++) {
      const words = `依照《电子商务法》第${i}条第${(i % 4) + 1}款，平台应当承担责任。\n\n## 过错\n\n平台知道。\n`;
      writeFileSync(join(folder, `${i}.md`), i % 10 === 0 ? '牛奶、面包\n' : words);
    }
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function check(...options: string[]): { code: number | null; out: string } {
    const program = join(root, 'server', 'bin', 'legal-memo.js');
    const { status, stdout } = spawnSync(
      process.execPath,
      [program, 'check', '.', '--format', 'json', '--locale', 'en', ...options],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, XDG_CACHE_HOME: join(folder, '.cache') } },
    );
    return { code: status, out: stdout };
  }

  it('says the same with one thread and several, without and with what earlier runs kept', () => {
    const one = check('--no-cache', '--jobs', '1');
    assert.equal(one.code, 1);
    assert.equal(JSON.parse(one.out).files.length, 63);
    assert.deepEqual(check('--no-cache', '--jobs', '3'), one);
    assert.deepEqual(readdirSync(folder).includes('.cache') && existsSync(results()), false);
    assert.deepEqual(check(), one);
    assert.equal(readdirSync(results()).length, 1);
    assert.deepEqual(check(), one);
    // Another law date is another check, and does not take the first one's place.
    const earlier = check('--as-of', '2018-01-01');
    assert.notEqual(earlier.out, one.out);
    assert.deepEqual(check('--as-of', '2018-01-01'), earlier);
    assert.deepEqual(check(), one);
  });

  it('sees a file that changed, and does without a cache that is damaged', () => {
    check();
    writeFileSync(join(folder, '1.md'), '依照《电子商务法》第八十九条、第九十九条，平台应当承担责任。\n');
    const fresh = check('--no-cache', '--jobs', '1');
    assert.deepEqual(check(), fresh);
    for (const name of readdirSync(results())) writeFileSync(join(results(), name), '[["x"');
    assert.deepEqual(check(), fresh);
  });

  const results = () => join(folder, '.cache', 'legal-memo', 'results');
});
