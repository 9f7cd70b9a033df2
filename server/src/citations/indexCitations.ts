import titles from '../../citations/titles.json';
import { ByChunk } from '../memo/byChunk';
import { difference, replaced } from '../memo/fromChunks';
import type { Block, Chunk, Memo } from '../memo/memo';
import { proseOffset, sourceEnd, sourceOffset } from '../memo/prose';
import { finish, type Steps } from '../memo/steps';
import type { StatuteLibrary } from '../statutes/library';
import type { Article, Locator, Statute, StatuteVersion } from '../statutes/statute';
import { lastAtMost } from '../text/lines';
import type { TextRange } from '../text/range';
import { type Antecedent, Antecedents } from './antecedent';
import { AskedFacts, sameAnswers } from './askedFacts';
import { type ChunkFacts, chunkFacts, frontMatterTitle, type TitleFacts } from './chunkFacts';
import type {
  AliasDefinition,
  ChunkResults,
  Citation,
  CitationIndex,
  CitationStatus,
  Target,
} from './citation';
import { PlacedIndex, type PlacedLast } from './citationIndex';
import { type Context, emptyContext, sameContext } from './context';
import { type MemoFacts, memoFacts } from './memoFacts';
import { createNameIndex, type NameIndex } from './names';
import { findQuotations } from './quotations';
import { isRenumbered } from './renumbered';
import { resolveChunk } from './resolve';
import type { LawBook, ResolvedCitation } from './resolved';
import { sameResults } from './sameResults';
import { targetStatus } from './status';
import type { NameExpression, Token } from './token';
import { sharedPairs, type WordPairs } from './wording';

export interface CitationOptions {
  /** The day as of which law is checked, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The day of the check, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * Finds and checks the citations of a memo. Work after an edit is that of the chunks whose text or context changed: chunks are scanned
 * once, resolved once a context, and moved when only their place changed. Never throws on any text.
 */
export function indexCitations(memo: Memo, library: StatuteLibrary, options: CitationOptions): CitationIndex {
  return finish(citationSteps(memo, library, options));
}

/** The same in steps of a chunk. */
export function citationSteps(
  memo: Memo,
  library: StatuteLibrary,
  options: CitationOptions,
): Steps<CitationIndex> {
  return indexer(library, options.asOf).index(memo);
}

/** What the text around a place shows by itself. */
export interface CitationsAround {
  readonly citations: CitationIndex;
  /** The rest of the memo would say the same of the place: nothing there can be a citation, or it names its law itself. */
  readonly certain: boolean;
}

/**
 * The citations of the chunks before a place, and of its own: for who cannot wait until a whole memo has been read. All other chunks
 * count as empty.
 * @param offset absolute
 */
export function citationsAround(
  memo: Memo,
  library: StatuteLibrary,
  options: CitationOptions,
  offset: number,
): CitationsAround {
  return indexer(library, options.asOf, true).around(memo, offset);
}

/** So many chunks are read: at the start of the memo, where its title is, and before a place. */
const readAtStart = 4;
const readBefore = 24;
const blank: Chunk = { text: '', blocks: [], comments: [] };

const withInserted: ReadonlySet<string> = new Set(titles.withInserted);
const factsOf = new ByChunk<{ readonly names: NameIndex; readonly facts: ChunkFacts }>();

const indexers = new WeakMap<
  StatuteLibrary,
  {
    version: string;
    names: NameIndex;
    byDate: Map<string, Indexer>;
    /** Those that read parts of memos: what they find must not be taken for that of the whole. */
    parts: Map<string, Indexer>;
  }
>();

function indexer(library: StatuteLibrary, asOf: string, part = false): Indexer {
  let entry = indexers.get(library);
  if (!entry || entry.version !== library.version) {
    entry = {
      version: library.version,
      names: createNameIndex(library),
      byDate: new Map(),
      parts: new Map(),
    };
    indexers.set(library, entry);
  }
  const byDate = part ? entry.parts : entry.byDate;
  let found = byDate.get(asOf);
  if (!found) {
    if (byDate.size > 8) byDate.clear();
    found = new Indexer(library, asOf, entry.names);
    byDate.set(asOf, found);
  }
  return found;
}

interface ChunkEntry extends PlacedLast {
  readonly before: Context;
  readonly date: string | undefined;
  /** The facts of the memo, and what of them was asked for. */
  facts: MemoFacts;
  readonly asked: AskedFacts['asked'];
  readonly after: Context;
  /** Offsets relative to the chunk; undefined = nothing found. */
  readonly local: ChunkResults | undefined;
}

const nothingAsked: ChunkEntry['asked'] = [];
const noAliases: readonly AliasDefinition[] = [];

/** The memo indexed last. */
interface Previous {
  readonly chunks: readonly Chunk[];
  readonly facts: readonly ChunkFacts[];
  readonly entries: readonly ChunkEntry[];
  readonly all?: MemoFacts;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
}

const nothingBefore: Previous = { chunks: [], facts: [], entries: [] };

class Indexer implements LawBook {
  readonly antecedents = new Antecedents();
  readonly #library: StatuteLibrary;
  readonly #asOf: string;
  readonly #names: NameIndex;
  readonly #chunks = new WeakMap<Chunk, ChunkEntry>();
  #previous = nothingBefore;
  #lastTitle: { readonly title: string; readonly facts: TitleFacts } | undefined;
  readonly #chosen = new WeakMap<readonly Statute[], Antecedent>();

