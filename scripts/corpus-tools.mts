// What the corpus scripts share: the framework and the statute library from their sources, the citations of a memo.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Framework } from '../server/src/analysis/framework';
import { compileFramework, compileSignals, createFrameworks } from '../server/src/analysis/frameworks';
import type { CitationIndex } from '../server/src/citations/citation';
import { indexCitations } from '../server/src/citations/indexCitations';
import type { Memo } from '../server/src/memo/memo';
import { readStatuteSources } from '../server/src/node/statuteSources';
import { compiledFiles, compileLibrary } from '../server/src/statutes/compile';
import { createLibrary } from '../server/src/statutes/createLibrary';

const server = join(import.meta.dirname, '../server');
const read = (name: string) => readFileSync(join(server, 'frameworks', name), 'utf8');

/** A built-in framework, compiled from its YAML file. */
export function loadFramework(id: string): Framework {
  const signals = compileSignals(read('signals.yaml'), read('judgement.yaml'));
  const frameworks = createFrameworks({
    ids: () => [id],
    framework: () => compileFramework(read(`${id}.yaml`), signals.signals).json,
    signals: () => signals.json,
  });
  return frameworks.framework(id)!;
}

export const library = createLibrary(
  compiledFiles(compileLibrary(readStatuteSources(join(server, 'statutes')))),
);

/** Citations as of the memo's own date, else as of `today`. */
export function citationsOf(memo: Memo, today = '2026-11-24'): CitationIndex {
  const asOf = memo.frontMatter.lawDate ?? memo.frontMatter.date ?? today;
  return indexCitations(memo, library, { asOf, today });
}
