import checks from '../../../citations/checks.json';
import type { Block } from '../../memo/memo';
import { splitSentences } from '../../memo/sentences';
import type { TextRange } from '../../text/range';

const { leads, verdicts } = checks.grounds;

/**
 * Where a judgment names its grounds: from 依照 to 判决如下 within one sentence. Ranges of the block's prose.
 */
export function verdictGrounds(block: Block): TextRange[] {
  const { prose } = block;
  if (!verdicts.some((word) => prose.includes(word))) return [];
  const found: TextRange[] = [];
  for (const { start, end } of splitSentences(prose)) {
    const sentence = prose.slice(start, end);
    const close = Math.max(...verdicts.map((word) => sentence.indexOf(word)));
    if (close < 0) continue;
    const opens = leads.map((word) => sentence.indexOf(word)).filter((i) => i >= 0 && i < close);
    if (opens.length > 0) found.push({ start: start + Math.min(...opens), end: start + close });
  }
  return found;
}
