// Prints the citations of texts in the schema of `legal-memo analyze`, straight from the sources (no build):
//   npx tsx scripts/analyze-corpus.mts FILES… > predictions.json
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexCitations } from '../server/src/citations/indexCitations';
import { createMemo } from '../server/src/memo/createMemo';
import { readStatuteSources } from '../server/src/node/statuteSources';
import { compiledFiles, compileLibrary } from '../server/src/statutes/compile';
import { createLibrary } from '../server/src/statutes/createLibrary';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const library = createLibrary(
  compiledFiles(compileLibrary(readStatuteSources(path.join(root, 'server/statutes')))),
);
const today = '2026-11-25';
const docs: Record<string, unknown> = {};
for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  const memo = createMemo(file, 1, text);
  const asOf = memo.frontMatter.lawDate ?? memo.frontMatter.date ?? today;
  const index = indexCitations(memo, library, { asOf, today });
  docs[file] = {
    asOf,
    citations: index.citations.flatMap((citation) =>
      citation.targets.map((target) => ({
        start: citation.start,
        end: citation.end,
        raw: citation.raw,
        kind: citation.kind,
        law: citation.statute?.short ?? citation.unknownTitle ?? null,
        ...target.place,
        ...(target.to ? { to: target.to } : {}),
        status: target.status,
        version: target.version?.effective,
      })),
    ),
    quotations: index.quotations.map((q) => ({
      start: q.start,
      end: q.end,
      text: text.slice(q.start, q.end).slice(0, 60),
      law: q.citation.statute?.short,
      ...q.target.place,
      status: q.status,
      differences: q.differences.map((d) => ({
        written: d.written,
        official: d.official,
        operative: d.operative,
      })),
      elsewhere: q.elsewhere && { version: q.elsewhere.version.id, ...q.elsewhere.place },
    })),
  };
}
console.log(JSON.stringify({ schemaVersion: 1, docs }));
