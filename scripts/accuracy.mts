// Prints how well citations and elements are understood, on our own labelled texts and, where it lies beside the project, on the
// development corpus (the elements; its citations are scored by its own tool):
//   npm run accuracy
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { corpusMemos, folders, type Judged, judged, labelledMemos } from '../test/unit/analysis/labelled';
import {
  folders as citationFolders,
  figuresOf,
  labelledTexts,
  scoreOf,
  total,
} from '../test/unit/citations/labelled';

const percent = (share: number) => `${(100 * share).toFixed(1).padStart(5)}`;

console.log(
  'citations               texts  citations  spans  edges  law + article  in full  negatives left alone',
);
for (const [name, folder] of Object.entries(citationFolders)) {
  const texts = labelledTexts(folder);
  const score = total(texts.map((text) => scoreOf(text)));
  const { spans, exact, article, full, leftAlone } = figuresOf(score);
  console.log(
    `  ${name.padEnd(20)} ${String(texts.length).padStart(6)} ${String(score.citations).padStart(10)}  ${percent(spans)}  ${percent(exact)}          ${percent(article)}    ${percent(full)}   ${percent(leftAlone)} of ${score.negatives}`,
  );
}

console.log(
  '\nelements                texts   core  without disputable  kappa  missing F1  present F1  supporting',
);
const line = (name: string, texts: number, { core, clear, supporting }: Judged) =>
  console.log(
    `  ${name.padEnd(20)} ${String(texts).padStart(6)}  ${percent(core.accuracy)}               ${percent(clear.accuracy)}   ${core.kappa.toFixed(2)}       ${percent(core.missing)}       ${percent(core.present)}       ${percent(supporting.accuracy)}`,
  );
for (const [name, folder] of Object.entries(folders)) {
  const memos = labelledMemos(folder);
  line(name, memos.length, judged(memos));
}
const corpus = join(import.meta.dirname, '../../shared/corpus');
if (existsSync(corpus)) {
  const texts = corpusMemos(corpus);
  line('corpus', texts.length, judged(texts));
}
