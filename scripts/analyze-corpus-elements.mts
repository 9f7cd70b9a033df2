// Prints the judgement of elements for memos, in the schema of `legal-memo analyze --format json`:
//   npx tsx scripts/analyze-corpus-elements.mts FILE.md … > predictions.json
import { readFileSync } from 'node:fs';
import { analyzeMemo } from '../server/src/analysis/analyze';
import { createMemo } from '../server/src/memo/createMemo';
import { citationsOf, loadFramework } from './corpus-tools.mts';

const framework = loadFramework('security-guarantee');
const docs: Record<string, unknown> = {};
for (const path of process.argv.slice(2)) {
  const memo = createMemo(path, 1, readFileSync(path, 'utf8'));
  const analysis = analyzeMemo(memo, citationsOf(memo), framework);
  docs[path] = {
    elements: Object.fromEntries(
      analysis.elements.map((element) => [
        element.element,
        {
          status: element.status,
          ...(element.status === 'waived' && { waived: true }),
          evidence: element.evidence.map(({ start, end }) => [start, end]),
          facets: element.facets,
        },
      ]),
    ),
  };
}
console.log(JSON.stringify({ schemaVersion: 1, docs }));
