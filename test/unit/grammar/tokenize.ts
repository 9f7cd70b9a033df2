import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from 'vscode-textmate';

const root = join(__dirname, '../../..');
const require_ = createRequire(__filename);

/** The injections as package.json contributes them to Markdown. */
export function contributedGrammars(): { path: string; scopeName: string; injectTo: string[] }[] {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes.grammars;
}

/**
 * A Markdown grammar with our injections, as the editor would put them together.
 * @param files where the grammar `text.html.markdown` and those it includes are, by scope name
 */
export async function loadMarkdown(files: ReadonlyMap<string, string>): Promise<IGrammar> {
  await loadOniguruma();
  const ours = new Map(contributedGrammars().map((g) => [g.scopeName, join(root, g.path)]));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async (scope) => {
      const path = ours.get(scope) ?? files.get(scope);
      return path === undefined ? null : parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
    getInjections: (scope) =>
      scope === 'text.html.markdown' ? contributedGrammars().map((g) => g.scopeName) : [],
  });
  const grammar = await registry.loadGrammar('text.html.markdown');
  if (!grammar) throw new Error('no Markdown grammar');
  return grammar;
}

let oniguruma: Promise<void> | undefined;
function loadOniguruma(): Promise<void> {
  oniguruma ??= loadWASM(
    readFileSync(require_.resolve('vscode-oniguruma/release/onig.wasm')).buffer as ArrayBuffer,
  );
  return oniguruma;
}

/** `entity.name.type.law.legal-memo` → `law`: the last word before our suffix. */
function kindOf(scopes: readonly string[]): string | undefined {
  for (let i = scopes.length - 1; i >= 0; i--) {
    const words = scopes[i]!.split('.');
    if (words.pop() === 'legal-memo' && words[0] !== 'punctuation') return words.pop();
  }
  return undefined;
}

/** The text with every highlighted stretch marked: `⟦article:第三十八条⟧`. */
export function mark(grammar: IGrammar, text: string): string {
  let state = INITIAL;
  return text
    .split('\n')
    .map((line) => {
      const result = grammar.tokenizeLine(line, state);
      state = result.ruleStack;
      let out = '';
      let open: string | undefined;
      for (const token of result.tokens) {
        const words = line.slice(token.startIndex, token.endIndex);
        const kind = kindOf(token.scopes);
        if (kind !== open) {
          if (open !== undefined) out += '⟧';
          if (kind !== undefined) out += `⟦${kind}:`;
          open = kind;
        }
        out += words;
      }
      return open === undefined ? out : `${out}⟧`;
    })
    .join('\n');
}

/** The source of a marked text. */
export function unmark(marked: string): string {
  return marked.replace(/⟦[a-z-]+:([^⟧]*)⟧/g, '$1');
}
