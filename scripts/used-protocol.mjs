// Of the packages of the language server protocol only what this server uses. They come as CommonJS that TypeScript wrote, of which
// a bundler has to take everything; written back as modules it takes what is asked for.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Features that this server does not have: the package lays each over its connection. */
const unusedFeatures = [
  'CallHierarchy',
  'FileOperations',
  'FoldingRange',
  'InlayHint',
  'InlineCompletion',
  'InlineValue',
  'LinkedEditingRange',
  'Moniker',
  'NotebookSync',
  'ShowDocument',
  'TypeHierarchy',
];

/** The packages of the protocol, shaken. */
export const usedProtocol = {
  name: 'used-protocol',
  setup(build) {
    build.onLoad({ filter: /vscode-(?:jsonrpc|languageserver[\w-]*)[\\/]lib[\\/].+\.js$/ }, ({ path }) => ({
      contents: asModule(readFileSync(path, 'utf8')),
    }));
  },
};

/** CommonJS as TypeScript writes it, as a module. A namespace without uses may be left out. */
function asModule(text) {
  const source = ts.createSourceFile('module.js', text, ts.ScriptTarget.Latest, true);
  const exported = new Set();
  /** Modules by the names that they are known by here. */
  const modules = new Map();
  const declared = new Set(source.statements.filter(isBare).map(nameOf));
  const lines = source.statements.map((statement) => {
    const words = statement.getText(source);
    const required = /^(?:const|var) (\w+) = (__import\w+\()?require\("([^"]+)"\)/.exec(words);
    if (required) {
      const [, name, , from] = required;
      modules.set(name, from);
      return `import * as ${name} from ${JSON.stringify(from)};`;
    }
    const star = /^__exportStar\(require\("([^"]+)"\)/.exec(words);
    if (star) return `export * from ${JSON.stringify(star[1])};`;
    const again = /^Object\.defineProperty\(exports, "(\w+)", .+ return (\w+)\.(\w+); } }\);$/.exec(words);
    if (again) return `export { ${again[3]} as ${again[1]} } from ${JSON.stringify(modules.get(again[2]))};`;
    if (/^(?:var __\w+ = \(this|Object\.defineProperty\(exports, "__esModule"|"use strict")/.test(words))
      return '';
    if (/^(?:exports\.\w+ = )+void 0;$/.test(words) || isBare(statement)) return '';
    const feature = /^const (\w+)Feature = /.exec(words);
    if (feature && unusedFeatures.includes(feature[1])) return `${feature[0]}(base) => base;`;
    if (words.startsWith('exports.default = ')) return words.replace('exports.default =', 'export default');
    const space = /\((\w+) \|\| \((exports\.\w+ = )?\1 = \{\}\)\);$/.exec(words);
    if (space) {
      const [tail, name, isExported] = space;
      if (isExported) exported.add(name);
      const head = words.slice(0, -tail.length);
      if (!declared.has(name)) return `${head}(${name});`;
      return `var ${name} = /* @__PURE__ */ ${head.replace(/\}\)$/, `return ${name};\n})`)}({});`;
    }
    const value = /^exports\.(\w+) = (\1;)?/.exec(words);
    if (!value) return words;
    exported.add(value[1]);
    return value[2] ? '' : words.replace(value[0], `var ${value[1]} = `);
  });
  const body = lines
    .filter((line) => line !== '')
    .join('\n')
    .replace(/\bexports\.(\w+)/g, '$1');
  return exported.size > 0 ? `${body}\nexport { ${[...exported].join(', ')} };` : body;
}

/** `var Name;`, which a namespace of that name follows. */
function isBare(statement) {
  return (
    ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.length === 1 &&
    (statement.declarationList.flags & ts.NodeFlags.BlockScoped) === 0 &&
    !statement.declarationList.declarations[0].initializer
  );
}

function nameOf(statement) {
  return statement.declarationList.declarations[0].name.text;
}
