// What is left out of the bundles: words and data become files beside them, read when they are first asked for, and
// what a rule says of itself stays in the repository.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';

const require = createRequire(import.meta.url);

/**
 * Code that few runs need becomes a file of its own beside the bundle: its functions are looked up there when they are
 * called, not when the program starts.
 * @param imported what imports of it look like
 * @param names what it exports
 */
const onDemand = (imported, file, names) => ({
  name: file,
  setup(build) {
    build.onResolve({ filter: imported }, ({ kind }) =>
      kind === 'entry-point' ? undefined : { path: file, namespace: 'on-demand' },
    );
    build.onResolve({ filter: /^\.\/\w+\.js$/, namespace: 'on-demand' }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: new RegExp(`^${file}$`), namespace: 'on-demand' }, async () => ({
      contents: `for (const name of ${JSON.stringify(await names())})
        Object.defineProperty(exports, name, { enumerable: true, get: () => require('./${file}.js')[name] });`,
    }));
  },
});

/** The YAML reader: for the user's own law and frameworks, settings, and front matter of more than plain lines. */
export const yamlOnDemand = onDemand(/^yaml$/, 'yaml', async () =>
  Object.keys(await import('yaml')).filter((name) => name !== 'default'),
);

/** The Markdown parser: for what is not plain. */
export const markdownOnDemand = onDemand(/^\.\/markdown$/, 'markdown', () => ['parseMarkdown']);

/** Readers of the user's own law and frameworks. */
export const ownOnDemand = [
  onDemand(/\/ownStatutes$/, 'ownStatutes', () => ['readOwnStatutes', 'ownConflicts']),
  onDemand(/\/parseFramework$/, 'parseFramework', () => ['parseFramework']),
];

/** Modules of Node that a start does not need are loaded when they are first used. */
export const builtinsOnDemand = {
  name: 'builtins-on-demand',
  setup(build) {
    build.onResolve({ filter: /^(?:node:)?(?:crypto|worker_threads)$/ }, ({ path, namespace }) =>
      namespace === 'builtin' ? { path, external: true } : { path, namespace: 'builtin' },
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `for (const name of ${JSON.stringify(Object.keys(require(path)))})
        Object.defineProperty(exports, name, { enumerable: true, get: () => require('${path}')[name] });`,
    }));
  },
};

/** JSON as a file below `data/`, read when a part of it is first used. */
function dataFile(folder, name, value) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), JSON.stringify(value));
  return `const { readFileSync } = require('node:fs');
    const { join } = require('node:path');
    let value;
    const read = () => {
      value ??= JSON.parse(readFileSync(join(__dirname, 'data', ${JSON.stringify(name)}), 'utf8'));
      return value;
    };`;
}

/** Messages and word lists, and the names of HTML's characters. @param folder where the files go */
export const dataFiles = (folder) => ({
  name: 'data-files',
  setup(build) {
    build.onLoad(
      { filter: /server[\\/](?:messages|citations|frameworks)[\\/][\w.-]+\.json$/ },
      ({ path }) => ({
        contents: `${dataFile(folder, `${basename(dirname(path))}.${basename(path)}`, JSON.parse(readFileSync(path, 'utf8')))}
        Object.defineProperty(exports, '__esModule', { value: true });
        Object.defineProperty(exports, 'default', { enumerable: true, get: read });`,
      }),
    );
    build.onLoad({ filter: /[\\/]character-entities[\\/]index\.js$/ }, async () => {
      const { characterEntities } = await import('character-entities');
      return {
        contents: `${dataFile(folder, 'character-entities.json', characterEntities)}
          Object.defineProperty(exports, 'characterEntities', { enumerable: true, get: read });`,
      };
    });
  },
});

/** What rules say of themselves for their pages and tests: no program reads it. */
export const withoutRulePages = (names) => ({
  name: 'without-rule-pages',
  setup(build) {
    build.onLoad({ filter: /rules[\\/]\w+[\\/][A-Z]\d\d-[\w-]+\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
      let contents = '';
      let from = 0;
      const look = (node) => {
        if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && names.includes(node.name.text)) {
          const { initializer } = node;
          contents += text.slice(from, initializer.getStart(source));
          contents += ts.isArrayLiteralExpression(initializer) ? '[]' : "{ zh: '', en: '' }";
          from = initializer.end;
        } else ts.forEachChild(node, look);
      };
      const isRule = (node) =>
        ts.isVariableStatement(node) && node.declarationList.declarations[0]?.name.text === 'rule';
      for (const statement of source.statements.filter(isRule)) look(statement);
      return { contents: contents + text.slice(from), loader: 'ts' };
    });
  },
});
