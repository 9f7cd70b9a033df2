// Costs of the memo model alone, in ms of wall time: npx tsx scripts/bench-memo.mts
import { createMemo, editMemo } from '../server/src/memo/createMemo';
import type { Memo } from '../server/src/memo/memo';
import { memoText } from '../test/unit/memo/memoText';

/** Reads everything that is read lazily. */
function readAll(memo: Memo): number {
  let blocks = memo.sections.length;
  for (const chunk of memo.chunks) blocks += chunk.blocks.length;
  return blocks;
}

for (const [name, bytes, headings] of [
  ['10 KB', 10_000, true],
  ['100 KB', 100_000, true],
  ['1 MB', 1_000_000, true],
  ['1 MB without headings', 1_000_000, false],
  ['5 MB', 5_000_000, true],
] as const) {
  const text = memoText(bytes, headings);
  const opened: number[] = [];
  for (let run = 0; run < (bytes > 2_000_000 ? 4 : 15); run += 1) {
    const before = performance.now();
    readAll(createMemo('m', 1, text));
    opened.push(performance.now() - before);
  }
  let memo = createMemo('m', 1, text);
  readAll(memo);
  const edited: number[] = [];
  for (let version = 2; version < 402; version += 1) {
    const start = (version * 2_654_435_761) % memo.text.length;
    const before = performance.now();
    memo = editMemo(memo, version, [{ start, end: start, text: '字' }]);
    readAll(memo);
    edited.push(performance.now() - before);
  }
  opened.sort((a, b) => a - b);
  edited.sort((a, b) => a - b);
  const at = (values: readonly number[], part: number) =>
    (values[Math.floor(part * (values.length - 1))] as number).toFixed(2);
  console.log(
    `${name}: open ${at(opened, 0)} min, ${at(opened, 0.5)} median; edit p50 ${at(edited, 0.5)}, p95 ${at(edited, 0.95)}, p99 ${at(edited, 0.99)}`,
  );
}
