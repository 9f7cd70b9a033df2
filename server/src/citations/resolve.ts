import type { Block, Chunk } from '../memo/memo';
import type { Locator, Statute } from '../statutes/statute';
import type { TextRange } from '../text/range';
import { type Antecedent, type Antecedents, hasEnding } from './antecedent';
import type { BlockFacts, ChunkFacts } from './chunkFacts';
import type { CitationKind, Form } from './citation';
import type { CitedPlace, Context, WalkedText } from './context';
import { simplify } from './fold';
import { agreedTails, foreign, leads, nounsAfter, tails, titles } from './lexicon';
import { complete, type Point, skipBlanks, type Unit } from './locator';
import type { MemoFacts } from './memoFacts';
import { latinBefore, ownerBefore, placeBefore, skipBack } from './surroundings';
import { TableLaws } from './tableLaws';
import type { NameExpression, ReferenceToken, Token } from './token';

/** A citation of a chunk, resolved; offsets are those of the block's prose. */
export interface ResolvedCitation {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly kind: CitationKind;
  readonly law?: Antecedent;
  readonly name?: NameExpression;
  readonly points: readonly Point[];
  readonly forms: readonly Form[];
  readonly quoted: boolean;
  readonly candidates: readonly Statute[];
}

export interface ResolvedMention {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly statute?: Statute;
}

export interface ResolvedChunk {
  readonly citations: readonly ResolvedCitation[];
  readonly mentions: readonly ResolvedMention[];
  readonly after: Context;
}

/** What the resolver asks of the library. */
export interface LawBook {
  readonly antecedents: Antecedents;
  /** The antecedent that a name stands for, aliases of the memo aside. */
  antecedent(name: NameExpression): Antecedent | undefined;
  /** Whether the law is no longer in force. */
  isGone(statute: Statute): boolean;
  /** The antecedent of a full title. */
  titled(title: string): Antecedent;
  /** Whether the law (in the version that applies) has the place: false only if it is proven that it has not. */
  mayHave(law: Antecedent, place: Partial<Locator>): boolean;
  /** Whether it is proven that the law has the place. */
  has(law: Antecedent, place: Partial<Locator>): boolean;
}

/** A contract or policy seldom has more clauses: above this a bare number is a code's. */
const mostClauses = 80;
const keptPlaces = 16;
const keptLaws = 5;
const implementing = new Set(titles.implementing);
const sharedNames = new Set(foreign.sharedNames);

/** Resolves the references of one chunk in its context. */
export function resolveChunk(
  chunk: Chunk,
  facts: ChunkFacts,
  before: Context,
  memo: MemoFacts,
  book: LawBook,
): ResolvedChunk {
  return new ChunkResolver(chunk, facts, before, memo, book).run();
}

class ChunkResolver {
  readonly #chunk: Chunk;
  readonly #facts: ChunkFacts;
  readonly #memo: MemoFacts;
  readonly #book: LawBook;
  readonly #citations: ResolvedCitation[] = [];
  readonly #mentions: ResolvedMention[] = [];

  // The context, unfolded.
  #headings: (Antecedent | undefined)[];
  #focus: Antecedent | undefined;
  #recent: readonly Antecedent[];
  #older: Antecedent | undefined;
  #last: CitedPlace | undefined;
  #places: readonly CitedPlace[];
  #text: WalkedText | undefined;
  #announced: Antecedent | undefined;

  // Within the block.
  #index = 0;
  #block: Block;
  #prose = '';
  #sentence: Antecedent | undefined;
  #inBlock: Antecedent | undefined;
  #lastInBlock = false;
  /** Articles cited in this block and their laws. */
  #here = new Map<number, Antecedent>();
  #column: Antecedent | undefined;
  #next: Token | undefined;
  readonly #after: (Antecedent | undefined)[] = [];

