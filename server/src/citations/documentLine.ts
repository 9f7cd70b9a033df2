import type { Block } from '../memo/memo';
import { simplify } from './fold';
import { documents, WordList } from './lexicon';
import type { Reading } from './reading';
import type { Token } from './token';

const titles = new WordList(documents.lineTitles);
const topics = new Set(documents.topics);
const NUMBERING =
  /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第[一二三四五六七八九十]{1,3}[部章节][分]?)?\s*/;
const LINE = /^[\u4e00-\u9fffA-Za-z0-9（）()“”]{3,16}$/;

/**
 * “供货合同” on a line by itself, as an item above others or as a heading: what follows counts the clauses of that. 劳动合同 beside the
 * 劳动合同法 is but a topic.
 * @returns the title; '' = the block is no such line
 */
export function documentLine(reading: Reading, block: Block, tokens: readonly Token[]): string {
  if (block.table || tokens.some(({ type }) => type === 'name' || type === 'reference')) return '';
  const text = simplify(block.prose)
    .replace(NUMBERING, '')
    .replace(/[：:]\s*$/, '')
    .trim();
  if (!LINE.test(text)) return '';
  const bare = text.replace(/[（(][^（()）]*[）)]$/, '');
  const ending = titles.before(bare, bare.length);
  if (ending === 0 || ending === bare.length || topics.has(bare)) return '';
  const laws = [...reading.recent, ...reading.headings, reading.older, reading.memo.sole];
  const topic = laws.some(
    (law) =>
      law?.kind === 'law' && (law.title.includes(bare) || law.statute.short.startsWith(bare.slice(0, 2))),
  );
  return topic ? '' : bare;
}
