import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFramework, compileSignals, createFrameworks } from '../../../server/src/analysis/frameworks';
import { defaultConfiguration } from '../../../server/src/config';
import { createMemo } from '../../../server/src/memo/createMemo';
import { type Check, checkMemo } from '../../../server/src/rules/check';
import { builtIn, root } from '../citations/builtIn';

/** One planted defect, as `examples/expected/*.json` describes it. */
interface Defect {
  readonly defect: string;
  readonly kind: 'element' | 'citation' | 'quotation' | 'consistency';
  /** Element id, status of the citation, `differs`, or id of the consistency rule. */
  readonly about: string;
  /** Words of the memo that it concerns. */
  readonly text: string;
}

const examples = join(root, 'examples');
const names = readdirSync(join(examples, 'expected')).map((file) => file.replace(/\.json$/, ''));

describe('examples', () => {
  it('have an expectation each', () => {
    const memos = readdirSync(examples).filter((file) => /\.(zh|en)\.md$/.test(file));
    assert.deepEqual(memos.map((file) => file.replace(/\.md$/, '')).sort(), [...names].sort());
  });

  for (const name of names) {
    describe(name, () => {
      const text = readFileSync(join(examples, `${name}.md`), 'utf8');
      const defects: Defect[] = JSON.parse(readFileSync(join(examples, `expected/${name}.json`), 'utf8'));
      const planted = (kind: Defect['kind']) => defects.filter((d) => d.kind === kind);
      let check: Check;

      before(() => {
        check = checkMemo(createMemo(`file:///${name}.md`, 1, text), {
          library: builtIn(),
          framework: (id) => frameworks().framework(id),
          configuration: defaultConfiguration,
          today: '2026-11-20',
        });
      });

      it('holds the words of its defects', () => {
        for (const defect of defects) assert.ok(text.includes(defect.text), defect.text);
      });

      it('has front matter without a fault', () => {
        const { title, date, lawDate, factsDate, problems } = check.memo.frontMatter;
        assert.deepEqual(problems, []);
        assert.ok(title && date && lawDate && factsDate);
      });

      it('has the planted citations and no other bad one', () => {
        const bad = check.citations.citations.flatMap((citation) =>
          citation.targets
            .filter(({ status }) => status !== 'verified' && status !== 'not-in-library')
            .map(({ status }) => `${status}: ${citation.raw}`),
        );
        assert.deepEqual(
          bad.sort(),
          planted('citation')
            .map((d) => `${d.about}: ${d.text}`)
            .sort(),
        );
      });

      it('quotes the law as it is, except where planted', () => {
        const wrong = check.citations.quotations
          .filter(({ status }) => status === 'differs')
          .map(({ start, end }) => text.slice(start, end).replace(/^[“"]|[”"]$/g, ''));
        assert.deepEqual(
          wrong,
          planted('quotation').map((d) => d.text),
        );
      });

      it('treats every element that matters, except where planted', () => {
        const graver = new Set(
          check.framework.elements.filter((e) => e.severity === 'warning').map((e) => e.id),
        );
        const wanting = check.analysis.elements
          .filter((e) => e.required && graver.has(e.element) && e.status !== 'addressed')
          .map((e) => e.element);
        assert.deepEqual(
          wanting,
          planted('element').map((d) => d.about),
        );
      });

      it('contradicts itself only where planted', () => {
        assert.deepEqual(
          [...new Set(check.analysis.consistency.map((c) => c.id))].sort(),
          planted('consistency')
            .map((d) => d.about)
            .sort(),
        );
      });
    });
  }
});

let made: ReturnType<typeof createFrameworks> | undefined;

/** The built-in frameworks, compiled from their sources. */
function frameworks(): ReturnType<typeof createFrameworks> {
  if (made) return made;
  const read = (file: string) => readFileSync(join(root, 'server/frameworks', file), 'utf8');
  const signals = compileSignals(read('signals.yaml'), read('judgement.yaml'));
  const { json } = compileFramework(read('security-guarantee.yaml'), signals.signals);
  made = createFrameworks({
    ids: () => ['security-guarantee'],
    framework: (id) => (id === 'security-guarantee' ? json : undefined),
    signals: () => signals.json,
  });
  return made;
}
