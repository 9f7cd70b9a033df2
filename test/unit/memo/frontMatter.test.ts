import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { createMemo } from '../../../server/src/memo/createMemo';
import { frontMatterEnd } from '../../../server/src/memo/cut';
import { readDate } from '../../../server/src/memo/frontMatter';
import type { FrontMatter } from '../../../server/src/memo/memo';

function read(content: string): FrontMatter & { readonly text: string } {
  const memo = createMemo('m', 1, `---\n${content}\n---\n\n正文\n`);
  return { ...memo.frontMatter, text: memo.text };
}

/** Codes of the problems with the words they stand at. */
function problems(matter: FrontMatter & { readonly text: string }): string[] {
  return matter.problems.map(({ code, start, end }) => `${code} ${matter.text.slice(start, end)}`);
}

describe('front matter', () => {
  it('reads English and Chinese keys', () => {
    const expected = {
      title: '备忘录：减肥茶',
      date: '2026-11-24',
      lawDate: '2026-11-01',
      factsDate: '2020-01-05',
      framework: 'security-guarantee',
      type: 'legal-memo',
      language: 'zh',
      waive: { causation: '无争议' },
    };
    const english =
      'title: 备忘录：减肥茶\ndate: 2026-11-24\nlaw-date: 2026/11/1\nfacts-date: "2020年1月5日"\nframework: security-guarantee\n' +
      'type: legal-memo\nlanguage: zh-CN\nwaive:\n  causation: 无争议';
    const chinese =
      '标题: 备忘录：减肥茶\n日期: 2026年11月24日\n法律基准日: 2026年11月01日\n事实发生日: 2020-01-05\n框架: security-guarantee\n' +
      '类型: legal-memo\n语言: 中文\n不适用: {causation: 无争议}';
    for (const content of [english, chinese]) {
      const { range, places, problems, text, ...values } = read(content);
      assert.deepEqual(values, expected);
      assert.deepEqual(problems, []);
      assert.equal(text.slice(range?.start, range?.end), `---\n${content}\n---`);
      assert.equal(text.slice(places.title?.start, places.title?.end), '备忘录：减肥茶');
      assert.equal(text.slice(places['waive.causation']?.start, places['waive.causation']?.end), 'causation');
    }
  });

  it('says what is wrong and where', () => {
    assert.deepEqual(problems(read('date: 2026-13-01')), ['bad-date 2026-13-01']);
    assert.deepEqual(problems(read('date: [1]\nlanguage: Latin')), ['bad-value [1]', 'bad-value Latin']);
    assert.deepEqual(problems(read('Law_Date: 2026-01-01')), ['unknown-key Law_Date']);
    assert.deepEqual(problems(read('fact-date: 2026-01-01')), ['unknown-key fact-date']);
    assert.deepEqual(problems(read('framwork: premises-operator')), ['unknown-key framwork']);
    assert.deepEqual(problems(read('基准日: 2026-01-01')), ['unknown-key 基准日']);
    assert.deepEqual(problems(read('事实发生日期: 2026-01-01')), ['unknown-key 事实发生日期']);
    assert.deepEqual(problems(read('data: x\ntypes: y\nworkframe: z\n发生: a')), []);
    assert.deepEqual(problems(read('waive: causation')), ['bad-value causation']);
    assert.deepEqual(problems(read('tags: [a, b]\nauthor: 甲')), []);
    assert.ok(problems(read('title: "open')).some((problem) => problem.startsWith('malformed')));
    assert.deepEqual(problems(read('- a\n- b')).length, 1);
    assert.deepEqual(read('').problems, []);
    assert.deepEqual(read('title:').title, undefined);
  });

  it('never throws and keeps its places inside', () => {
    const words = fc.constantFrom(
      'title',
      'date',
      '不适用',
      ':',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '&a ',
      '*a',
      '!!x ',
      '|',
      '>',
      '#',
      '2026-1-1',
      '\t',
      '? ',
      '<<: ',
      ',',
      '\r\n',
      '%',
      '@',
      '字',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 14 }), (parts) => {
        const matter = read(parts.join(''));
        for (const { start, end } of [...Object.values(matter.places), ...matter.problems]) {
          assert.ok(start >= 0 && start <= end && end <= matter.text.length);
        }
      }),
      { numRuns: Number(process.env.MEMO_FUZZ_RUNS ?? 300) },
    );
  });

  it('does not expand aliases without bound', () => {
    const levels = Array.from(
      { length: 12 },
      (_, index) => `l${index + 1}: &l${index + 1} [${`*l${index}, `.repeat(9)}]`,
    );
    assert.deepEqual(read(['l0: &l0 [x]', ...levels, 'title: 甲'].join('\n')).title, '甲');
  });

  it('ends where the Markdown parser ends it', () => {
    function withFrontMatter(this: Processor): void {
      const data = this.data() as Record<string, unknown>;
      data.micromarkExtensions = [frontmatter('yaml')];
      data.fromMarkdownExtensions = [frontmatterFromMarkdown('yaml')];
    }
    const processor = unified().use(remarkParse).use(withFrontMatter);
    const lines = fc.constantFrom('---', '--- ', '---\t', '----', ' ---', 'a: 1', '', '--- x', '...');
    const breaks = fc.constantFrom('\n', '\r\n', '\r', '');
    fc.assert(
      fc.property(fc.array(fc.tuple(lines, breaks), { maxLength: 6 }), (parts) => {
        const text = parts.map((part) => part.join('')).join('');
        const first = (processor.parse(text) as Root).children[0];
        const end = frontMatterEnd(text);
        if (first?.type !== 'yaml') assert.equal(end, 0);
        else
          assert.equal(text.slice(0, end).replace(/[\r\n]+$/, ''), text.slice(0, first.position?.end.offset));
      }),
      { numRuns: 400 },
    );
  });
});

describe('dates', () => {
  for (const [written, date] of [
    ['2026-11-24', '2026-11-24'],
    ['2026/1/2', '2026-01-02'],
    ['2026.01.02', '2026-01-02'],
    ['2026年11月24日', '2026-11-24'],
    [' 2026 年 1 月 2 日 ', '2026-01-02'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', undefined],
    ['2026-11', undefined],
    ['26-11-24', undefined],
    ['2026-1/2', undefined],
    ['2026-11-24T08:00:00Z', '2026-11-24'],
    ['明天', undefined],
  ] as const) {
    it(`${written} is ${date ?? 'no date'}`, () => assert.equal(readDate(written), date));
  }
});
