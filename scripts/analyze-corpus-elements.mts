// Prints the judgement of elements for memos, in the schema of `legal-memo analyze --format json`:
//   npx tsx scripts/analyze-corpus-elements.mts FILE.md … > predictions.json
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyzeMemo } from '../server/src/analysis/analyze';
import { compileFramework, compileSignals, createFrameworks } from '../server/src/analysis/frameworks';
import type { CitationIndex } from '../server/src/citations/citation';
import { createMemo } from '../server/src/memo/createMemo';
import { indexForScripts } from './citations-for-scripts.mts';

const folder = join(import.meta.dirname, '../server/frameworks');
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const signals = compileSignals(read('signals.yaml'));
const frameworks = createFrameworks({
  ids: () => ['security-guarantee'],
  framework: (id) => compileFramework(read(`${id}.yaml`), signals.signals).json,
  signals: () => signals.json,
});
const framework = frameworks.framework('security-guarantee')!;

const docs: Record<string, unknown> = {};
for (const path of process.argv.slice(2)) {
  const memo = createMemo(path, 1, readFileSync(path, 'utf8'));
  const citations: CitationIndex = indexForScripts(memo);
  const analysis = analyzeMemo(memo, citations, framework);
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
