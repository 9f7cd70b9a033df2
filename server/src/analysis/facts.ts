import type { Block, Chunk } from '../memo/memo';
import { sourceOffset, sourceRange } from '../memo/prose';
import type { TextRange } from '../text/range';
import { fold } from './fold';
import type { Hit, Lexicon, SignalName } from './lexicon';
import { piecesOf } from './sentences';

/** What is known of a sentence by its words alone. Offsets are relative to the chunk's source. */
export interface SentenceFacts extends TextRange {
  readonly length: number;
  /** Cues by element (index into `Lexicon.elements`). */
  readonly cues: ReadonlyMap<number, CueCount>;
  /** How many signs of facts of this case (capped). */
  readonly fact: number;
  readonly norm: number;
  /** Worded like a provision. */
  readonly rule: boolean;
  readonly conclusion: number;
  readonly inference: number;
  readonly deferral: boolean;
  readonly waiver: boolean;
  /** The writer says that the memo leaves the matter out. */
  readonly outOfScope: boolean;
  readonly opponent: boolean;
  /** Only the other side speaks. */
  readonly plea: boolean;
  readonly placeholder: boolean;
  readonly question: boolean;
  /** Says that somebody was harmed or claims. */
  readonly subject: boolean;
  /** Conditions whose words were found, with the place. */
  readonly conditions: readonly (TextRange & { readonly condition: number })[];
}

/** Distinct cues of one element in one sentence. */
export interface CueCount {
  readonly strong: number;
  readonly weak: number;
  readonly outcome: number;
  /** Heading cues: a bare name of the element, as in an enumeration. */
  readonly headings: number;
}

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
  readonly topics: ReadonlyMap<number, number>;
  /** Elements that its words are about, taken together: weight 0–1. */
  readonly implied: ReadonlyMap<number, number>;
  /** A short question: what follows answers it. */
  readonly asks: boolean;
  /** Begins with the number of an article, as the text of a law does. */
  readonly provision: boolean;
  /** Begins with （一）, as an item of a provision does. */
  readonly item: boolean;
  readonly noise: boolean;
  readonly analysis: boolean;
  /** Table row: number of cells, and of cells that say something beside the first. */
  readonly filled: number;
  /** Table row with a cell that is still to be filled. */
  readonly open: boolean;
  readonly sentences: readonly SentenceFacts[];
  /** Length of the prose. */
  readonly length: number;
}

const known = new WeakMap<Lexicon, WeakMap<Chunk, readonly Passage[]>>();

/** The passages of a chunk with what their words show; kept as long as the chunk lives. */
export function passagesOf(chunk: Chunk, lexicon: Lexicon): readonly Passage[] {
  let byChunk = known.get(lexicon);
  if (!byChunk) {
    byChunk = new WeakMap();
    known.set(lexicon, byChunk);
  }
  let passages = byChunk.get(chunk);
  if (!passages) {
    passages = readPassages(chunk, lexicon);
    byChunk.set(chunk, passages);
  }
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
    passages.push(blockPassage(block, lexicon, passageOfBlock));
  }
  return passages;
}

function sameRow(next: Block | undefined, cell: Block): boolean {
  return (
    next?.kind === 'cell' && next.table?.row === cell.table?.row && next.table?.table === cell.table?.table
  );
}

