import type { Block } from '../memo/memo';
import type { Locator, Statute } from '../statutes/statute';
import type { Antecedent } from './antecedent';
import type { BlockFacts } from './chunkFacts';
import type { CitedPlace, Context, WalkedText } from './context';
import type { Unit } from './element';
import type { MemoFacts } from './memoFacts';
import { named } from './naming';
import type { Point } from './points';
import type { LawBook } from './resolved';
import type { Token } from './token';

const keptPlaces = 16;
const keptLaws = 5;
const keptClauses = 40;
/** So far may clauses count on with articles of a law between them, and so near an article of that law may not be. */
const nextClauses = 3;
const near = 10;

/** What a reader knows at a place of the memo: the context unfolded, and what this block has said so far. */
export class Reading {
  headings: (Antecedent | undefined)[];
  focus: Antecedent | undefined;
  recent: readonly Antecedent[];
  older: Antecedent | undefined;
  last: CitedPlace | undefined;
  places: readonly CitedPlace[];
  shown: readonly number[];
  earlierClauses: readonly number[];
  text: WalkedText | undefined;
  announced: Antecedent | undefined;
  introduced: Antecedent | undefined;

  block: Block | undefined;
  prose = '';
  /** Named last in this sentence, in this block. */
  sentence: Antecedent | undefined;
  inBlock: Antecedent | undefined;
  lastInBlock = false;
  /** The place cited last in this block outside quotation marks. */
  host: CitedPlace | undefined;
  /** The block is one of the numbered clauses of the text itself. */
  ownClause = false;
  /** The place that a quotation has named last from within (“前款第二项……第六项……”). */
  within: CitedPlace | undefined;
  /** The last 款 or 项 of this block was that of no article (证据第7项, 第二项诉讼请求). */
  apart: Unit | undefined;
  /** Articles cited in this block, in this sentence, and their laws. */
  here = new Map<number, Antecedent>();
  hereInSentence = new Map<number, Antecedent>();
  /** Clauses of contracts, drafts and the like that this block has named as such (草案第四十条). */
  clauses = new Set<number>();
  #lastClause = Number.NEGATIVE_INFINITY;
  /** The two laws or documents named last, as long as they are spoken of as 前者 and 后者. */
  #pair: readonly [Antecedent, Antecedent] | undefined;
  #named: readonly Antecedent[] = [];
  /** The law of the table column or row. */
  column: Antecedent | undefined;
  /** The law of a table without such: that of the words directly before it, or of the heading above. */
  tableLaw: Antecedent | undefined;
  /** A cell before in this row of the table has named a law. */
  namedInRow = false;
  /** The law cited in the cell above, where that holds nothing but its citation. */
  above: Antecedent | undefined;
  /** The tokens before and behind the one being read. */
  previous: Token | undefined;
  next: Token | undefined;
  /** The same, the end of a sentence passed over. */
  afterStop: Token | undefined;

  constructor(
    before: Context,
    readonly memo: MemoFacts,
    readonly book: LawBook,
  ) {
    this.headings = [...before.headings];
    this.focus = before.focus;
    this.recent = before.recent;
    this.older = before.older;
    this.last = before.last;
    this.places = before.places;
    this.shown = before.shown;
    this.earlierClauses = before.clauses;
    this.text = before.text;
    this.announced = before.announced;
    this.introduced = before.introduced;
  }

