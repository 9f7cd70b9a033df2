#!/usr/bin/env node

// The command line starts the bundle; in a checkout that is not built yet it says what to do.
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const bundle = join(__dirname, '..', 'dist', 'cli.js');
if (!existsSync(bundle)) {
  process.stderr.write('legal-memo: not built yet, run "npm run build" 尚未构建，请先运行 npm run build\n');
  process.exit(2);
}
require(bundle);
