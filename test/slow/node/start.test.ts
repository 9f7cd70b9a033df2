import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');

/** The Node that runs the tests, and those of editors that were installed for them: of other versions, with other flags of V8. */
const hosts = join(root, '.cache', 'vscode-host');
const nodes = [
  process.execPath,
  ...(existsSync(hosts) ? readdirSync(hosts) : [])
    .map((name) =>
      join(hosts, name, 'node_modules', `node-${process.platform}-${process.arch}`, 'bin', 'node'),
    )
    .filter((path) => existsSync(path)),
];

for (const node of nodes)
  describe(`compiled code that is kept, ${node.replace(root, '')}`, () => {
    let folder: string;
    before(() => {
      assert.ok(existsSync(join(root, 'server', 'dist', 'cli.js')), 'run "npm run build" first');
      folder = mkdtempSync(join(tmpdir(), 'legal-memo-start-'));
      for (let i = 1; i <= 60; i++)
        writeFileSync(join(folder, `${i}.md`), `依照《电子商务法》第${i}条，平台应当承担责任。\n`);
    });
    after(() => rmSync(folder, { recursive: true, force: true }));

    function run(program: string, args: readonly string[], input = ''): void {
      const { stderr } = spawnSync(node, [join(root, 'server', program), ...args], {
        cwd: folder,
        encoding: 'utf8',
        input,
        env: { ...process.env, XDG_CACHE_HOME: join(folder, '.cache') },
      });
      assert.equal(stderr, '');
    }

    /** The files kept, each with when it was written: a file that cannot be used is written anew. */
    function kept(): string[] {
      const code = join(folder, '.cache', 'legal-memo', 'code');
      return readdirSync(code).map((name) => `${name} ${statSync(join(code, name)).mtimeMs}`);
    }

    it('is of use to every later run of the command line and to its threads', () => {
      const one = () => run('bin/legal-memo.js', ['check', '1.md', '--no-cache']);
      const many = () => run('bin/legal-memo.js', ['check', '.', '--no-cache', '--jobs', '2']);
      many();
      const first = kept();
      assert.ok(first.length > 0);
      one();
      many();
      assert.deepEqual(kept(), first);
    });

    it('is of use to every later start of the server', () => {
      const message = (content: object) => {
        const text = JSON.stringify({ jsonrpc: '2.0', ...content });
        return `Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
      };
      const session = [
        { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
        { method: 'initialized', params: {} },
        { id: 2, method: 'shutdown' },
        { method: 'exit' },
      ]
        .map(message)
        .join('');
      const before = new Set(kept());
      run('dist/server.js', ['--stdio'], session);
      const first = kept();
      assert.equal(first.filter((file) => !before.has(file)).length, 1);
      run('dist/server.js', ['--stdio'], session);
      assert.deepEqual(kept(), first);
    });
  });
