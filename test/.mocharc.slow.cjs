const unit = require('../.mocharc.cjs');

// The slow tests; with files named those alone.
module.exports = {
  ...unit,
  spec: unit.spec.length === 0 ? [] : ['test/slow/**/*.test.ts'],
  timeout: 300000,
};
