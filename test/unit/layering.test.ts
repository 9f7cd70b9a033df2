import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';

const root = join(__dirname, '..', '..');
const source = join(root, 'server', 'src');

/** Floors of the house, lowest first (docs/architecture.md). A file may import from its own floor and from those below. */
const floors: readonly (readonly string[])[] = [
  ['text'],
  ['memo', 'statutes'],
  ['citations'],
  ['analysis'],
  ['rules'],
  ['features', 'report'],
  ['workspace'],
  ['node', 'cli'],
];
/** Files directly under server/src with the floor they stand on. */
const roots: Readonly<Record<string, number>> = {
  'messages.ts': 0,
  'version.ts': 0,
  'config.ts': 4,
  'languageService.ts': 6,
  'scheduler.ts': 6,
  'server.ts': 7,
  'server.node.ts': 8,
  'server.browser.ts': 8,
  'cli.ts': 8,
};
/** Where `node:*` may be imported: the entries and what belongs to them. */
const nodeAllowed = /^(node\/|cli\/|cli\.ts$|server\.node\.ts$)/;
/** Types may look up where the value flows down (a feature's context names the service's parts). */
const typeOnlyUpward: readonly string[] = [
  'memo/isMemo.ts -> config.ts',
  'config.ts -> rules/rule.ts',
  'workspace/checkWorkspace.ts -> languageService.ts',
  'workspace/findReferences.ts -> languageService.ts',
  'node/host.ts -> server.ts',
];

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : path.endsWith('.ts') ? [path] : [];
  });
}

const imports: Import[] = files(source).flatMap((path) => {
  const from = relative(source, path).replaceAll('\\', '/');
  const text = readFileSync(path, 'utf8');
  const found: Import[] = [];
  for (const m of text.matchAll(
    /(?:^|\n)(?:import|export)\s+(type\s)?(?:[\w$*{][^;'"=]*?\sfrom\s+)?'([^']+)'/g,
  )) {
    found.push({ from, to: m[2] as string, typeOnly: m[1] !== undefined });
  }
  for (const m of text.matchAll(/\b(?:import|require)\('([^']+)'\)/g)) {
    found.push({ from, to: m[1] as string, typeOnly: false });
  }
  return found;
});

function floor(file: string): number {
  const [top, rest] = file.split('/', 2);
  if (rest === undefined)
    return roots[file] ?? assert.fail(`server/src/${file} has no floor: add it to this test`);
  const index = floors.findIndex((names) => names.includes(top as string));
  return index >= 0 ? index : assert.fail(`server/src/${top} has no floor: add it to this test`);
}

describe('layering', () => {
  it('imports point down only', () => {
    const wrong: string[] = [];
    for (const { from, to } of imports) {
      if (!to.startsWith('.')) continue;
      const target = posix.normalize(posix.join(posix.dirname(from), to));
      if (target.startsWith('..') || target.endsWith('.json')) continue;
      const file = `${target}.ts`;
      if (floor(file) > floor(from) && !typeOnlyUpward.includes(`${from} -> ${file}`))
        wrong.push(`${from} -> ${file}`);
    }
    assert.deepEqual(wrong, []);
  });

  it('exceptions are types only and still needed', () => {
    for (const exception of typeOnlyUpward) {
      const [from, to] = exception.split(' -> ');
      const found = imports.filter(
        (i) => i.from === from && `${posix.normalize(posix.join(posix.dirname(i.from), i.to))}.ts` === to,
      );
      assert.ok(found.length > 0, `${exception} is no longer needed`);
      for (const i of found) {
        const text = readFileSync(join(source, i.from), 'utf8');
        assert.match(text, new RegExp(`import type [^;]*from '${i.to.replace(/[.]/g, '\\.')}'`), exception);
      }
    }
  });

  it('nothing below the entries imports node:*', () => {
    const wrong = imports.filter((i) => i.to.startsWith('node:') && !nodeAllowed.test(i.from));
    assert.deepEqual(wrong, []);
  });

  it('the server does not know VS Code, the client knows no law', () => {
    assert.deepEqual(
      imports.filter((i) => i.to === 'vscode'),
      [],
    );
    const client = files(join(root, 'client', 'src'));
    const wrong = client.filter((path) => readFileSync(path, 'utf8').includes('server/src'));
    assert.deepEqual(
      wrong.map((path) => dirname(path)),
      [],
    );
  });

  it('only the server file and what makes its connection touch one', () => {
    const allowed = new Set(['server.ts', 'node/connection.ts']);
    const wrong = imports.filter(
      (i) => /^vscode-(?:languageserver|jsonrpc)(\/|$)/.test(i.to) && !allowed.has(i.from),
    );
    assert.deepEqual(wrong, []);
  });
});
