import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isMap, isScalar, parseDocument } from 'yaml';
import { plainPairs } from '../../../server/src/memo/plainFrontMatter';

/** What the YAML reader finds, in the shape of `plainPairs`. */
function byYaml(content: string) {
  const { contents, errors } = parseDocument(content, {
    strict: false,
    logLevel: 'silent',
    uniqueKeys: false,
  });
  assert.deepEqual(errors, []);
  if (contents === null) return [];
  assert.ok(isMap(contents));
  return contents.items.map(({ key, value }) => {
    assert.ok(isScalar(key) && isScalar(value) && value.type === 'PLAIN' && value.value !== null);
    assert.ok(key.range && value.range && value.source !== undefined);
    assert.equal(value.range[1] - value.range[0], value.source.length);
    return {
      key: String(key.source),
      keyStart: key.range[0],
      value: value.source,
      valueStart: value.range[0],
    };
  });
}

const piece = fc.constantFrom(
  ...[
    'a',
    'Z',
    '7',
    '-',
    '_',
    ' ',
    '  ',
    ':',
    ': ',
    ' #',
    '#',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '法',
    '标题',
    '《',
    '》',
  ],
  ...[
    '“',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    '&',
    '*',
    '!',
    '|',
    '>',
    '%',
    '@',
    '`',
    '~',
    'null',
    'true',
    '\u3000',
  ],
  ...[
    '2026-11-24',
    '0x1f',
    '1e3',
    'title: 平台责任',
    'date: 2026年1月2日',
    '...',
    '---',
    '- ',
    '? ',
    '\u00a0',
    '\ufeff',
    '😀',
  ],
);

describe('plain front matter', () => {
  it('reads lines of key and value, with their places', () => {
    assert.deepEqual(plainPairs('title: 关于 A 的备忘录  \n\n日期: 2026-11-24\n'), [
      { key: 'title', keyStart: 0, value: '关于 A 的备忘录', valueStart: 7 },
      { key: '日期', keyStart: 20, value: '2026-11-24', valueStart: 24 },
    ]);
    assert.deepEqual(plainPairs(''), []);
  });

  it('leaves all else to the YAML reader', () => {
    for (const content of [
      'title:\n',
      'title: "x"\n',
      'waive:\n  a: b\n',
      'a: b # c\n',
      'a: b: c\n',
      '- a\n',
      'a: null\n',
    ])
      assert.equal(plainPairs(content), undefined, content);
  });

  it('finds what the YAML reader finds', () => {
    const lines = fc.array(
      fc.tuple(fc.constantFrom('title', '标题', 'law-date', 'x_1', '日期'), fc.array(piece)),
    );
    const text = fc.oneof(
      fc.array(piece).map((pieces) => pieces.join('')),
      lines.map((list) => list.map(([key, value]) => `${key}: ${value.join('')}\n`).join('')),
    );
    fc.assert(
      fc.property(text, (content) => {
        const pairs = plainPairs(content);
        if (pairs) assert.deepEqual(pairs, byYaml(content));
      }),
      { numRuns: 3000 },
    );
  });
});
