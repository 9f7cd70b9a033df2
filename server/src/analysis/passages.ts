import { ByChunk } from '../memo/byChunk';
import type { Block, Chunk } from '../memo/memo';
import type { TextRange } from '../text/range';
import { ByElement } from './byElement';
import { fold } from './fold';
import { type Hit, Hits } from './hits';
import type { Lexicon, SignalName } from './lexicon';
import { masked, negatives, readSentences, type Said, type SentenceFacts } from './sentenceFacts';

/** A paragraph, list item or table row. */
export interface Passage extends TextRange {
  readonly kind: 'heading' | 'paragraph' | 'row';
  /** Heading level 1–6, 7 for a paragraph that looks like a heading, 0 otherwise. */
  readonly level: number;
  readonly quoted: boolean;
  readonly footnote: boolean;
  readonly list: boolean;
  /** Index of the passage that introduces the list, -1 = none. */
  readonly parent: number;
  /** Elements that the heading or the lead words name, with their weight (0–1). */
  readonly topics: ByElement<number>;
  /** Elements that its words are about, taken together: weight 0–1. */
  readonly implied: ByElement<number>;
  /** A short question: what follows answers it. */
  readonly asks: boolean;
  /** Begins with the number of an article, as the text of a law does. */
  readonly provision: boolean;
  /** Begins with （一）, as an item of a provision does. */
  readonly item: boolean;
  readonly noise: boolean;
  /** A heading under which another side has the word: 原告的主张. */
  readonly pleads: boolean;
  readonly analysis: boolean;
  /** Table row: number of cells, and of cells that say something beside the first. */
  readonly filled: number;
  /** Table row with a cell that is still to be filled. */
  readonly open: boolean;
  readonly sentences: readonly SentenceFacts[];
  /** Length of the prose. */
  readonly length: number;
}

const known = new ByChunk<{ readonly lexicon: Lexicon; readonly passages: readonly Passage[] }>();

/** The passages of a chunk with what their words show; kept as long as the chunk lives. */
export function passagesOf(chunk: Chunk, lexicon: Lexicon): readonly Passage[] {
  const last = known.get(chunk);
  if (last?.lexicon === lexicon) return last.passages;
  const passages = readPassages(chunk, lexicon);
  known.set(chunk, { lexicon, passages });
  return passages;
}

function readPassages(chunk: Chunk, lexicon: Lexicon): Passage[] {
  const passages: Passage[] = [];
  const passageOfBlock: number[] = [];
  const { blocks } = chunk;
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    passageOfBlock[at] = -1;
    if (block.kind === 'cell') {
      const cells = [block];
      while (sameRow(blocks[at + 1], block)) {
        at++;
        passageOfBlock[at] = passages.length;
        cells.push(blocks[at]!);
      }
      passageOfBlock[at - cells.length + 1] = passages.length;
      passages.push(rowPassage(cells, lexicon));
      continue;
    }
    if (block.prose.trim() === '') continue;
    if (block.kind !== 'heading' && block.kind !== 'paragraph') continue;
    passageOfBlock[at] = passages.length;
    passages.push(blockPassage(block, chunk.text, lexicon, passageOfBlock));
  }
  return passages.slice();
}

const noHits = new Hits();

function sameRow(next: Block | undefined, cell: Block): boolean {
  return (
    next?.kind === 'cell' && next.table?.row === cell.table?.row && next.table?.table === cell.table?.table
  );
}