  constructor(chunk: Chunk, facts: ChunkFacts, before: Context, memo: MemoFacts, book: LawBook) {
    this.#chunk = chunk;
    this.#facts = facts;
    this.#memo = memo;
    this.#book = book;
    this.#block = chunk.blocks[0] as Block;
    this.#headings = [...before.headings];
    this.#focus = before.focus;
    this.#recent = before.recent;
    this.#older = before.older;
    this.#last = before.last;
    this.#places = before.places;
    this.#text = before.text;
    this.#announced = before.announced;
  }

  run(): ResolvedChunk {
    const columns = new TableLaws(this.#chunk, this.#facts, (name) => this.#named(name));
    let row = -1;
    let beforeTable: Antecedent | undefined;
    this.#chunk.blocks.forEach((block, i) => {
      const facts = this.#facts.blocks[i] as BlockFacts;
      this.#index = i;
      this.#block = block;
      this.#prose = block.prose;
      this.#sentence = undefined;
      this.#inBlock = undefined;
      this.#lastInBlock = false;
      this.#here = new Map();
      this.#column = undefined;
      if (block.kind === 'heading') this.#heading(block, facts);
      else if (block.table) {
        if (block.table.row === 0 && block.table.column === 0) beforeTable = this.#focus;
        if (block.table.row !== row) {
          row = block.table.row;
          this.#focus = beforeTable;
          this.#last = undefined;
          this.#text = undefined;
        }
        this.#column = columns.law(block.table, i);
      } else if (block.list && block.list.lead === i && block.list.parent >= 0) {
        this.#focus = this.#after[block.list.parent] ?? this.#focus;
      }
      this.#walkText(block);
      const known = this.#citations.length;
      this.#tokens(facts);
      if (block.kind === 'heading' && this.#citations.length === known + 1)
        this.#openText(this.#citations[known] as ResolvedCitation);
      if (block.prose.trim() !== '') this.#announced = this.#announcedBy(facts);
      this.#after[i] = this.#focus;
    });
    return { citations: this.#citations, mentions: this.#mentions, after: this.#context() };
  }

  #context(): Context {
    const optional = {
      ...(this.#focus ? { focus: this.#focus } : {}),
      ...(this.#older ? { older: this.#older } : {}),
      ...(this.#last ? { last: this.#last } : {}),
      ...(this.#text ? { text: this.#text } : {}),
      ...(this.#announced ? { announced: this.#announced } : {}),
    };
    return { headings: this.#headings, recent: this.#recent, places: this.#places, ...optional };
  }

  /** A heading opens a section: what was named before fades, what it names itself counts for all that follows. */
  #heading(block: Block, facts: BlockFacts): void {
    this.#older = this.#focus ?? this.#older;
    this.#focus = undefined;
    this.#recent = [];
    this.#last = undefined;
    this.#text = undefined;
    this.#headings = this.#headings.slice(0, block.level);
    const laws = new Set<Antecedent>();
    if (facts.whole) {
      const law = this.#named(facts.whole);
      if (law) laws.add(law);
    } else {
      for (const token of facts.tokens) {
        if (token.type !== 'name' && token.type !== 'reference') continue;
        const law = token.name && this.#named(token.name);
        if (law && token.name?.sort !== 'other') laws.add(law);
      }
    }
    if (laws.size === 0 && facts.foreignHeading) laws.add(this.#book.antecedents.document('foreign'));
    // Standards have clauses, not articles: a heading that names one says nothing of the articles below.
    const found = [...laws].filter(
      (law) => law.kind !== 'document' || !/^(?:GB|JR|YY|ISO|IEC)/.test(law.title),
    );
    while (this.#headings.length < block.level) this.#headings.push(undefined);
    this.#headings[block.level] = found.length === 1 ? found[0] : undefined;
  }

  #headingLaw(): Antecedent | undefined {
    for (let i = this.#headings.length - 1; i > 0; i -= 1) if (this.#headings[i]) return this.#headings[i];
    return undefined;
  }

  /** A heading with one article (《广告法》第15条：…): what follows is about that article, perhaps its text. */
  #openText(citation: ResolvedCitation): void {
    const place = citation.points[0]?.place;
    if (!citation.law || citation.points.length > 1 || place?.article === undefined) return;
    const suffix = place.suffix === undefined ? {} : { suffix: place.suffix };
    this.#text = { law: citation.law, article: place.article, ...suffix, paragraph: 0 };
  }

  /** Counts the 款 of a statute text that goes on over blocks. */
  #walkText(block: Block): void {
    if (!this.#text || block.kind === 'heading' || block.prose.trim() === '') return;
    if (/^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．])/.test(this.#prose)) return;
    this.#text = { ...this.#text, paragraph: this.#text.paragraph + 1 };
  }

  #announcedBy(facts: BlockFacts): Antecedent | undefined {
    for (let i = facts.tokens.length - 1; i >= 0; i -= 1) {
      const token = facts.tokens[i] as BlockFacts['tokens'][number];
      if (token.type === 'stop' || token.type === 'alias') continue;
      if (token.type !== 'name') return undefined;
      const rest = this.#prose
        .slice(token.end)
        .replace(/[（(][^（()）]*[）)]/g, '')
        .trim();
      return rest.length <= 3 ? this.#named(token.name) : undefined;
    }
    return undefined;
  }

  #tokens(facts: BlockFacts): void {
    for (const [i, token] of facts.tokens.entries()) {
      this.#next = facts.tokens[i + 1];
      if (token.type === 'stop') this.#sentence = undefined;
      else if (token.type === 'name') {
        const law = this.#named(token.name);
        if (law) {
          this.#note(law);
          if (law.kind !== 'document') {
            const statute = law.kind === 'law' ? { statute: law.statute } : {};
            this.#mentions.push({
              block: this.#index,
              start: token.start,
              end: token.end,
              text: token.name.text,
              ...statute,
            });
          }
        }
      } else if (token.type === 'reference') this.#reference(token);
    }
  }

  /** The antecedent of a name: an alias of this memo before the library's names. */
  #named(name: NameExpression): Antecedent | undefined {
    const alias = this.#memo.aliases.get(name.text) ?? this.#memo.aliases.get(simplify(name.text));
    if (alias) return this.#abroad(alias, name) ?? alias;
    const law = this.#book.antecedent(name);
    if (law?.kind !== 'law' && !name.english) {
      const long = implementing.has(name.text)
        ? this.#implementing(name.text)
        : this.#memo.abbreviated(name.text);
      if (long) return this.#abroad(long, name) ?? long;
    }
    const abroad = law && this.#abroad(law, name);
    if (abroad) return abroad;
    if (!law && name.sort === 'other') return undefined;
    return law;
  }

  #abroad(law: Antecedent, name: NameExpression): Antecedent | undefined {
    const foreignTitle =
      law.kind === 'law'
        ? this.#isForeign(law.statute, name)
        : law.kind === 'unknown' && this.#memo.mostlyForeign && !/中华人民共和国|PRC|China/.test(name.text);
    return foreignTitle ? this.#book.antecedents.document(`foreign ${law.title}`) : undefined;
  }