  /** Begins a block. */
  open(block: Block): void {
    this.block = block;
    this.prose = block.prose;
    this.sentence = undefined;
    this.inBlock = undefined;
    this.lastInBlock = false;
    this.host = undefined;
    this.#pair = undefined;
    if (this.#named.length > 0) this.#named = [];
    this.ownClause = false;
    this.within = undefined;
    this.apart = undefined;
    if (this.here.size > 0) this.here = new Map();
    if (this.clauses.size > 0) this.clauses = new Set();
    this.#lastClause = Number.NEGATIVE_INFINITY;
    if (this.hereInSentence.size > 0) this.hereInSentence = new Map();
    this.column = undefined;
    this.above = undefined;
    this.previous = undefined;
    this.next = undefined;
  }

  /** Ends a sentence. */
  stop(): void {
    this.sentence = undefined;
    if (this.hereInSentence.size > 0) this.hereInSentence = new Map();
  }

  context(): Context {
    const { headings, recent, places, shown, focus, older, last, text, announced, introduced } = this;
    const clauses = this.earlierClauses;
    return { headings, recent, places, shown, clauses, focus, older, last, text, announced, introduced };
  }

  /** A heading opens a section: what was named before fades, what it names itself counts for all that follows. */
  openSection(block: Block, facts: BlockFacts): void {
    this.older = this.focus ?? this.older;
    this.focus = undefined;
    this.recent = [];
    this.earlierClauses = [];
    this.last = undefined;
    // What stands under a heading of one article (《电子商务法》第三十八条) is on that article, subsections as well.
    const under = this.text && this.text.level > 0 && this.text.level < block.level;
    this.text = under && this.text ? { ...this.text, paragraph: 0 } : undefined;
    this.headings = this.headings.slice(0, block.level);
    const laws = new Set<Antecedent>();
    if (facts.whole) {
      const law = named(this, facts.whole);
      if (law) laws.add(law);
    } else {
      for (const token of facts.tokens) {
        if (token.type !== 'name' && token.type !== 'reference') continue;
        const law = token.name && named(this, token.name);
        if (law && token.name?.sort !== 'other') laws.add(law);
      }
    }
    if (laws.size === 0 && facts.foreignHeading) laws.add(this.book.antecedents.document('foreign'));
    // Standards have clauses, not articles: a heading that names one says nothing of the articles below.
    const found = [...laws].filter(
      (law) => law.kind !== 'document' || !/^(?:GB|JR|YY|ISO|IEC)/.test(law.title),
    );
    while (this.headings.length < block.level) this.headings.push(undefined);
    this.headings[block.level] = found.length === 1 ? found[0] : undefined;
  }
  headingLaw(): Antecedent | undefined {
    for (let i = this.headings.length - 1; i > 0; i -= 1) if (this.headings[i]) return this.headings[i];
    return undefined;
  }
  /** Counts the 款 of a statute text that goes on over blocks. */
  walkText(block: Block): void {
    if (!this.text || block.kind === 'heading' || block.prose.trim() === '') return;
    if (this.text.list && !block.list) {
      this.text = undefined;
      return;
    }
    if (/^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．])/.test(this.prose)) return;
    this.text = { ...this.text, paragraph: this.text.paragraph + 1 };
  }
  /** 前者 and 后者: the two laws or documents named last in this block, until a third one is named. */
  pair(): readonly [Antecedent, Antecedent] | undefined {
    const [second, first] = this.#named;
    if (!this.#pair && first && second) this.#pair = [first, second];
    return this.#pair;
  }
  /** Remembers that the law (or document) was named here. */
  note(law: Antecedent): void {
    if (this.#named[0] !== law) {
      this.#named = this.#named[0] ? [law, this.#named[0]] : [law];
      if (this.#pair && !this.#pair.includes(law)) this.#pair = undefined;
    }
    this.sentence = law;
    this.inBlock = law;
    this.focus = law;
    if (law.kind === 'document') return;
    if (this.recent[0] !== law)
      this.recent = [law, ...this.recent.filter((other) => other !== law)].slice(0, keptLaws);
  }
  remember(law: Antecedent, place: Partial<Locator>): void {
    this.apart = undefined;
    this.last = { law, place };
    this.lastInBlock = true;
    if (law.kind === 'document' || place.article === undefined) return;
    this.here.set(place.article, law);
    this.hereInSentence.set(place.article, law);
    const first = this.places[0];
    if (first?.law === law && first.place.article === place.article) return;
    const article = { article: place.article };
    this.places = [
      { law, place: article },
      ...this.places.filter((p) => p.law !== law || p.place.article !== place.article),
    ].slice(0, keptPlaces);
  }
  drop(title: string): void {
    const law = this.book.antecedents.document(title);
    this.last = { law, place: {} };
    this.lastInBlock = true;
  }
  /** What follows is of a contract or the like: under a heading that says so, or a line. */
  openDocument(title: string): void {
    const law = this.book.antecedents.document(title);
    this.focus = law;
    this.text = undefined;
    if (this.block?.kind === 'heading') this.headings[this.block.level] = law;
  }
  /** The block shows a clause of the contract that the memo is about. */
  show(clause: number): void {
    this.ownClause = true;
    if (!this.shown.includes(clause)) this.shown = [...this.shown, clause].slice(-keptClauses);
  }
  noteClauses(points: readonly Point[]): void {
    for (const { place } of points) {
      if (place.article === undefined) continue;
      this.clauses.add(place.article);
      if (!this.earlierClauses.includes(place.article))
        this.earlierClauses = [...this.earlierClauses, place.article].slice(-keptClauses);
      this.#lastClause = place.article;
    }
  }
  /** 本协议第五条……民法典第577条……第六条: a bare number is one of those clauses, or goes on counting them. */
  isClause(article: number): boolean {
    if (this.here.has(article)) return false;
    const step = article - this.#lastClause;
    return (
      this.clauses.has(article) ||
      this.shown.includes(article) ||
      (step > 0 && step <= nextClauses && ![...this.here.keys()].some((n) => Math.abs(n - article) <= near))
    );
  }
  /** The article that 该条 or 本条 means. */
  sameArticle(): CitedPlace | undefined {
    if (this.text && !this.lastInBlock) {
      const { law, article, suffix } = this.text;
      return { law, place: { article, ...(suffix === undefined ? {} : { suffix }) } };
    }
    return this.last;
  }
  /** Whether the article was cited before under the law. */
  hasCited(law: Antecedent, article: number): boolean {
    return this.places.some((p) => p.law === law && p.place.article === article);
  }
  /** Whether the article was cited before, in this section, under another law and never under this one. */
  citedElsewhere(law: Antecedent, article: number): boolean {
    const cited = this.places.filter((p) => p.place.article === article);
    return (
      cited.length > 0 &&
      !cited.some((p) => p.law === law) &&
      this.recent.includes((cited[0] as CitedPlace).law)
    );
  }
  candidates(): Statute[] {
    const laws = [...this.recent, this.older, this.memo.sole, ...this.places.map((place) => place.law)];
    return [...new Set(laws.flatMap((law) => (law?.kind === 'law' ? [law.statute] : [])))];
  }
}