function blockPassage(
  block: Block,
  source: string,
  lexicon: Lexicon,
  passageOfBlock: readonly number[],
): Passage {
  const text = fold(block.prose);
  const heading = block.kind === 'heading' || looksLikeHeading(block, text);
  const said: Said = new Map();
  const words = lexicon.words(text);
  const sentences = readSentences(block, text, words, lexicon, said, isTask(block, source));
  const lead = heading ? { start: 0, end: text.length } : leadOf(block, text);
  const hits = lead ? lexicon.hits(text, words, 0, lead) : noHits;
  const parentBlock = block.list ? block.list.parent : -1;
  return {
    start: block.start,
    end: block.end,
    kind: heading ? 'heading' : 'paragraph',
    level: block.kind === 'heading' ? block.level : heading ? 7 : 0,
    quoted: block.quoteDepth > 0,
    footnote: block.footnote !== undefined,
    list: block.list !== undefined,
    parent: parentBlock >= 0 ? (passageOfBlock[parentBlock] ?? -1) : -1,
    topics: topicsOf(hits, lead ? lead.end - lead.start : 0),
    implied: impliedBy(said, lexicon),
    asks:
      !heading && text.length <= 60 && sentences.length > 0 && sentences.every(({ question }) => question),
    provision: articleNumber.test(text),
    item: /^\s*\([一二三四五六七八九十]{1,3}\)/.test(text),
    // A word of it in a longer heading (读书会摘要) names no table of contents.
    noise: heading && hits.some((hit) => isSignal(hit, 'noise') && (hit.end - hit.start) * 3 >= text.length),
    pleads:
      heading &&
      hits.some((hit) => isSignal(hit, 'opponent')) &&
      !hits.some((hit) => isSignal(hit, 'rebuttal')),
    analysis: heading && hits.some((hit) => hit.meaning.kind === 'analysisHeading'),
    filled: 1,
    open: false,
    sentences,
    length: text.length,
  };
}

