import assert from 'node:assert/strict';
import { withoutPlaceholders } from '../../../../server/src/features/snippetText';
import { memoSkeleton } from '../../../../server/src/rules/elements/skeleton';
import { builtInFrameworks, check, environment, today } from '../environment';

describe('skeleton of a new memo', () => {
  for (const id of builtInFrameworks().ids())
    for (const language of ['zh', 'en'] as const) {
      const framework = builtInFrameworks().framework(id)!;
      const { library } = environment();
      const snippet = memoSkeleton(framework, { language, today, library });

      it(`${id}, ${language}: names its framework and date, treats every required element, leaves blanks`, () => {
        const result = check(withoutPlaceholders(snippet));
        assert.equal(result.framework.id, id);
        assert.equal(result.asOf, today);
        const required = framework.elements.filter(({ kind }) => kind === 'required');
        for (const { id: element } of required) {
          const status = result.analysis.elements.find((one) => one.element === element)?.status;
          assert.notEqual(status, 'missing', element);
          const blank = result.findings.some(
            ({ rule, data }) => rule === 'E02' && (data as { id: string }).id.startsWith(element),
          );
          assert.ok(blank, `${element}: ${status}`);
        }
        assert.ok(result.findings.some(({ rule }) => rule === 'M04'));
        assert.deepEqual(
          result.findings.filter(
            ({ severity, rule }) => severity === 'error' || rule === 'E01' || rule === 'M01',
          ),
          [],
        );
      });

      it(`${id}, ${language}: placeholders from 1 without gap, the title's alone twice`, () => {
        const numbers = [...snippet.matchAll(/\$\{(\d+)/g)].map((match) => Number(match[1]));
        assert.equal(numbers.filter((n) => n === 1).length, 2);
        const [, , ...others] = [...numbers].sort((a, b) => a - b);
        assert.deepEqual(
          others,
          others.map((_, index) => index + 2),
        );
        assert.doesNotMatch(withoutPlaceholders(snippet), /\$\{|\n{3,}|[{}]/);
      });
    }
});
