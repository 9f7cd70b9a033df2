import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { indexCitations } from '../../../server/src/citations/indexCitations';
import { withoutPlaceholders } from '../../../server/src/features/snippetText';
import { createMemo } from '../../../server/src/memo/createMemo';
import { builtIn, root } from '../citations/builtIn';

interface Snippet {
  readonly prefix: string[];
  readonly description: string;
  readonly body: string[];
}

const languages = ['zh', 'en'] as const;
const snippets = Object.fromEntries(
  languages.map((language) => [
    language,
    JSON.parse(readFileSync(join(root, `snippets/memo.${language}.code-snippets`), 'utf8')),
  ]),
) as Record<(typeof languages)[number], Record<string, Snippet>>;

const all = languages.flatMap((language) =>
  Object.entries(snippets[language]).map(([key, snippet]) => ({
    name: `${language} ${key}`,
    ...snippet,
    text: snippet.body.join('\n'),
  })),
);

describe('snippets', () => {
  it('are the same in both languages', () => {
    assert.deepEqual(Object.keys(snippets.zh), Object.keys(snippets.en));
  });

  it('have a description and a body', () => {
    for (const { name, description, body } of all) {
      assert.ok(
        description.length > 0 && body.length > 0 && body.every((line) => !line.includes('\n')),
        name,
      );
    }
  });

  it('have prefixes of their own, one of them in ASCII', () => {
    const seen = new Map<string, string>();
    for (const { name, prefix } of all) {
      assert.ok(
        prefix.some((word) => /^lm-[a-z-]+$/.test(word)),
        name,
      );
      for (const word of prefix) {
        assert.equal(seen.get(word), undefined, `${word}: ${name} and ${seen.get(word)}`);
        seen.set(word, name);
      }
    }
  });

  it('have well-formed placeholders, numbered without gap, and one end', () => {
    for (const { name, text } of all) {
      const stops = placeholders(text, name);
      const numbers = [...new Set(stops)].sort((a, b) => a - b);
      assert.deepEqual(
        numbers,
        numbers.map((_, i) => i),
        name,
      );
      assert.equal(stops.filter((stop) => stop === 0).length, 1, `${name}: $0`);
    }
  });

  it('cover every required element of the framework', () => {
    const framework = parse(readFileSync(join(root, 'server/frameworks/security-guarantee.yaml'), 'utf8'));
    const ids: string[] = framework.elements.map((element: { id: string }) => element.id);
    for (const element of framework.elements)
      if (element.kind === 'required') assert.ok(`element-${element.id}` in snippets.zh, element.id);
    for (const key of Object.keys(snippets.zh)) {
      const id = /^element-(.+)$/.exec(key)?.[1];
      if (id !== undefined) assert.ok(ids.includes(id), `no such element: ${id}`);
    }
  });

  it('cite provisions that exist, and give front matter without a fault', () => {
    for (const { name, text } of all) {
      const memo = createMemo(name, 1, inserted(text));
      assert.deepEqual(memo.frontMatter.problems, [], name);
      const { citations } = indexCitations(memo, builtIn(), { asOf: '2026-11-16', today: '2026-11-16' });
      if (name.includes(' cite-')) assert.equal(citations.length, 1, name);
      for (const { raw, targets } of citations) {
        assert.ok(targets.length > 0, `${name}: ${raw}`);
        for (const { status } of targets) assert.equal(status, 'verified', `${name}: ${raw}`);
      }
    }
  });

  it('hold no text of a law', () => {
    const window = 14;
    const folder = join(root, 'server/statutes');
    const laws = readdirSync(folder)
      .filter((file) => file.endsWith('.md'))
      .map((file) => readFileSync(join(folder, file), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, ''))
      .join('\n');
    for (const { name, text } of all)
      for (let i = 0; i + window <= text.length; i++) {
        const words = text.slice(i, i + window);
        if (/^\p{Script=Han}+$/u.test(words)) assert.ok(!laws.includes(words), `${name}: ${words}`);
      }
  });
});

/** What the editor inserts, on some day. */
function inserted(snippet: string): string {
  const words = snippet
    .replaceAll('$CURRENT_YEAR', '2026')
    .replaceAll('$CURRENT_MONTH_NAME', 'November')
    .replaceAll('$CURRENT_MONTH', '11')
    .replaceAll('$CURRENT_DATE', '16')
    .replaceAll('$TM_SELECTED_TEXT', '');
  const first = /\$\{1:([^}]*)\}/.exec(words)?.[1] ?? '';
  return withoutPlaceholders(words.replaceAll('$1', first));
}

const variables = /^(CURRENT_(YEAR|MONTH|DATE|MONTH_NAME)|TM_SELECTED_TEXT)/;

/** The tab stops of a snippet in order of appearance; fails on anything that is not snippet syntax. */
function placeholders(text: string, name: string): number[] {
  const stops: number[] = [];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const rest = text.slice(i + 1);
    if (text[i] === '}') depth--;
    if (text[i] !== '$') continue;
    const variable = variables.exec(rest);
    const stop = /^\d+/.exec(rest);
    const open = /^\{(\d+)(:|\|)/.exec(rest);
    const place = `${name}: …${text.slice(i, i + 20)}`;
    if (variable) i += variable[0].length;
    else if (stop) {
      stops.push(Number(stop[0]));
      i += stop[0].length;
    } else {
      assert.ok(open, place);
      stops.push(Number(open[1]));
      if (open[2] === '|') {
        const choices = /^\{\d+\|([^|{}$]+)\|\}/.exec(rest);
        assert.ok(choices, place);
        assert.ok(
          choices[1]!.split(',').every((choice) => choice !== ''),
          place,
        );
        i += choices[0].length;
      } else {
        depth++;
        i += open[0].length;
      }
    }
  }
  assert.equal(depth, 0, `${name}: braces`);
  return stops;
}