function rowPassage(cells: readonly Block[], lexicon: Lexicon): Passage {
  const sentences: SentenceFacts[] = [];
  const said: Said = new Map();
  let filled = 0;
  let open = cells.some((cell, index) => index > 0 && index < cells.length - 1 && cell.prose.trim() === '');
  let topics: ByElement<number> = ByElement.none;
  let length = 0;
  // The first cell that is more than a number names the row.
  const first = cells.findIndex((cell) => !/^[\s#A-Za-z]{0,4}[\d.]{0,4}\s*$/.test(cell.prose));
  cells.forEach((cell, index) => {
    if (cell.prose.trim() === '') return;
    const text = fold(cell.prose);
    const words = lexicon.words(text);
    const own = readSentences(cell, text, words, lexicon, said);
    sentences.push(...own);
    length += text.length;
    if (index === first) {
      const hits = lexicon.hits(text, words, 0, { start: 0, end: text.length });
      topics = topicsOf(hits, text.length);
    } else if (index > first && text.trim().length > 1) {
      if (own.every(({ placeholder, deferral }) => placeholder || deferral)) open = true;
      else filled++;
    }
  });
  const header = cells[0]!.table?.row === 0;
  return {
    start: cells[0]!.start,
    end: cells[cells.length - 1]!.end,
    kind: 'row',
    level: 0,
    quoted: cells[0]!.quoteDepth > 0,
    footnote: false,
    list: false,
    parent: -1,
    topics,
    implied: impliedBy(said, lexicon),
    asks: false,
    provision: false,
    item: false,
    noise: header,
    pleads: false,
    analysis: false,
    filled,
    open,
    sentences,
    length,
  };
}

/** A task that is not ticked off: `- [ ]`, or a box in the words. */
function isTask({ list, prose, start }: Block, source: string): boolean {
  return (
    (list !== undefined && /\[ \][ \t]{0,4}$/.test(source.slice(Math.max(0, start - 8), start))) ||
    /^\s{0,4}[□☐]/.test(prose)
  );
}

function isSignal(hit: Hit, name: SignalName): boolean {
  return hit.meaning.kind === 'signal' && hit.meaning.signal === name;
}

/** Elements that heading cues name, weighed by how much of the text they take; a minor one beside a major one is dropped. */
function topicsOf(hits: Hits, length: number): ByElement<number> {
  if (hits.count === 0) return ByElement.none;
  const covered = new Map<number, number>();
  const masks = negatives(hits);
  for (let nth = 0; nth < hits.count; nth++) {
    const hit = hits.at(nth);
    if (hit.meaning.kind !== 'headings' && hit.meaning.kind !== 'strong') continue;
    const { element } = hit.meaning;
    if (masked(hit, masks, element)) continue;
    const size = (hit.end - hit.start) * (hit.meaning.kind === 'strong' ? 0.7 : 1);
    covered.set(element, Math.max(covered.get(element) ?? 0, size));
  }
  const most = Math.max(0, ...covered.values());
  const topics = new Map<number, number>();
  for (const [element, size] of covered)
    if (size * 2 >= most) topics.set(element, Math.min(1, 0.6 + (0.8 * size) / Math.max(1, length)));
  return ByElement.from(topics);
}

/**
 * Elements that a passage is about by its words taken together: several weak ones say as much as a strong one, but only
 * where no other element has twice as many.
 */
function impliedBy(said: Said, lexicon: Lexicon): ByElement<number> {
  if (said.size === 0) return ByElement.none;
  const elements: number[] = [];
  const scores: number[] = [];
  let most = 0;
  for (const [element, { strong, weak, outcome }] of said) {
    let loose = 0;
    for (const word of weak) if (!strong.some((longer) => longer.includes(word))) loose++;
    const score = Math.min(strong.length, 3) + 0.35 * Math.min(loose, 5) + 0.3 * Math.min(outcome.length, 3);
    elements.push(element);
    scores.push(score);
    if (!lexicon.elements[lexicon.owner[element]!]!.brief) most = Math.max(most, score);
  }
  const implied = elements.filter((_, at) => scores[at]! > 1.04 && scores[at]! * 2 >= most);
  return ByElement.of(implied, implied.length, (at) =>
    Math.min(0.8, 0.5 + scores[elements.indexOf(implied[at]!)]! / 20),
  );
}

const articleNumber =
  /^\s*第[一二三四五六七八九十百千零〇\d]{1,7}条(?:之[一二三四五六七八九十])?(?:[\s:：(]|$)/;

const numbering =
  /^\s*(?:第[一二三四五六七八九十百\d]{1,4}[部分章节点讲、，,.．]{1,3}|[一二三四五六七八九十]{1,3}[、.．是]|[((][一二三四五六七八九十\d a-z]{1,4}[))]|§?\d{1,2}(?:\.\d{1,2}){0,3}[.、．)]?|[a-z][.)]|其[一二三四])\s*/;

/** A paragraph that stands for a heading: all bold, or numbered and short without a stop. */
function looksLikeHeading(block: Block, text: string): boolean {
  if (block.list || block.quoteDepth > 0) return false;
  const size = text.trim().length;
  if (size > 90) return false;
  const strong = block.strong?.[0];
  if (strong && strong.end - strong.start >= size * 0.85) return true;
  return size <= 30 && numbering.test(text) && !/[。；，：;:]/.test(text);
}

/** The words at the head of a paragraph that say what it is about. */
function leadOf(block: Block, text: string): TextRange | undefined {
  const start = numbering.exec(text)?.[0].length ?? 0;
  const strong = block.strong?.find((range) => range.start <= start + 12);
  if (strong && strong.end - strong.start <= 60) return { start: strong.start, end: strong.end };
  for (let at = start; at < text.length && at - start <= 26; at++) {
    const unit = text[at]!;
    if (unit === '：' || unit === ':' || unit === '—' || unit === '。' || unit === '？' || unit === '?')
      return at > start ? { start, end: at } : undefined;
    if (
      unit === '　' ||
      (unit === ' ' && at - start > 1 && at - start <= 10 && /[一-鿿]/.test(text[at - 1]!))
    )
      return { start, end: at };
  }
  return text.length - start <= 26 ? { start, end: text.length } : undefined;
}