  /** In a text on foreign law a 《民法典》 is another country's, and so is what PRC law had but has no more. */
  #isForeign(statute: Statute, name: NameExpression): boolean {
    if (
      !this.#memo.foreign &&
      !(this.#memo.mostlyForeign && name.statutes.every((s) => this.#book.isGone(s)))
    )
      return false;
    if (/^(?:中华人民共和国|PRC|China)/.test(name.text) || /^[A-Z]{3,6}$/.test(name.text)) return false;
    return sharedNames.has(statute.short) || this.#book.isGone(statute);
  }

  /** 实施条例 alone: that of the law spoken of. */
  #implementing(rules: string): Antecedent | undefined {
    for (const law of [
      this.#sentence,
      this.#inBlock,
      this.#focus,
      this.#headingLaw(),
      ...this.#recent,
      this.#memo.sole,
      this.#older,
    ]) {
      if (law?.kind !== 'law') continue;
      return law.title.endsWith(rules) ? law : this.#book.titled(`${law.statute.short}${rules}`);
    }
    return this.#memo.abbreviated(rules);
  }

  /** Remembers that the law (or document) was named here. */
  #note(law: Antecedent): void {
    this.#sentence = law;
    this.#inBlock = law;
    this.#focus = law;
    if (law.kind === 'document') return;
    if (this.#recent[0] !== law)
      this.#recent = [law, ...this.#recent.filter((other) => other !== law)].slice(0, keptLaws);
  }

  #remember(law: Antecedent, place: Partial<Locator>): void {
    this.#last = { law, place };
    this.#lastInBlock = true;
    if (law.kind === 'document' || place.article === undefined) return;
    this.#here.set(place.article, law);
    const first = this.#places[0];
    if (first?.law === law && first.place.article === place.article) return;
    const article = { article: place.article };
    this.#places = [
      { law, place: article },
      ...this.#places.filter((p) => p.law !== law || p.place.article !== place.article),
    ].slice(0, keptPlaces);
  }

  #drop(title: string): void {
    const law = this.#book.antecedents.document(title);
    this.#last = { law, place: {} };
    this.#lastInBlock = true;
  }

  #reference(token: ReferenceToken): void {
    if (token.clause) {
      this.#drop('clause');
      return;
    }
    if (token.name) this.#explicit(token, token.name);
    else if (token.anaphor) this.#anaphoric(token);
    else this.#bare(token);
  }

  #explicit(token: ReferenceToken, name: NameExpression): void {
    const law = this.#named(name) ?? this.#book.antecedents.document(name.text);
    this.#note(law);
    const first = token.points[0];
    if (law.kind === 'document') {
      this.#last = { law, place: first?.place ?? {} };
      this.#lastInBlock = true;
      return;
    }
    if (first && first.place.article === undefined) {
      // “paragraph 2 of the Code”: no article.
      if (token.points.every((point) => point.place.article === undefined)) return;
    }
    this.#emit(token, 'explicit', law, token.points, name);
  }

  #emit(
    token: { start: number; end: number; forms: readonly Form[]; quoted: boolean },
    kind: CitationKind,
    law: Antecedent | undefined,
    points: readonly Point[],
    name?: NameExpression,
    candidates: readonly Statute[] = [],
  ): void {
    const last = points[points.length - 1];
    if (!last) return;
    if (law) {
      for (const point of points)
        if (point.place.article !== undefined) this.#remember(law, point.to ?? point.place);
      this.#note(law);
    }
    this.#citations.push({
      block: this.#index,
      start: token.start,
      end: token.end,
      kind,
      points,
      forms: token.forms,
      quoted: token.quoted || this.#block.quoteDepth > 0,
      candidates:
        candidates.length > 0
          ? candidates
          : law?.kind === 'law' && law.candidates.length > 1
            ? law.candidates
            : [],
      ...(law ? { law } : {}),
      ...(name ? { name } : {}),
    });
  }

  #anaphoric(token: ReferenceToken): void {
    const anaphor = token.anaphor as NonNullable<ReferenceToken['anaphor']>;
    switch (anaphor.kind) {
      case 'law':
      case 'kind': {
        const alias = token.anaphorText ? this.#memo.aliases.get(token.anaphorText) : undefined;
        const own = anaphor.kind === 'law' && anaphor.own && !token.quoted ? this.#memo.own : undefined;
        const law =
          alias ?? (own && hasEnding(own, anaphor.endings) ? own : (this.#lastWith(anaphor.endings) ?? own));
        if (law?.kind === 'document') {
          this.#drop(law.title);
          return;
        }
        if (!law && (this.#memo.contract || this.#memo.foreign)) return;
        if (!law && anaphor.kind === 'kind') {
          this.#bare({ ...token, start: token.locator });
          return;
        }
        const points = token.points.filter((point) => point.place.article !== undefined);
        if (points.length === 0) return;
        this.#emit(token, 'anaphoric', law, points, undefined, this.#candidates());
        return;
      }
      case 'article': {
        const from = this.#sameArticle();
        if (!from || from.law.kind === 'document') {
          if (!from && token.points.length > 0 && token.points[0]?.place.article !== undefined)
            this.#bare({ ...token, start: token.locator });
          else if (!from) return;
          else this.#drop(from.law.title);
          return;
        }
        const base = { ...from.place };
        if (!anaphor.paragraph) delete base.paragraph;
        delete base.item;
        this.#emit(token, 'anaphoric', from.law, complete(token.points, base));
        return;
      }
      case 'cited': {
        const article = token.points[0]?.place.article;
        const cited = this.#places.find((place) => place.place.article === article);
        if (cited && !ownerBefore(this.#prose, token.start))
          this.#emit(token, 'anaphoric', cited.law, token.points);
        else this.#bare({ ...token, start: token.locator });
        return;
      }
      case 'previous':
        this.#previous(token, anaphor.unit, anaphor.count);
    }
  }

  /** The last law named whose title has one of the endings; a document only if nothing else is nearer. */
  #lastWith(endings: readonly string[]): Antecedent | undefined {
    const near = [this.#sentence, this.#inBlock, this.#focus, this.#column];
    for (const law of near) {
      if (!law || !hasEnding(law, endings)) continue;
      if (
        law.kind !== 'document' ||
        endings.some((ending) => ending === '规定' || ending === '办法' || ending === '规则')
      )
        return law;
    }
    for (const law of [
      ...this.#recent,
      ...this.#headings.slice().reverse(),
      this.#text?.law,
      this.#memo.own,
      this.#older,
      this.#memo.sole,
    ]) {
      if (law && law.kind !== 'document' && hasEnding(law, endings)) return law;
    }
    return undefined;
  }

  /** The article that 该条 or 本条 means. */
  #sameArticle(): CitedPlace | undefined {
    if (this.#text && !this.#lastInBlock) {
      const { law, article, suffix } = this.#text;
      return { law, place: { article, ...(suffix === undefined ? {} : { suffix }) } };
    }
    return this.#last;
  }

  /** 前款, 前条: counted back in the text that is walked through, else from the place cited. */
  #previous(token: ReferenceToken, unit: Unit, count: number): void {
    let from: CitedPlace | undefined;
    if (this.#text) {
      const { law, article, suffix, paragraph } = this.#text;
      from = {
        law,
        place: { article, ...(suffix === undefined ? {} : { suffix }), paragraph: Math.max(1, paragraph) },
      };
    } else if (token.quoted && this.#lastInBlock) from = this.#last;
    if (!from || from.law.kind === 'document' || from.place.article === undefined) return;
    const value =
      unit === 'article' ? from.place.article : unit === 'paragraph' ? from.place.paragraph : from.place.item;
    if (value === undefined || value - count < 1) return;
    const base: Partial<Locator> =
      unit === 'article'
        ? {}
        : {
            article: from.place.article,
            ...(from.place.suffix === undefined ? {} : { suffix: from.place.suffix }),
            ...(unit === 'item' && from.place.paragraph !== undefined
              ? { paragraph: from.place.paragraph }
              : {}),
          };
    const first = { ...base, [unit]: value - count };
    const points: readonly Point[] =
      token.points.length > 0 && count === 1
        ? complete(token.points, first)
        : [
            {
              start: token.start,
              end: token.end,
              place: first,
              ...(count > 1 ? { to: { ...base, [unit]: value - 1 } } : {}),
              forms: ['chinese'],
            },
          ];
    const kept = this.#last;
    this.#emit(token, 'anaphoric', from.law, points);
    this.#last = kept;
  }

  #bare(token: ReferenceToken): void {
    const first = token.points[0];
    if (!first) return;
    if (first.place.article === undefined) {
      this.#relative(token, first);
      return;
    }
    if (token.english && !token.points.every((point) => point.place.article !== undefined)) return;
    const alias = this.#aliasBefore(token) ?? this.#aliasAfter(token);
    if (alias) {
      this.#note(alias.law);
      if (alias.law.kind !== 'document') {
        this.#emit({ ...token, ...alias.range }, 'explicit', alias.law, token.points);
      }
      return;
    }
    const named = this.#namedBehind(token);
    if (named) {
      this.#emit(token, 'elliptic', named, token.points);
      return;
    }
    if (token.weak && !this.#acceptsWeak(token)) return;
    const owner = ownerBefore(this.#prose, token.start) || latinBefore(this.#prose, token.start);
    if (owner || agreedTails.at(this.#prose, skipBlanks(this.#prose, token.end)) > 0) {
      this.#drop(owner || 'agreed');
      return;
    }
    if (placeBefore(this.#prose, token.start)) return;
    const initial =
      /(?:^|\n)[ \t　]*$/.test(this.#prose.slice(Math.max(0, token.start - 12), token.start)) &&
      /^[\s　：:（(【、—–-]|^$/.test(this.#prose.slice(token.end, token.end + 1));
    const tail = simplify(this.#prose.slice(token.end, token.end + 6));
    if (!initial && token.points.length === 1 && nounsAfter.article.at(tail.trimStart(), 0) > 0) return;
    const article = first.place;
    if (initial && !this.#column) {
      const law = this.#heads(token, article);
      if (law === 'none') return;
      if (law) {
        this.#text = {
          law,
          article: article.article as number,
          ...(article.suffix === undefined ? {} : { suffix: article.suffix }),
          paragraph: this.#block.kind === 'heading' ? 0 : 1,
        };
        this.#emit(token, 'elliptic', law, token.points);
        return;
      }
    }
    const law = this.#antecedentFor(article, token);
    if (law === 'document') {
      this.#drop('document');
      return;
    }
    if (law) {
      this.#emitByLaw(token, law);
      return;
    }
    if (this.#memo.contract || this.#memo.foreign || this.#memo.own || token.weak || token.english) return;
    const before = simplify(this.#prose.slice(Math.max(0, token.start - 4), token.start));
    const cue =
      leads.before(before.trimEnd(), before.trimEnd().length) >= 2 && tails.at(tail.trimStart(), 0) >= 2;
    if (cue) this.#emit(token, 'elliptic', undefined, token.points, undefined, this.#candidates());
  }

  /** A bare list whose articles were cited before under different laws is as many citations. */
  #emitByLaw(token: ReferenceToken, law: Antecedent): void {
    const laws = token.points.map((point, i) =>
      i === 0 ? law : (this.#antecedentFor(point.place, token) ?? law),
    );
    if (laws.every((other) => other === law || other === 'document')) {
      this.#emit(token, 'elliptic', law, token.points);
      return;
    }
    token.points.forEach((point, i) => {
      const own = laws[i];
      if (own && own !== 'document')
        this.#emit({ ...token, start: point.start, end: point.end }, 'elliptic', own, [point]);
    });
  }

  #candidates(): Statute[] {
    const laws = [...this.#recent, this.#older, this.#memo.sole, ...this.#places.map((place) => place.law)];
    return [...new Set(laws.flatMap((law) => (law?.kind === 'law' ? [law.statute] : [])))];
  }

  /**
   * A block that begins with 第X条 and a gap: a heading of the text's own articles, or of a statute that is quoted.
   * @returns the law; 'none' = no citation; undefined = an ordinary reference
   */
  #heads(token: ReferenceToken, place: Partial<Locator>): Antecedent | 'none' | undefined {
    const memo = this.#memo;
    if (memo.own && this.#block.kind !== 'heading') {
      this.#text = {
        law: memo.own,
        article: place.article as number,
        ...(place.suffix === undefined ? {} : { suffix: place.suffix }),
        paragraph: 1,
      };
      this.#last = undefined;
      return 'none';
    }
    if (memo.contract || memo.foreign) return 'none';
    if (token.points.length > 1 || first(token)?.to) return undefined;
    const law =
      this.#announced && this.#announced.kind !== 'document'
        ? this.#announced
        : this.#text && this.#text.article < (place.article as number)
          ? this.#text.law
          : undefined;
    if (law && this.#book.mayHave(law, place)) return law;
    const heading = this.#headingLaw();
    if (heading && heading.kind !== 'document' && this.#book.mayHave(heading, place)) return heading;
    if (heading?.kind === 'document') return 'none';
    const gap = /^[\s　]/.test(this.#prose.slice(token.end, token.end + 1));
    // 第一条 意见：… with no law announced is the memo's own numbering.
    return gap && !this.#focus && !this.#block.list ? 'none' : undefined;
  }

  /** The law that a bare 第X条 belongs to, nearest first. */
  #antecedentFor(place: Partial<Locator>, token: ReferenceToken): Antecedent | 'document' | undefined {
    const article = place.article as number;
    const book = this.#book;
    const cited = this.#places.find((p) => p.place.article === article)?.law;
    const heading = this.#headingLaw();
    const small = article <= mostClauses;
    if (this.#column) {
      if (this.#column.kind === 'document') return 'document';
      if (!this.#inBlock && book.mayHave(this.#column, place)) return this.#column;
    }
    for (const law of [this.#sentence, this.#inBlock]) {
      if (!law) continue;
      const again = this.#here.get(article);
      if (again && again !== law && law.kind !== 'document') return again;
      if (law === this.#inBlock && law !== this.#sentence && this.#citedElsewhere(law, article)) continue;
      if (law.kind === 'document') {
        if (small || !this.#recent.some((other) => book.has(other, place))) return 'document';
        continue;
      }
      if (this.#memo.contract && small && cited !== law) return 'document';
      if (book.mayHave(law, place)) return law;
    }
    if (this.#memo.contract && small && heading?.kind !== 'law') return 'document';
    if (
      this.#text &&
      this.#text.law.kind !== 'document' &&
      (token.quoted || this.#memo.own) &&
      book.mayHave(this.#text.law, place)
    )
      return this.#text.law;
    const focus = this.#focus;
    if (
      focus &&
      focus.kind !== 'document' &&
      (this.#block.list || this.#block.table) &&
      book.mayHave(focus, place)
    )
      return focus;
    if (heading) {
      if (heading.kind === 'document')
        return small || !this.#recent.some((other) => book.has(other, place)) ? 'document' : undefined;
      if (
        book.mayHave(heading, place) &&
        (!focus || focus === heading || focus.kind === 'document' || !cited || cited === heading)
      )
        return heading;
    }
    if (focus?.kind === 'document' && small && !cited) return 'document';
    if (cited && this.#recent.includes(cited)) return cited;
    if (!focus && !heading && this.#older?.kind === 'document') return 'document';
    for (const law of [focus, ...this.#recent, heading, this.#memo.sole, this.#older, this.#memo.own]) {
      if (law && law.kind !== 'document' && book.mayHave(law, place)) return law;
    }
    return undefined;
  }

  /** Whether the article was cited before, in this section, under another law and never under this one. */
  #citedElsewhere(law: Antecedent, article: number): boolean {
    const cited = this.#places.filter((p) => p.place.article === article);
    return (
      cited.length > 0 &&
      !cited.some((p) => p.law === law) &&
      this.#recent.includes((cited[0] as CitedPlace).law)
    );
  }

  /** 三十八条 without 第 and without a name counts only between marks and after a law named in the same block. */
  #acceptsWeak(token: ReferenceToken): boolean {
    const before = this.#prose[skipBack(this.#prose, token.start) - 1] ?? '';
    if (/[\u4e00-\u9fffA-Za-z0-9.．-]/.test(before) && !/[依按据照见看和及与或、]/.test(before)) return false;
    const after = this.#prose[skipBlanks(this.#prose, token.end)] ?? '';
    const deep = token.points[0]?.place.paragraph !== undefined;
    if (!deep && /[\u4e00-\u9fff]/.test(after) && !/[的之规]/.test(after)) return false;
    const law = this.#inBlock ?? this.#focus;
    const place = token.points[0]?.place;
    if (!law || law.kind === 'document' || !place) return false;
    return (
      this.#book.mayHave(law, place) && (this.#inBlock !== undefined || (place.article ?? 0) > mostClauses)
    );
  }

  /** 第三十八条（《电子商务法》）, Article 38 (E-Commerce Law): the law in brackets behind. */
  #namedBehind(token: ReferenceToken): Antecedent | undefined {
    const next = this.#next;
    if (next?.type !== 'name') return undefined;
    const [between, behind] = [
      this.#prose.slice(token.end, next.start),
      this.#prose.slice(next.end, next.end + 1),
    ];
    if (!/^\s?[（(](?:见)?\s?$/.test(between) || !/^[）)，,]/.test(behind)) return undefined;
    const law = this.#named(next.name);
    return law && law.kind !== 'document' && this.#book.mayHave(law, token.points[0]?.place ?? {})
      ? law
      : undefined;
  }

  /** An alias of the memo, without marks, directly before the locator. */
  #aliasBefore(token: ReferenceToken): { law: Antecedent; range: TextRange } | undefined {
    if (this.#memo.aliases.size === 0) return undefined;
    const end = skipBack(this.#prose, token.start);
    const before = simplify(this.#prose.slice(Math.max(0, end - 40), end));
    let best: { law: Antecedent; range: TextRange } | undefined;
    let length = 0;
    for (const [alias, law] of this.#memo.aliases) {
      if (alias.length > length && before.endsWith(simplify(alias))) {
        if (/[A-Za-z]$/.test(before.slice(0, before.length - alias.length)) && /^[A-Za-z]/.test(alias))
          continue;
        best = { law, range: { start: end - alias.length, end: token.end } };
        length = alias.length;
      }
    }
    return best;
  }

  /** An alias of the memo directly after an English locator (Article 131 DAL). */
  #aliasAfter(token: ReferenceToken): { law: Antecedent; range: TextRange } | undefined {
    if (!token.english || this.#memo.aliases.size === 0) return undefined;
    const rest = this.#prose.slice(token.end, token.end + 48);
    const gap = /^,?\s?(?:(?:of|in|under) (?:the )?)?/.exec(rest)?.[0].length ?? 0;
    for (const [alias, law] of this.#memo.aliases) {
      if (!rest.startsWith(alias, gap) || /[A-Za-z]/.test(rest[gap + alias.length] ?? '')) continue;
      return { law, range: { start: token.start, end: token.end + gap + alias.length } };
    }
    return undefined;
  }

  /** 第二款, 第（一）项 alone. */
  #relative(token: ReferenceToken, point: Point): void {
    const unit: Unit = point.place.paragraph !== undefined ? 'paragraph' : 'item';
    const prose = this.#prose;
    const tail = simplify(prose.slice(skipBlanks(prose, token.end), token.end + 10));
    if (placeBefore(prose, token.start)) return;
    const owner = ownerBefore(prose, token.start);
    if (
      owner ||
      agreedTails.at(tail, 0) > 0 ||
      nounsAfter[unit === 'paragraph' ? 'paragraph' : 'item'].at(tail, 0) > 0
    ) {
      return;
    }
    if (token.weak) return;
    let from: CitedPlace | undefined;
    if (this.#lastInBlock) from = this.#last;
    else if (this.#text) from = this.#sameArticle();
    else if (unit === 'paragraph' && !this.#memo.contract) from = this.#last;
    if (!from || from.law.kind === 'document' || from.place.article === undefined) return;
    const base: { -readonly [K in keyof Locator]?: number } = { ...from.place };
    delete base.item;
    delete base.subitem;
    if (unit === 'paragraph') delete base.paragraph;
    const points = complete(token.points, base);
    const place = points[0]?.place as Partial<Locator>;
    const far = !this.#lastInBlock && !this.#text;
    if (far && !this.#book.has(from.law, place)) return;
    if (unit === 'item' && !this.#book.mayHave(from.law, place)) return;
    this.#emit(token, 'elliptic', from.law, points);
  }
}

function first(token: ReferenceToken): Point | undefined {
  return token.points[0];
}
