import type { Chunk } from '../memo/memo';
import type { Statute } from '../statutes/statute';
import type { Antecedent } from './antecedent';
import { Aside } from './aside';
import { announcedBy, fills, itemBefore, openText, tableLaw } from './blockContext';
import { antecedentFor, articleByWords, heads } from './choose';
import type { BlockFacts, ChunkFacts } from './chunkFacts';
import type { CitationKind, Form } from './citation';
import type { Context } from './context';
import { documentLine } from './documentLine';
import { skipBlanks } from './element';
import { simplify } from './fold';
import { lawReferredTo } from './lawReferredTo';
import { agreedTails, leads, nounsAfter, tails } from './lexicon';
import type { MemoFacts } from './memoFacts';
import { named } from './naming';
import {
  abbreviationBefore,
  abbreviationBehind,
  aliasAfter,
  aliasBefore,
  bracketedBehind,
  interpretationBefore,
  lawOfNext,
  namedBehind,
  sameInNext,
} from './nearbyNames';
import { complete, type Point } from './points';
import { previousPoints } from './previous';
import { Reading } from './reading';
import { placeOfPair, relativePlace } from './relative';
import type { LawBook, ResolvedChunk, ResolvedCitation, ResolvedMention } from './resolved';
import { englishOwnerBefore, latinBefore, ownerBefore, placeBefore } from './surroundings';
import { TableLaws } from './tableLaws';
import type { Anaphor, NameExpression, ReferenceToken } from './token';
import { isUntold } from './untold';
import { acceptsWeak } from './weak';

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

/** No article has more. */
const mostParagraphs = 15;
const ENGLISH_ARTICLE = /^[Aa]rt/;

class ChunkResolver {
  readonly #chunk: Chunk;
  readonly #facts: ChunkFacts;
  readonly #at: Reading;
  readonly #citations: ResolvedCitation[] = [];
  readonly #mentions: ResolvedMention[] = [];
  #index = 0;
  /** The law in view behind each block, for list items below it and beside it. */
  readonly #after: (Antecedent | undefined)[] = [];

  constructor(chunk: Chunk, facts: ChunkFacts, before: Context, memo: MemoFacts, book: LawBook) {
    this.#chunk = chunk;
    this.#facts = facts;
    this.#at = new Reading(before, memo, book);
  }

  run(): ResolvedChunk {
    const at = this.#at;
    const tables = new TableLaws(
      this.#chunk,
      this.#facts,
      (name) => named(at, name),
      at.book.antecedents.document('table'),
    );
    const above = new Map<string, Antecedent>();
    let row = -1;
    let beforeTable: Antecedent | undefined;
    this.#chunk.blocks.forEach((block, i) => {
      const facts = this.#facts.blocks[i] as BlockFacts;
      this.#index = i;
      at.open(block);
      if (block.kind === 'heading') at.openSection(block, facts);
      else if (block.table) {
        if (block.table.row === 0 && block.table.column === 0) {
          beforeTable = at.focus;
          at.tableLaw = tableLaw(at);
        }
        if (block.table.row !== row) {
          row = block.table.row;
          at.namedInRow = false;
          at.focus = beforeTable;
          at.last = undefined;
          at.text = undefined;
        }
        at.column =
          tables.law(block.table, i) ??
          (tables.isOwn(block.table) && !at.tableLaw ? at.book.antecedents.document('table') : undefined);
        at.above = above.get(`${block.table.table}:${block.table.column}`);
      } else if (block.list && block.list.lead === i && block.list.parent >= 0) {
        at.focus = this.#after[itemBefore(this.#chunk, this.#facts, block.list, i)] ?? at.focus;
      }
      const document = documentLine(at, block, facts.tokens);
      if (document) at.openDocument(document);
      at.walkText(block);
      const known = this.#citations.length;
      this.#tokens(facts);
      if (block.kind === 'heading' && this.#citations.length === known + 1) {
        openText(at, this.#citations[known] as ResolvedCitation);
      }
      const cited = this.#citations[this.#citations.length - 1];
      if (block.table && this.#citations.length > known && cited?.law && fills(cited, block.prose))
        above.set(`${block.table.table}:${block.table.column}`, cited.law);
      if (block.prose.trim() !== '') {
        at.announced = announcedBy(at, facts);
        at.introduced = /[：:]\s*$/.test(block.prose) ? at.inBlock : undefined;
      }
      this.#after[i] = at.focus;
    });
    return { citations: this.#citations, mentions: this.#mentions, after: at.context() };
  }

  #tokens(facts: BlockFacts): void {
    const aside = new Aside();
    let cited = this.#citations.length;
    for (const [i, token] of facts.tokens.entries()) {
      this.#at.next = facts.tokens[i + 1];
      this.#at.afterStop = this.#at.next?.type === 'stop' ? facts.tokens[i + 2] : this.#at.next;
      this.#at.previous = i > 0 ? facts.tokens[i - 1] : undefined;
      aside.at(this.#at, token.start, this.#citations.length > cited && this.#at.sentence !== undefined);
      if (token.type === 'stop') {
        this.#at.stop();
        cited = this.#citations.length;
      } else if (token.type === 'name') {
        const law = named(this.#at, token.name);
        if (law) {
          this.#at.note(law);
          if (law.kind !== 'document') {
            this.#mentions.push({
              block: this.#index,
              start: token.start,
              end: token.end,
              text: token.name.text,
              statute: law.kind === 'law' ? law.statute : undefined,
            });
          }
        }
      } else if (token.type === 'reference') this.#reference(token);
    }
    aside.close();
  }

