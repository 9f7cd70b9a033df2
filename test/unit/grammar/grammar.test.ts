import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IGrammar, INITIAL } from 'vscode-textmate';
import { assertGrowth } from '../../growth';
import { contributedGrammars, loadMarkdown, mark, unmark } from './tokenize';

const root = join(__dirname, '../../..');
const fixtures = join(__dirname, 'fixtures');

/** Lines of one of these, repeated, tempt a pattern into backtracking. */
const hostile = {
  'opening title marks': '《',
  'titles without end': '《中华人民共和国法',
  numerals: '第一二三四五六七八九',
  'lists of numerals': '第一、二、三、',
  'Chinese characters': '国务院令最高人民法院',
  'years in brackets': '（2022）京沪',
  'English articles': 'Article 1, 2, 3, 4 and 5 of the Law on the Law of ',
  'capitalised words': 'The Law On The Law ',
  ranges: '条至第一条',
};

describe('grammar', () => {
  it('is contributed to Markdown by files that exist', () => {
    for (const { path, injectTo, scopeName } of contributedGrammars()) {
      const grammar = JSON.parse(readFileSync(join(root, path), 'utf8'));
      assert.equal(grammar.scopeName, scopeName);
      assert.deepEqual(injectTo, ['text.html.markdown']);
    }
  });

  describe('on a stand-in for the Markdown grammar', () => {
    holdsOn(() => new Map([['text.html.markdown', join(__dirname, 'markdown.tmLanguage.json')]]));
  });

  describe("on the editor's own Markdown grammar", () => {
    holdsOn(editorsMarkdown);
  });
});

/** The Markdown grammar of an editor that the end-to-end tests have fetched, if any, and the languages inside it. */
function editorsMarkdown(): ReadonlyMap<string, string> | undefined {
  const hosts = process.env.LEGAL_MEMO_VSCODE_HOST ?? join(root, '.cache/vscode-host');
  for (const host of existsSync(hosts) ? readdirSync(hosts) : []) {
    const extensions = join(hosts, host, 'node_modules/code-server/lib/vscode/extensions');
    if (!existsSync(extensions)) continue;
    const files = new Map<string, string>();
    for (const extension of ['markdown-basics', 'html', 'yaml']) {
      const folder = join(extensions, extension);
      const { contributes } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      for (const { scopeName, path } of contributes.grammars) files.set(scopeName, join(folder, path));
    }
    return files;
  }
  return undefined;
}

function holdsOn(markdown: () => ReadonlyMap<string, string> | undefined) {
  let grammar: IGrammar;

  before('load the grammar', async function () {
    const files = markdown();
    if (files === undefined) {
      console.log('      skipped: no editor here (npm test installs it)');
      this.skip();
    }
    grammar = await loadMarkdown(files);
  });

  for (const name of readdirSync(fixtures)) {
    it(name, () => {
      const expected = readFileSync(join(fixtures, name), 'utf8');
      assert.equal(mark(grammar, unmark(expected)), expected);
    });
  }

  it('leaves the markup of a line that begins with a citation alone', () => {
    const line = '《民法典》第一条 **加粗**';
    const { tokens } = grammar.tokenizeLine(line, INITIAL);
    const bold = tokens.find((token) => line.slice(token.startIndex, token.endIndex) === '加粗');
    assert.ok(bold?.scopes.includes('markup.bold.markdown'), String(bold?.scopes));
  });

  // A line twice as long may cost about twice as much; four times (plus a floor for the clock) is a blow-up.
  for (const [name, unit] of Object.entries(hostile)) {
    it(`stays linear on a long line of ${name}`, () => {
      const line = (length: number) => unit.repeat(Math.ceil(length / unit.length));
      const [short, long] = [line(5_000), line(10_000)];
      assertGrowth({
        small: () => grammar.tokenizeLine(short, INITIAL),
        large: () => grammar.tokenizeLine(long, INITIAL),
        ratio: 3.5,
        floor: 8,
      });
    });
  }
}
