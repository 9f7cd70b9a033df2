import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementFinding } from '../../../../server/src/analysis/analysis';
import { fixesOf } from '../../../../server/src/features/codeActions';
import type { Check } from '../../../../server/src/rules/check';
import { proposeSection } from '../../../../server/src/rules/elements/section';
import type { Finding, Fix } from '../../../../server/src/rules/rule';
import { root } from '../../citations/builtIn';
import { applyFix } from '../applyFix';
import { builtInFrameworks, check } from '../environment';

/** Memos on which every fix of every element finding is tried out. */
const folders = [join(root, 'examples'), join(root, 'test/fixtures/elements')];
/** Further texts where the checkout has them beside it; they are no part of this project. */
const beside = join(root, '..', 'shared', 'corpus', 'texts');

describe('fixes of elements', () => {
  for (const folder of folders)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.md')))
      it(`${name}: each does what it says`, () => tryAll(read(join(folder, name))));

  it('texts beside the checkout: each does what it says', function () {
    if (!existsSync(beside)) {
      console.log(`      skipped: no ${beside}`);
      this.skip();
    }
    this.timeout(60000);
    for (const name of readdirSync(beside).filter((file) => /^(?:dv|seed)\w*\.md$/.test(file)))
      tryAll(read(join(beside, name)), name);
  });

  const bare = {
    zh: '# 备忘录\n\n## 法律分析\n\n某甲在某平台网购。\n',
    en: '# Memorandum\n\n## Analysis\n\nMr A bought something on a platform.\n',
  };
  for (const framework of builtInFrameworks().ids())
    for (const language of ['zh', 'en'] as const)
      for (const { id } of builtInFrameworks().framework(framework)!.elements)
        it(`${framework}: the template of ${id} (${language}) is a beginning and no treatment`, () => {
          const before = check(bare[language], { framework });
          const proposal = proposeSection(before.context, id)!;
          const { offset, text, edits } = proposal;
          const after = applyFix(bare[language], {
            title: { key: 'test' },
            edits: [{ start: offset, end: offset, text }, ...edits],
            safe: false,
            snippet: true,
          });
          const result = check(after, { framework });
          const status = statusOf(result, id);
          assert.notEqual(status, 'missing', after);
          const { kind } = result.framework.elements.find((element) => element.id === id)!;
          const blank = ({ rule, data }: Finding) =>
            rule === 'E02' && (data as { id: string }).id.startsWith(id);
          assert.ok(kind === 'supporting' || result.findings.some(blank), `${status}\n${after}`);
          assert.ok(result.findings.some(({ rule }) => rule === 'M04'));
          assert.doesNotMatch(after, language === 'zh' ? /[a-z]{4}/ : /[一-鿿]/);
        });

  it('keeps CRLF', () => {
    const text = read(join(root, 'examples/slimming-tea.zh.md')).replaceAll('\n', '\r\n');
    tryAll(text);
  });

  it('a section put in twice is not offered again', () => {
    const text =
      '# 备忘录\n\n## 法律分析\n\n某甲在某平台网购，依照《电子商务法》第三十八条第一款主张赔偿。\n';
    const before = check(text);
    const finding = before.findings.find(({ rule, data }) => rule === 'E01' && data === 'causation')!;
    const after = check(applyFix(text, fixesOf(finding, before)[0]!));
    const next = after.findings.find(({ rule, message }) => rule === 'E02' && message.key === 'E02.blank');
    assert.ok(next);
    assert.deepEqual(
      fixesOf(next, after).map(({ title }) => title.key),
      ['fix.waive-element'],
    );
  });
});

const read = (path: string) => readFileSync(path, 'utf8').replace(/^\ufeff/, '');

function tryAll(text: string, name = ''): void {
  const before = check(text);
  for (const finding of before.findings) {
    if (!/^E0[123]$/.test(finding.rule)) continue;
    for (const fix of fixesOf(finding, before)) tryOut(text, before, finding, fix, name);
  }
}

function tryOut(text: string, before: Check, finding: Finding, fix: Fix, name: string): void {
  const after = applyFix(text, fix);
  const result = check(after);
  const id = elementOf(fix, before) ?? assert.fail(`${fix.title.key} of no element`);
  const was = statusOf(before, id);
  const is = statusOf(result, id);
  const what = `${name} ${finding.rule} ${fix.title.key} ${id}: ${was} → ${is}\n${fix.edits.map((e) => e.text).join('\n')}`;
  assert.doesNotMatch(after.slice(0, after.length), /\$\{\d|\{bases\}/, what);
  if (text.includes('\r\n')) assert.doesNotMatch(after, /[^\r]\n/, what);
  if (fix.title.key === 'fix.waive-element') {
    assert.equal(is, 'waived', what);
    assert.ok(
      result.findings.some(({ rule, message }) => rule === 'M02' && message.key === 'M02.no-waiver-reason'),
      what,
    );
    return;
  }
  assert.notEqual(is, 'missing', what);
  assert.notEqual(is, 'waived', what);
  // What is put in beside a good treatment may be taken for a part of it; that it is not filled in is said all the same.
  assert.ok(
    result.findings.some(({ rule }) => rule === 'M04'),
    what,
  );
  assert.ok(!result.findings.some(({ rule, data }) => rule === 'E01' && data === id), what);
  if (finding.rule === 'E02') {
    const again = result.findings.find(
      ({ rule, data }) => rule === 'E02' && (data as { id: string }).id === id,
    );
    assert.ok(!again || again.message.key === 'E02.blank', `${again?.message.key} ${what}`);
  }
  // What is put in cites the law rightly.
  const bad = (c: Check) =>
    c.findings.filter(
      ({ rule, severity }) => rule.startsWith('C') && severity !== 'information' && severity !== 'hint',
    ).length;
  assert.ok(bad(result) <= bad(before), what);
}

function elementOf({ title }: Fix, { framework }: Check): string | undefined {
  for (const element of framework.elements)
    for (const one of [element, ...element.parts])
      if (one.name.zh.replace(/[。.]$/, '') === title.args?.name) return one.id;
  return undefined;
}

function statusOf({ analysis }: Check, id: string): string | undefined {
  const search = (list: readonly ElementFinding[]): string | undefined => {
    for (const one of list) {
      if (one.element === id) return one.status;
      const part = search(one.parts);
      if (part) return part;
    }
    return undefined;
  };
  return search(analysis.elements);
}