  #reference(token: ReferenceToken): void {
    if (!token.quoted) this.#at.within = undefined;
    if (token.clause) {
      this.#at.drop('clause');
      // “Article 10.2.3 of the Conditions of Carriage”: their Article 10 is none of a law.
      if (token.name && ENGLISH_ARTICLE.test(this.#at.prose.slice(token.start, token.start + 8))) {
        const thing = named(this.#at, token.name) ?? this.#at.book.antecedents.document(token.name.text);
        if (thing.kind === 'document') this.#at.note(thing);
      }
      return;
    }
    if (token.name) this.#explicit(token, token.name);
    else if (token.anaphor) this.#anaphoric(token);
    else this.#bare(token);
  }

  #explicit(token: ReferenceToken, name: NameExpression): void {
    const law = named(this.#at, name) ?? this.#at.book.antecedents.document(name.text);
    const first = token.points[0];
    // “item 4 of the disclosure letter”: a thing without articles leaves those of the law in view alone.
    if (law.kind !== 'document' || !token.english || first?.place.article !== undefined) this.#at.note(law);
    this.#at.namedInRow ||= law.kind !== 'document';
    if (law.kind === 'document') {
      this.#at.last = { law, place: first?.place ?? {} };
      this.#at.lastInBlock = true;
      this.#at.noteClauses(token.points);
      return;
    }
    if (first && first.place.article === undefined) {
      // “paragraph 2 of the Code”: no article.
      if (token.points.every((point) => point.place.article === undefined)) return;
    }
    this.#emit(token, 'explicit', law, token.points, name);
  }

  #emit(
    token: { start: number; end: number; forms: readonly Form[]; quoted: boolean; anaphor?: Anaphor },
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
        if (point.place.article !== undefined) this.#at.remember(law, point.to ?? point.place);
      this.#at.note(law);
    }
    this.#citations.push({
      block: this.#index,
      start: token.start,
      end: token.end,
      kind,
      points,
      forms: token.forms,
      quoted: token.quoted || (this.#at.block?.quoteDepth ?? 0) > 0,
      candidates:
        candidates.length > 0
          ? candidates
          : law?.kind === 'law' && law.candidates.length > 1
            ? law.candidates
            : [],
      law,
      name,
      old: token.anaphor?.kind === 'law' && token.anaphor.state === 'former',
    });
    if (law && !token.quoted && last.place.article !== undefined)
      this.#at.host = { law, place: last.to ?? last.place };
  }

  #anaphoric(token: ReferenceToken): void {
    const anaphor = token.anaphor as NonNullable<ReferenceToken['anaphor']>;
    switch (anaphor.kind) {
      case 'law':
      case 'kind': {
        const law = lawReferredTo(this.#at, token, anaphor);
        const minutes = anaphor.endings[0] === '纪要' && (!law || this.#at.last?.law.kind === 'document');
        if (law?.kind === 'document' || minutes) {
          this.#at.drop(law?.title ?? '纪要');
          return;
        }
        if (!law && (this.#at.memo.contract || this.#at.memo.foreign)) return;
        // 本规则第三条 outside a quotation, and no law has such a title: the writer's own rule.
        if (
          !law &&
          anaphor.kind === 'law' &&
          anaphor.own &&
          !token.quoted &&
          !anaphor.endings.includes('法')
        ) {
          this.#at.drop(token.anaphorText ?? 'own');
          return;
        }
        // 规定第9条 may be any law's; a 条例 or 办法 is none that is called otherwise.
        if (!law && anaphor.kind === 'kind' && anaphor.endings[0] === '规定') {
          this.#bare({ ...token, start: token.locator });
          return;
        }
        const points = token.points.filter((point) => point.place.article !== undefined);
        if (points.length === 0) return;
        this.#emit(token, 'anaphoric', law, points, undefined, this.#at.candidates());
        return;
      }
      case 'article': {
        const same = this.#at.sameArticle();
        const from = same?.law.kind === 'document' ? (articleByWords(this.#at, token) ?? same) : same;
        if (!from || from.law.kind === 'document') {
          if (!from && token.points.length > 0 && token.points[0]?.place.article !== undefined)
            this.#bare({ ...token, start: token.locator });
          else if (!from) return;
          else this.#at.drop(from.law.title);
          return;
        }
        const base = { ...from.place };
        if (!anaphor.paragraph) delete base.paragraph;
        delete base.item;
        this.#emit(token, 'anaphoric', from.law, complete(token.points, base));
        return;
      }
      case 'same': {
        const { last, above } = this.#at;
        const law = above ?? last?.law;
        if (!law) this.#bare(token);
        else if (law.kind === 'document') this.#at.drop(law.title);
        else this.#emit(token, 'elliptic', law, complete(token.points, last?.place ?? {}));
        return;
      }
      case 'pair': {
        this.#ofPair(token, anaphor.which);
        return;
      }
      case 'cited': {
        const article = token.points[0]?.place.article;
        const cited = this.#at.places.find((place) => place.place.article === article);
        if (cited && !ownerBefore(this.#at.prose, token.start))
          this.#emit(
            anaphor.own ? { ...token, start: token.locator } : token,
            anaphor.own ? 'elliptic' : 'anaphoric',
            cited.law,
            token.points,
          );
        else if (anaphor.own) this.#at.drop('own');
        else this.#bare({ ...token, start: token.locator });
        return;
      }
      case 'previous': {
        // “the preceding paragraph” outside a quotation is the writer's own.
        if (token.english && !token.quoted && (this.#at.block?.quoteDepth ?? 0) === 0) return;
        const points = previousPoints(this.#at, token, anaphor.unit, anaphor.count);
        if (!points) return;
        const kept = this.#at.last;
        this.#emit(token, 'anaphoric', points.law, points.points);
        this.#at.last = kept;
        const place = points.points.at(-1)?.place;
        if (token.quoted && place) this.#at.within = { law: points.law, place };
      }
    }
  }

  /** 前者第二款, 后者第十二条: the words for the law are no part of the citation. */
  #ofPair(token: ReferenceToken, which: number): void {
    if (which < 0) {
      this.#at.drop('several');
      return;
    }
    const law = this.#at.pair()?.[which];
    const bare = { ...token, start: token.locator };
    if (!law) this.#bare(bare);
    else if (law.kind === 'document') this.#at.drop(law.title);
    else {
      const told = placeOfPair(this.#at, law, token);
      if (told) this.#emit(bare, 'elliptic', told.law, told.points);
    }
  }

  #bare(token: ReferenceToken): void {
    const first = token.points[0];
    if (!first) return;
    if (first.place.article === undefined) {
      const { last, prose } = this.#at;
      // “at para. 41”: a judgment's or an article's.
      if (
        token.english &&
        ((first.place.paragraph ?? 0) > mostParagraphs ||
          englishOwnerBefore(prose, token.start, true) !== '' ||
          /\bat\s$/.test(prose.slice(Math.max(0, token.start - 4), token.start)))
      )
        return;
      const told = relativePlace(this.#at, token, first);
      if (told) this.#emit(token, 'elliptic', told.law, told.points);
      if (this.#at.within) this.#at.last = last;
      return;
    }
    if (token.english && !token.points.every((point) => point.place.article !== undefined)) return;
    const alias = aliasBefore(this.#at, token) ?? aliasAfter(this.#at, token);
    if (alias) {
      this.#at.note(alias.law);
      if (alias.law.kind !== 'document') {
        this.#emit({ ...token, ...alias.range }, 'explicit', alias.law, token.points);
      }
      return;
    }
    const behind = abbreviationBehind(this.#at, token) ?? abbreviationBefore(this.#at, token);
    if (behind) {
      if (behind.law) this.#emit({ ...token, ...behind.range }, 'explicit', behind.law, token.points);
      else this.#at.drop('abbreviation');
      return;
    }
    const its = interpretationBefore(this.#at, token);
    if (its) {
      if (its === 'vague') this.#emit(token, 'elliptic', undefined, token.points);
      else this.#emit(token, 'elliptic', its, token.points);
      return;
    }
    const named = namedBehind(this.#at, token);
    if (named) {
      this.#emit(token, 'elliptic', named, token.points);
      return;
    }
    // A bare § is as often another law's, a journal's or a contract's.
    if (this.#at.prose[token.start] === '§') {
      this.#at.drop('§');
      return;
    }
    if (token.weak && !acceptsWeak(this.#at, token)) return;
    const bracketed = bracketedBehind(this.#at, token);
    if (bracketed) {
      if (bracketed.kind === 'document') this.#at.drop(bracketed.title);
      else this.#emit(token, 'elliptic', bracketed, token.points);
      return;
    }
    const owner =
      (token.english && englishOwnerBefore(this.#at.prose, token.start)) ||
      ownerBefore(this.#at.prose, token.start) ||
      latinBefore(this.#at.prose, token.start);
    if (owner || agreedTails.at(this.#at.prose, skipBlanks(this.#at.prose, token.end)) > 0) {
      this.#at.drop(owner || 'agreed');
      this.#at.noteClauses(token.points);
      return;
    }
    if (placeBefore(this.#at.prose, token.start)) return;
    if (!this.#at.memo.byDefault && isUntold(this.#at.prose, token)) {
      this.#emit(token, 'elliptic', undefined, token.points, undefined, this.#at.candidates());
      return;
    }
    const initial =
      /(?:^|\n)[ \t　]*$/.test(this.#at.prose.slice(Math.max(0, token.start - 12), token.start)) &&
      /^[\s　：:（(【、—–-]|^$/.test(this.#at.prose.slice(token.end, token.end + 1));
    const tail = simplify(this.#at.prose.slice(token.end, token.end + 6));
    if (!initial && token.points.length === 1 && nounsAfter.article.at(tail.trimStart(), 0) > 0) return;
    const article = first.place;
    if (initial && !this.#at.column && !this.#at.above) {
      const law = heads(this.#at, token, article);
      if (law === 'none') return;
      if (law) {
        this.#at.text = {
          law,
          article: article.article as number,
          ...(article.suffix === undefined ? {} : { suffix: article.suffix }),
          paragraph: this.#at.block?.kind === 'heading' ? 0 : 1,
          list: !!this.#at.block?.list,
          level: 0,
        };
        this.#emit(token, 'elliptic', law, token.points);
        return;
      }
    }
    const law =
      sameInNext(this.#at, token) ?? antecedentFor(this.#at, article, token) ?? lawOfNext(this.#at, token);
    if (law === 'document') {
      this.#at.drop('document');
      this.#at.noteClauses(token.points);
      return;
    }
    if (law) {
      this.#emitByLaw(token, law);
      return;
    }
    if (this.#at.memo.contract || this.#at.memo.foreign || this.#at.memo.own || token.weak || token.english)
      return;
    const before = simplify(this.#at.prose.slice(Math.max(0, token.start - 4), token.start));
    const cue =
      leads.before(before.trimEnd(), before.trimEnd().length) >= 2 && tails.at(tail.trimStart(), 0) >= 2;
    // The law spoken of in this block has no such article, nor has another one for certain: whose it is, the reader must say.
    if (cue || this.#at.inBlock?.kind === 'law')
      this.#emit(token, 'elliptic', undefined, token.points, undefined, this.#at.candidates());
  }

  /** A bare list whose articles were cited before under different laws is as many citations. */
  #emitByLaw(token: ReferenceToken, law: Antecedent): void {
    const laws = token.points.map((point, i) =>
      i === 0 ? law : (antecedentFor(this.#at, point.place, token) ?? law),
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
}
