import type { ElementFinding } from '../../analysis/analysis';
import type { Block, Chunk } from '../../memo/memo';
import { textOf } from '../../memo/textOf';
import type { RuleContext } from '../rule';
import { blanksOf } from './blanks';
import { contentEnd } from './contentEnd';
import { homesOf, names } from './homes';
import { topId } from './section';

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

/**
 * Whether a fix has left blanks in the treatment found: in its own section, else in its sentences or in the paragraphs put in
 * behind them.
 */
export function hasBlanks(context: RuleContext, finding: ElementFinding): boolean {
  const blanks = blanksOf(context.memo);
  if (blanks.length === 0) return false;
  const within = (start: number, end: number) =>
    blanks.some((blank) => start <= blank.start && blank.start < end);
  const { headings, of } = homesOf(context);
  const top = topId(finding.element);
  const home = of.get(top);
  if (home !== undefined && names(headings[home]!, top)) {
    const { start, subtreeEnd } = headings[home]!;
    if (within(start, subtreeEnd)) return true;
  }
  if (finding.evidence.some(({ start, end }) => within(start, end))) return true;
  const end = endOfTreatment(context, finding);
  if (end === undefined) return false;
  // The name of a part may stand before the first blank.
  const behind = /^\s*(?:[^\n]+\n\s*\n){0,1}[^\n]+/.exec(textOf(context.memo, end, end + 1200));
  return behind !== null && within(end, end + behind[0].length);
}

const inside = ({ list, table, quoteDepth, footnote }: Block): boolean =>
  list !== undefined || table !== undefined || quoteDepth > 0 || footnote !== undefined;

/** The next block belongs to the same list, table or quotation. */
function goesOn({ blocks }: Chunk, at: number): boolean {
  const block = blocks[at];
  const next = blocks[at + 1];
  return block !== undefined && next !== undefined && inside(block) && inside(next);
}
