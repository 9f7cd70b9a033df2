import type { Block, Chunk } from '../memo/memo';
import { proseOffset, sourceRange } from '../memo/prose';
import type { StatuteLibrary } from '../statutes/library';
import type { Article, Locator, Paragraph, StatuteVersion } from '../statutes/statute';
import type { TextRange } from '../text/range';
import type { Citation, Quotation, Target } from './citation';
import { WordList, quotations as words } from './lexicon';
import { compareQuotation } from './quoteCompare';
import { type PlainText, plainText } from './quoteText';

const ties = new WordList(words.ties);
const operative = new WordList(words.operative.flat());
const excerpt = new WordList(words.excerptMarks);
const attributions: ReadonlySet<string> = new Set(words.attributions);
/** How far a quotation may stand behind its citation. */
const longestGap = 40;
const longestQuote = 3000;

/** Quotations of a chunk that are tied to one of its citations, compared with the law; offsets relative to the chunk. */
export function findQuotations(
  chunk: Chunk,
  citations: readonly Citation[],
  library: StatuteLibrary,
): Quotation[] {
  if (citations.length === 0) return [];
  const found: Quotation[] = [];
  const byBlock = new Map<number, Citation[]>();
  for (const citation of citations) {
    const list = byBlock.get(citation.block);
    if (list) list.push(citation);
    else byBlock.set(citation.block, [citation]);
  }
  for (const [index, list] of byBlock) {
    const block = chunk.blocks[index] as Block;
    for (const tied of inBlock(block, list)) {
      const quotation = check(tied, block, library);
      if (quotation) found.push(quotation);
    }
    const ledIn = blockQuotes(chunk, index, list, library);
    const known = new Set([...found, ...ledIn].map(({ start }) => start));
    found.push(
      ...ledIn,
      ...signedQuotes(chunk, index, list, library).filter(({ start }) => !known.has(start)),
    );
  }
  return found.sort((a, b) => a.start - b.start);
}

interface Tied {
  readonly citation: Citation;
  /** Range of the quoted words in the block's prose, marks left out. */
  readonly range: TextRange;
  readonly text: string;
  /** The tie leaves no doubt: 规定：“…”, or a whole block quote. */
  readonly sure: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '"': '"', '「': '」', '『': '』' };

/** Quoted stretches of a prose, outermost marks only. */
function quoted(prose: string): TextRange[] {
  const out: TextRange[] = [];
  for (let i = 0; i < prose.length; i += 1) {
    const open = prose[i] as string;
    const close = CLOSING[open];
    if (!close) continue;
    let depth = 0;
    let end = -1;
    const limit = Math.min(prose.length, i + longestQuote);
    for (let j = i + 1; j < limit; j += 1) {
      if (prose[j] === close) {
        if (depth === 0) {
          end = j;
          break;
        }
        depth -= 1;
      } else if (prose[j] === open && open !== close) depth += 1;
    }
    if (end < 0) continue;
    out.push({ start: i + 1, end });
    i = end;
  }
  return out;
}

