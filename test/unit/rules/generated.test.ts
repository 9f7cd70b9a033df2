import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { root } from '../citations/builtIn';

describe('what is generated from the rules', () => {
  it('is up to date', function () {
    this.timeout(60000);
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve(root, 'scripts/generate.mjs'), '--check'],
      {
        encoding: 'utf8',
      },
    );
    assert.equal(status, 0, stderr);
  });
});
