// The unit tests; with files named (`npx mocha test/unit/memo/chunk.test.ts`) those alone.
const named = process.argv.some((argument) => argument.includes('.test.ts'));

module.exports = {
  import: 'tsx',
  file: ['test/setup.ts'],
  ui: 'bdd',
  spec: named ? [] : ['test/unit/**/*.test.ts'],
  timeout: 20000,
  reporter: 'dot',
};
