// What all runners print: one row per test, then "N passed, N failed".
import { writeFile } from 'node:fs/promises';

export function reporter(name, resultFile) {
  const rows = [];
  return {
    row(title, state, { ms, error } = {}) {
      rows.push({ title, state, ms, error });
      const mark = { passed: 'ok  ', failed: 'FAIL', skipped: 'skip' }[state];
      console.log(`${mark} ${name}: ${title}${ms === undefined ? '' : ` (${Math.round(ms)} ms)`}`);
      if (error) console.log(String(error).replace(/^/gm, '       '));
    },
    /** Runs one test; the next ones run even when it fails. */
    async test(title, body) {
      const start = performance.now();
      try {
        await body();
        this.row(title, 'passed', { ms: performance.now() - start });
        return true;
      } catch (error) {
        this.row(title, 'failed', { ms: performance.now() - start, error: error.stack ?? error });
        return false;
      }
    },
    /** The last line, the result file and the exit code. A run without a test is a failed one, and so is a skip. */
    async end() {
      const count = (state) => rows.filter((row) => row.state === state).length;
      if (!rows.length) this.row('no test ran', 'failed');
      const result = { name, passed: count('passed'), failed: count('failed') + count('skipped'), rows };
      if (resultFile) await writeFile(resultFile, JSON.stringify(result, null, 2));
      console.log(`${result.passed} passed, ${result.failed} failed`);
      process.exitCode = result.failed ? 1 : 0;
      return result;
    },
  };
}
