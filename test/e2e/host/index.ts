// Loaded by the extension host (extensionTestsPath), which calls run(). The same file works with a desktop VS Code.
import * as fs from 'node:fs';
import Mocha from 'mocha';

interface Row {
  title: string;
  state: string;
  ms?: number | undefined;
  error?: string | undefined;
}

export async function run(): Promise<void> {
  const grep = process.env.LEGAL_MEMO_GREP;
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 30_000,
    color: false,
    reporter: function silent() {} as never,
    ...(grep ? { grep } : {}),
  });
  mocha.suite.emit('pre-require', globalThis as unknown as Mocha.MochaGlobals, '', mocha);
  await import('./suite');
  const rows: Row[] = [];
  const file = process.env.LEGAL_MEMO_RESULT_FILE;
  // Only the stock reporters note the error on the test.
  const errors = new Map<Mocha.Test, string>();
  const add = (test: Mocha.Test, state: string): void => {
    rows.push({ title: test.fullTitle(), state, ms: test.duration, error: errors.get(test) });
    // At once: what was done is told even when the run does not end.
    if (file) fs.writeFileSync(file, JSON.stringify({ rows }));
  };
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('test end', (test: Mocha.Test) => add(test, test.state ?? 'skipped'));
    // A failing hook ends no test: give it a row of its own.
    runner.on('fail', (test: Mocha.Test, error: unknown) => {
      errors.set(test, error instanceof Error ? (error.stack ?? error.message) : String(error));
      if ((test.type as string) === 'hook') add(test, 'failed');
    });
  });
  if (failures) throw new Error(`${failures} test(s) failed`);
}