function blockPassage(block: Block, lexicon: Lexicon, passageOfBlock: readonly number[]): Passage {
  const text = fold(block.prose);
  const heading = block.kind === 'heading' || looksLikeHeading(block, text);
  const said: Said = new Map();
  const sentences = readSentences(block, text, lexicon, said);
  const lead = heading ? { start: 0, end: text.length } : leadOf(block, text);
  const words = lead ? lexicon.words(text.slice(lead.start, lead.end)) : [];
  const hits = lead ? lexicon.hits(words, 0, { start: 0, end: lead.end - lead.start }) : [];
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
    noise: heading && hits.some((hit) => isSignal(hit, 'noise')),
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
  let topics: ReadonlyMap<number, number> = new Map();
  let length = 0;
  // The first cell that is more than a number names the row.
  const first = cells.findIndex((cell) => !/^[\s#A-Za-z]{0,4}[\d.]{0,4}\s*$/.test(cell.prose));
  cells.forEach((cell, index) => {
    if (cell.prose.trim() === '') return;
    const text = fold(cell.prose);
    const own = readSentences(cell, text, lexicon, said);
    sentences.push(...own);
    length += text.length;
    if (index === first) {
      const hits = lexicon.hits(lexicon.words(text), 0, { start: 0, end: text.length });
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
    analysis: false,
    filled,
    open,
    sentences,
    length,
  };
}

function isSignal(hit: Hit, name: SignalName): boolean {
  return hit.meaning.kind === 'signal' && hit.meaning.signal === name;
}

/** Elements that heading cues name, weighed by how much of the text they take; a minor one beside a major one is dropped. */
function topicsOf(hits: readonly Hit[], length: number): Map<number, number> {
  const covered = new Map<number, number>();
  const masks = hits.filter((hit) => hit.meaning.kind === 'negative');
  for (const hit of hits) {
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
  return topics;
}

/**
 * Elements that a passage is about by its words taken together: several weak ones say as much as a strong one, but only
 * where no other element has twice as many.
 */
function impliedBy(said: Said, lexicon: Lexicon): Map<number, number> {
  const scores = new Map<number, number>();
  let most = 0;
  for (const [element, { strong, weak, outcome }] of said) {
    const nested = (word: string) => [...strong].some((longer) => longer.includes(word));
    const loose = [...weak].filter((word) => !nested(word)).length;
    const score = Math.min(strong.size, 3) + 0.35 * Math.min(loose, 5) + 0.3 * Math.min(outcome.size, 3);
    scores.set(element, score);
    if (!lexicon.elements[lexicon.owner[element]!]!.brief) most = Math.max(most, score);
  }
  const implied = new Map<number, number>();
  for (const [element, score] of scores)
    if (score > 1.04 && score * 2 >= most) implied.set(element, Math.min(0.8, 0.5 + score / 20));
  return implied;
}

function masked(hit: Hit, masks: readonly Hit[], element: number): boolean {
  return masks.some(
    (mask) =>
      mask.meaning.kind === 'negative' &&
      mask.meaning.element === element &&
      mask.start < hit.end &&
      hit.start < mask.end,
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

function readSentences(block: Block, text: string, lexicon: Lexicon, said: Said): SentenceFacts[] {
  const words = lexicon.words(text);
  const facts: SentenceFacts[] = [];
  let from = 0;
  for (const range of piecesOf(block)) {
    while (from < words.length && words[from]!.start < range.start) from++;
    const hits = lexicon.hits(words, from, range);
    facts.push(sentenceFacts(block, text, range, hits, said, lexicon));
  }
  return facts;
}

/** What a passage says of each element: distinct words by kind of cue. */
type Said = Map<number, { strong: Set<string>; weak: Set<string>; outcome: Set<string> }>;

function sentenceFacts(
  block: Block,
  text: string,
  range: TextRange,
  hits: readonly Hit[],
  said: Said,
  lexicon: Lexicon,
): SentenceFacts {
  const source = sourceRange(block, range);
  const counts = new Map<number, { strong: number; weak: number; outcome: number; headings: number }>();
  const signals = new Map<SignalName, Set<string>>();
  const conditions: (TextRange & { condition: number })[] = [];
  const masks = hits.filter((hit) => hit.meaning.kind === 'negative');
  const seen = new Set<string>();
  let subject = false;
  for (const hit of hits) {
    const { meaning } = hit;
    const words = text.slice(hit.start, hit.end);
    switch (meaning.kind) {
      case 'headings':
      case 'strong':
      case 'weak':
      case 'outcome': {
        if (masked(hit, masks, meaning.element) || nested(hit, hits) || inTitle(text, hit)) break;
        const key = `${meaning.kind}${meaning.element} ${words}`;
        if (seen.has(key)) break;
        seen.add(key);
        const count = counts.get(meaning.element) ?? { strong: 0, weak: 0, outcome: 0, headings: 0 };
        count[meaning.kind]++;
        counts.set(meaning.element, count);
        if (meaning.kind !== 'headings') {
          const spoken = said.get(meaning.element) ?? {
            strong: new Set(),
            weak: new Set(),
            outcome: new Set(),
          };
          spoken[meaning.kind].add(words);
          said.set(meaning.element, spoken);
        }
        break;
      }
      case 'signal': {
        if (meaning.signal === 'units' && !countsSomething(text, hit.start)) break;
        const set = signals.get(meaning.signal) ?? new Set<string>();
        set.add(words);
        signals.set(meaning.signal, set);
        break;
      }
      case 'subject':
        subject = true;
        break;
      case 'condition':
        conditions.push({ ...sourceRange(block, hit), condition: meaning.condition });
        break;
      default:
        break;
    }
  }
  const number = (name: SignalName) => signals.get(name)?.size ?? 0;
  const sentence = text.slice(range.start, range.end);
  const certain =
    number('fact') +
    number('units') +
    names(sentence) +
    clocks(sentence) +
    properNames(block.prose.slice(range.start, range.end), lexicon);
  const fact = Math.min(6, certain + (certain > 0 ? Math.min(2, number('factWeak')) : 0));
  const rule = number('rule') > 0;
  // What the other side says is no conclusion of the writer's, unless it is answered in the same sentence.
  const plea = number('opponent') > 0 && number('rebuttal') === 0;
  return {
    start: source.start,
    end: source.end,
    length: range.end - range.start,
    cues: counts,
    fact,
    norm: number('norm') + (rule ? 2 : 0),
    // The consequence that a norm orders is no conclusion on this case.
    conclusion: plea || (rule && fact < 2) ? 0 : number('conclusion'),
    plea,
    rule: rule && fact < 2,
    inference: number('inference'),
    deferral: number('deferral') > 0,
    waiver: number('waiver') > 0 || number('outOfScope') > 0,
    outOfScope: number('outOfScope') > 0,
    opponent: number('opponent') > 0,
    placeholder:
      number('placeholder') > 0 || /^[\s\-—–_.()（）/·]*(?:空|略)?[\s\-—–_.()（）/·]*$/.test(sentence),
    question: /[？?]\s*[”」』)）]?\s*$/.test(sentence),
    subject,
    conditions,
  };
}

/** The name of a law or document says what it is called, not what the memo treats: 网络安全 in 《网络安全法》. */
function inTitle(text: string, { start, end }: Hit): boolean {
  // Looks at a bounded stretch only.
  const before = text.slice(Math.max(0, start - longestTitle), start + 1);
  const open = before.lastIndexOf('《');
  if (open < 0 || before.indexOf('》', open) >= 0) return false;
  const close = text.slice(start, start + longestTitle).indexOf('》');
  return close >= 0 && start + close >= end;
}

const longestTitle = 60;

/** A word within a longer cue of the same kind and element says nothing more: 因果 in 因果关系. */
function nested(hit: Hit, hits: readonly Hit[]): boolean {
  const { meaning, start, end } = hit;
  if (!('element' in meaning)) return false;
  return hits.some(
    (other) =>
      other.start <= start &&
      end <= other.end &&
      other.end - other.start > end - start &&
      other.meaning.kind === meaning.kind &&
      other.meaning.element === meaning.element,
  );
}

const chineseNumerals = '一二三四五六七八九十两百千万几半数';

/** A unit counts when a number stands before it that is not the number of an article (第…). */
function countsSomething(text: string, unit: number): boolean {
  let at = unit - 1;
  if (text[at] === ' ') at--;
  const last = at;
  while (at >= 0 && last - at < 14 && (isDigit(text.charCodeAt(at)) || ',.余多'.includes(text[at]!))) at--;
  if (at < last) return text[at] !== '第' && !(text[at] === ' ' && text[at - 1] === '第');
  while (at >= 0 && last - at < 8 && chineseNumerals.includes(text[at]!)) at--;
  // 一次 and 一个 count nothing.
  if (last - at === 1 && text[last] === '一') return false;
  return at < last && text[at] !== '第';
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Masked persons and companies: 赵某, 某公司 (not 某些, 某种). */
function names(sentence: string): number {
  let found = 0;
  for (let at = sentence.indexOf('某'); at >= 0 && found < 3; at = sentence.indexOf('某', at + 1))
    if (!'些种一个类项'.includes(sentence[at + 1] ?? ' ')) found++;
  return Math.min(found, 2);
}

/** English names of persons, firms and places: capitalised words within a sentence that are not names of law. */
function properNames(sentence: string, lexicon: Lexicon): number {
  let found = 0;
  for (const match of sentence.matchAll(/[a-z,;)’”] (?:[A-Z][a-zA-Z]{2,20})/g)) {
    if (!lexicon.isLegalName(match[0].slice(2).trim().toLowerCase())) found++;
    if (found === 2) break;
  }
  return found;
}

function clocks(sentence: string): number {
  return /\d{1,2}[:：]\d{2}/.test(sentence) ? 1 : 0;
}

/** Absolute range of a range relative to a chunk. */
export function absolute(range: TextRange, start: number): TextRange {
  return { start: start + range.start, end: start + range.end };
}

/** For headings: the range of the block itself. */
export function blockRange(block: Block): TextRange {
  return { start: sourceOffset(block, 0), end: block.end };
}
