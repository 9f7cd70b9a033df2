import type { ElementFinding } from '../../analysis/analysis';
import type { Block, Chunk } from '../../memo/memo';
import type { RuleContext } from '../rule';
import { contentEnd } from './contentEnd';

/**
 * The end of the paragraph in which the treatment found ends: behind the whole list, table or quotation that it stands in.
 * @returns absolute offset; undefined = there is no treatment
 */
export function endOfTreatment(context: RuleContext, finding: ElementFinding): number | undefined {
  const solid = finding.evidence.filter(({ shows }) => shows !== 'mention' && shows !== 'waiver');
  const evidence = solid.length > 0 ? solid : finding.evidence;
  // The best stretch comes first; others of its neighbourhood may go on behind it.
  const last = evidence[0];
  if (!last) return undefined;
  const { memo } = context;
  let index = memo.starts.length - 1;
  while (index > 0 && memo.starts[index]! > last.start) index--;
  const chunk = memo.chunks[index]!;
  const offset = memo.starts[index]!;
  let at = chunk.blocks.findIndex(({ end }) => offset + end >= last.end);
  if (at < 0) at = chunk.blocks.length - 1;
  while (goesOn(chunk, at)) at++;
  const block = chunk.blocks[at];
  if (!block) return undefined;
  if (block.footnote !== undefined) return contentEnd(memo.text, 0, memo.text.length);
  const end = offset + block.end;
  const newline = memo.text.indexOf('\n', end);
  return contentEnd(memo.text, end, newline < 0 ? memo.text.length : newline);
}

const inside = ({ list, table, quoteDepth, footnote }: Block): boolean =>
  list !== undefined || table !== undefined || quoteDepth > 0 || footnote !== undefined;

/** The next block belongs to the same list, table or quotation. */
function goesOn({ blocks }: Chunk, at: number): boolean {
  const block = blocks[at];
  const next = blocks[at + 1];
  return block !== undefined && next !== undefined && inside(block) && inside(next);
}