function inBlock(block: Block, citations: readonly Citation[]): Tied[] {
  const { prose } = block;
  if (!/[“"「『]/.test(prose)) return [];
  const places = citations.map((citation) => ({
    citation,
    start: proseOffset(block, citation.start),
    end: proseOffset(block, citation.end - 1) + 1,
  }));
  const out: Tied[] = [];
  // Both stand in order: each is gone through once.
  let behind = 0;
  let ahead = 0;
  for (const range of quoted(prose)) {
    const text = prose.slice(range.start, range.end);
    // The nearest citation before, nothing between but words that tie.
    while (behind < places.length && (places[behind]?.end ?? 0) < range.start) behind += 1;
    const before = places[behind - 1];
    if (before && !proposes(prose, before, range)) {
      const gap = prose.slice(before.end, range.start - 1);
      const tie = tieOf(gap, text);
      if (tie !== 'none') {
        out.push({ citation: before.citation, range, text, sure: tie === 'sure' });
        continue;
      }
    }
    // “……”（《电子商务法》第三十八条第二款）
    while (ahead < places.length && (places[ahead]?.start ?? 0) <= range.end) ahead += 1;
    const after = places[ahead];
    if (
      after &&
      after.start - range.end < longestGap &&
      text.length >= words.minimumSentenceLength &&
      /^[\s。，]?[（(【[—]{1,2}(?:见|参见|引自|摘自)?$/.test(prose.slice(range.end + 1, after.start))
    ) {
      out.push({ citation: after.citation, range, text, sure: false });
    }
  }
  return out;
}

const proposals = new WordList(words.proposals);

/** Whether the quotation gives a text proposed for the law: “第五十三条在草案中改为：“…””. */
function proposes(prose: string, citation: TextRange, quote: TextRange): boolean {
  if (quote.start - citation.end > 3 * longestGap) return false;
  return (
    proposals.within(prose.slice(citation.end, quote.start)) ||
    proposals.within(prose.slice(Math.max(0, citation.start - 8), citation.start))
  );
}

function tieOf(gap: string, text: string): 'sure' | 'likely' | 'none' {
  if (gap.length > longestGap || /[。！？；\n]/.test(gap.trim())) return 'none';
  const sentence = text.length >= words.minimumSentenceLength;
  const trimmed = gap.trim();
  if (/[：:]$/.test(trimmed) && (sentence || trimmed.length <= 8)) return 'sure';
  if (trimmed === '') return 'likely';
  if (sentence && ties.before(trimmed, trimmed.length) > 0) return 'likely';
  return trimmed.length <= 12 && ties.within(trimmed) ? 'likely' : 'none';
}

/** Block quotes that follow a paragraph which ends in a citation (and a colon). */
function blockQuotes(
  chunk: Chunk,
  index: number,
  citations: readonly Citation[],
  library: StatuteLibrary,
): Quotation[] {
  const block = chunk.blocks[index] as Block;
  const citation = citations[citations.length - 1] as Citation;
  const tail = block.prose.slice(proseOffset(block, citation.end - 1) + 1).trim();
  if (tail.length > 16 || !(tail === '' || /[：:]$/.test(tail) || excerpt.within(tail))) return [];
  const lines: Block[] = [];
  for (let i = index + 1; i < chunk.blocks.length; i += 1) {
    const next = chunk.blocks[i] as Block;
    if (next.quoteDepth <= block.quoteDepth || next.kind !== 'paragraph') break;
    if (!isSource(next.prose)) lines.push(next);
  }
  if (lines.length === 0) return [];
  const targets = citation.targets.filter((target) => !target.to);
  const out: Quotation[] = [];
  lines.forEach((line, i) => {
    const target = targets.length === lines.length ? targets[i] : undefined;
    const quotation = checkLine(line, line.prose.length, citation, library, true, target);
    if (quotation) out.push(quotation);
  });
  return out;
}

/** How a block quote leads to its source: a bracket, dashes or a new line, then perhaps 见. */
const lead = /(?:^|[（(〔【[\n]|[-—–―]+)[^\S\n]*([^\s（(〔【[《〈—–―-]{0,4})\s*[《〈]*$/;
const longestLead = 24;
const closers = /^[\s》〉）)〕】\]。.；;]{0,6}$/;

/** Offset at which the lead to a source begins that ends the words; undefined = there is none. */
function startOfLead(words: string): number | undefined {
  const from = Math.max(0, words.length - longestLead);
  const found = lead.exec(words.slice(from));
  if (!found) return undefined;
  const [whole, named = ''] = found;
  // At the start of the words, or of what of them is looked at.
  const cut = from > 0 && found.index === 0 && !/^[（(〔【[\n—–―-]/.test(whole);
  if (cut || (named !== '' && !attributions.has(named.toLowerCase()))) return undefined;
  return from + found.index;
}

/** A paragraph of nothing but a source: （《电子商务法》第三十八条）. */
function isSource(prose: string): boolean {
  const title = prose.slice(0, longestLead).search(/[《〈]/);
  return title > 0 && /^\s*[（(〔【[—–―-]/.test(prose) && startOfLead(prose.slice(0, title)) !== undefined;
}

/** A block quote that names its source at its end, in the same paragraph or in one of its own: `> …… ——《电子商务法》第三十八条`. */
function signedQuotes(
  chunk: Chunk,
  index: number,
  citations: readonly Citation[],
  library: StatuteLibrary,
): Quotation[] {
  const block = chunk.blocks[index] as Block;
  if (block.quoteDepth === 0) return [];
  const citation = citations[citations.length - 1] as Citation;
  if (!closers.test(block.prose.slice(proseOffset(block, citation.end - 1) + 1))) return [];
  const head = block.prose.slice(0, proseOffset(block, citation.start));
  const from = startOfLead(head);
  if (from === undefined) return [];
  if (head.slice(0, from).trim() !== '') {
    const quotation = checkLine(block, from, citation, library, false);
    return quotation ? [quotation] : [];
  }
  const lines: Block[] = [];
  for (let i = index - 1; i >= 0; i -= 1) {
    const before = chunk.blocks[i] as Block;
    if (before.quoteDepth !== block.quoteDepth || before.kind !== 'paragraph') break;
    lines.unshift(before);
  }
  const targets = citation.targets.filter((target) => !target.to);
  return lines.flatMap((line, i) => {
    const target = targets.length === lines.length ? targets[i] : undefined;
    const quotation = checkLine(line, line.prose.length, citation, library, false, target);
    return quotation ? [quotation] : [];
  });
}

const articleLabel = /^\s*第[零〇一二三四五六七八九十百千\d]{1,9}条(?:之[一二三四五六七八九十])?[\s　：:]*/;

/** Compares a line of a block quote up to an offset of its prose; the number of the article before it is not law. */
function checkLine(
  line: Block,
  end: number,
  citation: Citation,
  library: StatuteLibrary,
  sure: boolean,
  target?: Target,
): Quotation | undefined {
  const start = articleLabel.exec(line.prose)?.[0].length ?? 0;
  const range = { start, end: line.prose.slice(0, end).trimEnd().length };
  const text = line.prose.slice(range.start, range.end);
  return text === '' ? undefined : check({ citation, range, text, sure }, line, library, target);
}

/** Compares; undefined = after all no quotation of a provision. */
function check(tied: Tied, block: Block, library: StatuteLibrary, only?: Target): Quotation | undefined {
  const { citation, range, text } = tied;
  const quote = plainText(text);
  if (quote.text.length < words.minimumTermLength) return undefined;
  const at = sourceRange(block, range);
  const sentence = quote.text.length >= words.minimumSentenceLength;
  const targets = only ? [only] : citation.targets;
  let nearest: { target: Target; differences: Quotation['differences'] } | undefined;
  let withText = 0;
  for (const target of targets) {
    const official = officialText(library, target);
    if (official === undefined) continue;
    withText += 1;
    const comparison = compareQuotation(quote.text, official);
    if (comparison.state === 'same') return { ...at, citation, target, status: 'verbatim', differences: [] };
    if (
      comparison.state === 'differs' &&
      (!nearest || comparison.differences.length < nearest.differences.length)
    ) {
      const differences = comparison.differences.map((d) => {
        const place = sourceRange(block, inProse(quote, range, d));
        return {
          ...place,
          written: text.slice(quote.offsets[d.start], endOf(quote, d)),
          official: d.official,
          operative: d.operative,
        };
      });
      nearest = { target, differences };
    }
  }
  const first = targets[0];
  if (!first) return undefined;
  if (withText === 0) {
    return tied.sure && sentence
      ? { ...at, citation, target: first, status: 'not-in-library', differences: [] }
      : undefined;
  }
  const found = sentence ? elsewhere(library, first, quote.text) : undefined;
  if (found) return { ...at, citation, target: first, status: 'differs', differences: [], elsewhere: found };
  if (nearest && sentence)
    return { ...at, citation, target: nearest.target, status: 'differs', differences: nearest.differences };
  // A term that is not there is remarked on only where the term itself decides (连带责任).
  const decisive = !sentence && operative.within(text) && text.length >= 4;
  if (!(sentence ? tied.sure : decisive && gapless(tied, block))) return undefined;
  const whole = { ...at, written: text, official: '', operative: decisive };
  return { ...at, citation, target: first, status: 'differs', differences: [whole] };
}

function gapless(tied: Tied, block: Block): boolean {
  const gap = block.prose.slice(proseOffset(block, tied.citation.end - 1) + 1, tied.range.start - 1).trim();
  return gap === '' || ties.has(gap);
}

function inProse(quote: PlainText, range: TextRange, difference: TextRange): TextRange {
  return {
    start: range.start + (quote.offsets[difference.start] as number),
    end: range.start + endOf(quote, difference),
  };
}

function endOf(quote: PlainText, difference: TextRange): number {
  if (difference.end === difference.start) return quote.offsets[difference.start] as number;
  return (quote.offsets[difference.end - 1] as number) + 1;
}

function paragraphText(paragraph: Paragraph): string {
  return [
    paragraph.text,
    ...paragraph.items.flatMap((item) => [item.text, ...item.subitems]),
    paragraph.closing ?? '',
  ].join('');
}

function articleTexts(article: Article, place: Partial<Locator>): string {
  if (place.paragraph === undefined && place.item === undefined)
    return article.paragraphs.map(paragraphText).join('');
  const paragraph = article.paragraphs[(place.paragraph ?? 1) - 1];
  if (!paragraph) return article.paragraphs.map(paragraphText).join('');
  if (place.item === undefined) return paragraphText(paragraph);
  // The words before the items are quoted along with one of them.
  const item = paragraph.items.find((x) => x.number === place.item);
  return paragraph.text + (item ? item.text : paragraphText(paragraph));
}

/** The plain official text of a target; undefined = not here. */
function officialText(library: StatuteLibrary, target: Target): string | undefined {
  const { version, place, to } = target;
  if (!version || version.coverage === 'none') return undefined;
  if (!to || to.article === place.article) {
    const article = library.article(version, place.article, place.suffix);
    return article && plainText(articleTexts(article, to ? { article: place.article } : place)).text;
  }
  if (to.article - place.article > 60) return undefined;
  let text = '';
  for (let n = place.article; n <= to.article; n += 1) {
    const article = library.article(version, n);
    if (article) text += articleTexts(article, {});
  }
  return text === '' ? undefined : plainText(text).text;
}

interface WholeText {
  readonly text: string;
  readonly places: readonly { readonly start: number; readonly place: Locator }[];
}

const wholeTexts = new WeakMap<StatuteVersion, WholeText>();

function wholeText(library: StatuteLibrary, version: StatuteVersion): WholeText {
  const known = wholeTexts.get(version);
  if (known) return known;
  let text = '';
  const places: { start: number; place: Locator }[] = [];
  for (const article of library.articles(version)) {
    article.paragraphs.forEach((paragraph, i) => {
      const suffix = article.suffix === undefined ? {} : { suffix: article.suffix };
      const only = article.paragraphs.length === 1 ? {} : { paragraph: i + 1 };
      places.push({ start: text.length, place: { article: article.article, ...suffix, ...only } });
      text += `${plainText(paragraphText(paragraph)).text}\n`;
    });
  }
  const whole = { text, places };
  wholeTexts.set(version, whole);
  return whole;
}

/** Where the exact words stand instead: another 款 or article of the version, or another version of the law. */
function elsewhere(library: StatuteLibrary, target: Target, quote: string): Quotation['elsewhere'] {
  const { version } = target;
  if (!version) return undefined;
  const wanted = quote.replace(/^[,;:.!?、]+|[,;:.!?、]+$/g, '').split(/…+|\.{3,}/)[0] ?? '';
  if (wanted.length < words.minimumSentenceLength) return undefined;
  const versions = library.statute(version.short)?.versions ?? [];
  for (const other of [version, ...versions.filter((v) => v !== version)]) {
    if (other.coverage === 'none') continue;
    const whole = wholeText(library, other);
    const at = whole.text.indexOf(wanted);
    if (at < 0) continue;
    let place: Locator | undefined;
    for (const entry of whole.places) if (entry.start <= at) place = entry.place;
    if (place) return { version: other, place };
  }
  return undefined;
}