  constructor(library: StatuteLibrary, asOf: string, names: NameIndex) {
    this.#library = library;
    this.#asOf = asOf;
    this.#names = names;
  }

  *index(memo: Memo): Steps<CitationIndex> {
    const { chunks, starts } = memo;
    const before = this.#previous;
    const { head, tail } = difference(before.chunks, chunks);
    const behind = chunks.length - tail;
    const shift = before.chunks.length - chunks.length;
    const changed: ChunkFacts[] = [];
    for (let i = head; i < behind; i += 1) {
      changed.push(this.#chunkFacts(chunks[i] as Chunk));
      yield;
    }
    const facts = replaced(before.facts, head, behind + shift, changed);
    const all = this.#memoFacts(memo.frontMatter.title, facts);
    const { date } = memo.frontMatter;
    const same = all === before.all && date === before.date;
    // What stands before the edit stays as it is, and so does all behind it from where the context is as before.
    const first = same ? head : 0;
    let next = first;
    let context = before.entries[first - 1]?.after ?? emptyContext;
    const anew: ChunkEntry[] = [];
    for (let i = first; i < chunks.length; i += 1) {
      const known = i < head ? before.entries[i] : i >= behind ? before.entries[i + shift] : undefined;
      const stay = known && stays(known, context, all, date);
      if (stay && same && i >= behind) break;
      const entry = stay
        ? known
        : this.#entry(chunks[i] as Chunk, facts[i] as ChunkFacts, context, all, date);
      anew.push(entry);
      next = i + 1;
      context = entry.after;
      if (!stay) yield;
    }
    const entries = replaced(before.entries, first, Math.max(next, behind) + shift, anew);
    const byChunk = entries.map((entry) => entry.local);
    this.#previous = { chunks, facts, entries, all, title: memo.frontMatter.title, date };
    return new PlacedIndex(this.#asOf, byChunk, starts, entries);
  }

  around(memo: Memo, offset: number): CitationsAround {
    const at = memo.chunks.length > 0 ? lastAtMost(memo.starts, offset) : -1;
    const chunks = memo.chunks.map((chunk, i) =>
      i < readAtStart || (i > at - readBefore && i <= at) ? chunk : blank,
    );
    const { uri, version, text, frontMatter, starts } = memo;
    const citations = finish(this.index({ uri, version, text, frontMatter, chunks, starts, sections: [] }));
    this.#previous = nothingBefore;
    return { certain: at < 0 || this.#certain(citations, memo, at, offset), citations };
  }

  #certain(citations: CitationIndex, memo: Memo, at: number, offset: number): boolean {
    // The end of a chunk is the start of the next one.
    for (const chunk of memo.starts[at] === offset && at > 0 ? [at, at - 1] : [at]) {
      const here = citations
        .inChunk(chunk)
        .citations.filter(({ start, end }) => start <= offset && offset <= end);
      if (here.length > 0)
        return here.every(({ kind, statute, title }) => kind === 'explicit' && statute && title);
      const own = memo.chunks[chunk] as Chunk;
      const source = offset - (memo.starts[chunk] as number);
      const block = own.blocks.findIndex(({ start, end }) => start <= source && source <= end);
      const tokens = block < 0 ? [] : (this.#chunkFacts(own).blocks[block]?.tokens ?? []);
      if (tokens.length === 0) continue;
      // A name that the memo gives a law may stand beside a locator in the same sentence and belong to the citation.
      const prose = proseOffset(own.blocks[block] as Block, source);
      const stopped = (from: number, to: number) =>
        tokens.some(({ type, start }) => type === 'stop' && from <= start && start < to);
      const near = ({ type, start, end }: Token) =>
        type === 'reference' && !stopped(Math.min(prose, end), Math.max(prose, start));
      if (tokens.some(near)) return false;
    }
    return true;
  }

  /** The facts of the memo as a whole: those of the version before when the chunks that changed say the same in sum. */
  #memoFacts(title: string | undefined, facts: readonly ChunkFacts[]): MemoFacts {
    const { facts: before, all, title: titleBefore } = this.#previous;
    const most = Math.min(facts.length, before.length);
    let head = 0;
    while (head < most && facts[head] === before[head]) head += 1;
    let tail = 0;
    while (tail < most - head && facts[facts.length - 1 - tail] === before[before.length - 1 - tail])
      tail += 1;
    const sum = (list: readonly ChunkFacts[]) =>
      list.slice(head, list.length - tail).flatMap((x) => (x.summary ? [x.summary] : []));
    if (all && title === titleBefore && sum(facts).join('\n') === sum(before).join('\n')) return all;
    const found = memoFacts(facts, this.#title(title), (name) => this.antecedent(name));
    return all && all.key === found.key ? all : found;
  }

  #chunkFacts(chunk: Chunk): ChunkFacts {
    const names = this.#names;
    const last = factsOf.get(chunk);
    if (last?.names === names) return last.facts;
    const facts = chunkFacts(chunk, names);
    factsOf.set(chunk, { names, facts });
    return facts;
  }

  #title(title: string | undefined): TitleFacts | undefined {
    if (title === undefined) return undefined;
    if (this.#lastTitle?.title !== title)
      this.#lastTitle = { title, facts: frontMatterTitle(title, this.#names) };
    return this.#lastTitle.facts;
  }

  #entry(
    chunk: Chunk,
    facts: ChunkFacts,
    before: Context,
    memo: MemoFacts,
    date: string | undefined,
  ): ChunkEntry {
    const known = this.#chunks.get(chunk);
    if (known && stays(known, before, memo, date)) return known;
    const asking = new AskedFacts(memo);
    const resolved = resolveChunk(chunk, facts, before, asking, this);
    const citations = resolved.citations.map((citation) => this.#citation(chunk, citation, date));
    const local: ChunkResults = {
      citations,
      mentions: resolved.mentions.map((mention) => {
        const { start, end } = source(chunk.blocks[mention.block] as Block, mention);
        return { start, end, text: mention.text, statute: mention.statute };
      }),
      aliases: facts.aliases.length > 0 ? this.#aliases(chunk, facts) : noAliases,
      quotations: findQuotations(chunk, citations, this.#library),
    };
    const empty = local.citations.length + local.mentions.length + local.aliases.length === 0;
    const entry: ChunkEntry = {
      before,
      date,
      facts: memo,
      asked: asking.asked.length > 0 ? asking.asked.slice() : nothingAsked,
      after: resolved.after,
      local: empty ? undefined : local,
      // What says the same stays the same object: all that follows from it stays, too.
      ...(known?.local && sameResults(known.local, local) && { local: known.local, placed: known.placed }),
    };
    this.#chunks.set(chunk, entry);
    return entry;
  }

  #aliases(chunk: Chunk, facts: ChunkFacts): AliasDefinition[] {
    return facts.blocks.flatMap((block, i) =>
      block.tokens.flatMap((token) => {
        if (token.type !== 'alias') return [];
        const law = this.antecedent(token.name);
        if (!law) return [];
        const { start, end } = source(chunk.blocks[i] as Block, token);
        const statute = law.kind === 'law' ? law.statute : undefined;
        return [{ start, end, alias: token.alias, title: token.name.text, statute }];
      }),
    );
  }

  #citation(chunk: Chunk, citation: ResolvedCitation, memoDate: string | undefined): Citation {
    const block = chunk.blocks[citation.block] as Block;
    const { start, end } = source(block, citation);
    const { law, name } = citation;
    const year = name?.year;
    const old = name?.old ?? citation.old ?? false;
    const words = () => sentenceAround(block.prose, citation);
    const targets = citation.points.map((point): Target => {
      const place = point.place as Locator;
      const to = point.to as Locator | undefined;
      const { start, end } = source(block, point);
      const target = (status: CitationStatus, version?: StatuteVersion): Target => ({
        start,
        end,
        place,
        to,
        forms: point.forms,
        status,
        version,
      });
      if (!law) return target('unresolved');
      if (law.kind !== 'law') return target('unknown-law');
      const found = targetStatus(this.#library, law.statute, this.#asOf, place, to, year, old);
      const { version } = found;
      const renumbered =
        year === undefined &&
        !old &&
        version !== undefined &&
        (found.status === 'verified' || found.status === 'no-such-article') &&
        isRenumbered(this.#library, law.statute, version, place, to, words, memoDate);
      return target(renumbered ? 'renumbered' : found.status, version);
    });
    // Every citation has every property, in the order of `placeResults`: objects of many shapes slow down all that reads them.
    return {
      start,
      end,
      kind: citation.kind,
      raw: chunk.text.slice(start, end),
      statute: law?.kind === 'law' ? law.statute : undefined,
      title: name && { text: name.text, range: source(block, name.inner), marks: name.marks },
      unknownTitle: law?.kind === 'unknown' ? law.title : undefined,
      year,
      candidates: citation.candidates,
      targets,
      forms: citation.forms,
      chunk: 0,
      block: citation.block,
      quoted: citation.quoted,
    };
  }

  // What the resolver asks.

  antecedent(name: NameExpression): Antecedent | undefined {
    switch (name.sort) {
      case 'law': {
        const known = this.#chosen.get(name.statutes);
        if (known) return known;
        const law = this.antecedents.law(this.#choose(name.statutes), name.statutes);
        this.#chosen.set(name.statutes, law);
        return law;
      }
      case 'unknown':
        return this.antecedents.unknown(name.title ?? name.text);
      case 'document':
      case 'foreign':
        return this.antecedents.document(name.text);
      default:
        return undefined;
    }
  }

  /** Of several laws with one name the one in force. */
  #choose(statutes: readonly Statute[]): Statute {
    if (statutes.length > 1) {
      for (const statute of statutes)
        if (this.#library.asOf(statute, this.#asOf).state === 'in-force') return statute;
    }
    return statutes[0] as Statute;
  }

  titled(title: string): Antecedent {
    const statutes = this.#names.title(title);
    return statutes.length > 0
      ? this.antecedents.law(this.#choose(statutes), statutes)
      : this.antecedents.unknown(title);
  }

  isGone(statute: Statute): boolean {
    return this.#library.asOf(statute, this.#asOf).state === 'repealed';
  }

  mayHave(law: Antecedent, place: Partial<Locator>): boolean {
    return this.#existence(law, place) !== 'no';
  }

  sharesWords(law: Antecedent, place: Partial<Locator>, said: WordPairs): number | undefined {
    const article = this.#article(law, place);
    return article && sharedPairs(said, article);
  }

  paragraphs(law: Antecedent, place: Partial<Locator>): number | undefined {
    return this.#article(law, place)?.paragraphs.length;
  }

  #article(law: Antecedent, place: Partial<Locator>): Article | undefined {
    if (law.kind !== 'law' || place.article === undefined) return undefined;
    const { version } = this.#library.asOf(law.statute, this.#asOf);
    return this.#library.article(version, place.article, place.suffix);
  }

  has(law: Antecedent, place: Partial<Locator>): boolean {
    return this.#existence(law, place) === 'yes';
  }

  #existence(law: Antecedent, place: Partial<Locator>): 'yes' | 'no' | 'unknown' {
    if (law.kind !== 'law' || place.article === undefined) return 'unknown';
    const { version } = this.#library.asOf(law.statute, this.#asOf);
    // 第二百八十七条之二: hardly any law has such articles.
    if (place.suffix !== undefined && this.#library.articles(version).length === 0)
      return withInserted.has(law.statute.short) ? 'unknown' : 'no';
    const { state } = this.#library.existence(version, place as Locator);
    if (state !== 'unknown') return state === 'exists' ? 'yes' : 'no';
    // Without its text, too, a law has the articles up to its last one.
    const counted = version.articles !== undefined && !version.uncertain.includes('articles');
    const article = place.paragraph === undefined && place.item === undefined && place.suffix === undefined;
    return counted && article ? 'yes' : 'unknown';
  }
}

/** Whether what is known of a chunk still holds after this context and in a memo of these facts. */
function stays(known: ChunkEntry, before: Context, facts: MemoFacts, date: string | undefined): boolean {
  if (known.date !== date || !sameContext(known.before, before)) return false;
  if (known.facts !== facts) {
    if (!sameAnswers(known.asked, facts)) return false;
    known.facts = facts;
  }
  return true;
}

function source(block: Block, range: TextRange): TextRange {
  return { start: sourceOffset(block, range.start), end: sourceEnd(block, range.end) };
}

const longestSentence = 300;

const sentenceEnds = new Set([...'。！？\n'].map((unit) => unit.charCodeAt(0)));
const endsSentence = (unit: number) => sentenceEnds.has(unit);

function sentenceAround(prose: string, range: TextRange): string {
  let start = range.start;
  while (start > 0 && range.start - start < longestSentence && !endsSentence(prose.charCodeAt(start - 1)))
    start -= 1;
  let end = range.end;
  while (end < prose.length && end - range.end < longestSentence && !endsSentence(prose.charCodeAt(end)))
    end += 1;
  return `${prose.slice(start, range.start)} ${prose.slice(range.end, end)}`;
}
