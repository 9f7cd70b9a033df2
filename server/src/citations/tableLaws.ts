import type { Block, Chunk } from '../memo/memo';
import type { Antecedent } from './antecedent';
import type { ChunkFacts } from './chunkFacts';
import { anaphora, documentHeads, documents, titles, WordList } from './lexicon';
import type { NameExpression } from './token';

/** A cell that holds the number of a standard. */
const STANDARD = /^\s*(?:GB|GB\/T|JR\/T|YY\/T|YY|SB\/T|DB|T\/|ISO|IEC)[\s\d/][^。]{0,60}$/;

const clauseHeads = new Set(documents.clauseHeads);
const articleHeads = new Set(titles.articleHeads);
const basisHeads = new WordList(documents.basisHeads);

/** 同上, or nothing, below a law. */
const sameAsBefore = new Set(anaphora.sameAsBefore);

/** What the columns and rows of a table say of the law of their cells. */
export class TableLaws {
  readonly #columns = new Map<string, Antecedent | undefined>();
  readonly #rows = new Map<string, { law: Antecedent; block: number }>();
  /** Columns headed 条款 by tables, and tables that have a column of their own for the law (依据). */
  readonly #clauses = new Set<string>();
  readonly #basis = new Set<number>();
  /** Tables that have a column for the articles as well. */
  readonly #articles = new Set<number>();
  readonly #document: Antecedent;

  constructor(
    chunk: Chunk,
    facts: ChunkFacts,
    named: (name: NameExpression) => Antecedent | undefined,
    document: Antecedent,
  ) {
    this.#document = document;
    const above = new Map<string, Antecedent>();
    chunk.blocks.forEach((block, i) => {
      const place = block.table;
      if (!place) return;
      const tokens = facts.blocks[i]?.tokens ?? [];
      const laws = new Set<Antecedent>();
      let references = 0;
      let covered = 0;
      for (const token of tokens) {
        if (token.type === 'reference') references += 1;
        if (token.type !== 'name') continue;
        const law = named(token.name);
        if (law) laws.add(law);
        covered += token.end - token.start;
      }
      if (place.row === 0 && laws.size === 0 && references === 0 && documentHeads.within(block.prose))
        this.#columns.set(`${place.table}:${place.column}`, document);
      if (place.row === 0) {
        const head = block.prose.trim();
        if (clauseHeads.has(head)) this.#clauses.add(`${place.table}:${place.column}`);
        else if (articleHeads.has(head)) this.#articles.add(place.table);
        else if (basisHeads.within(head)) this.#basis.add(place.table);
      }
      if (laws.size === 0 && place.row > 0 && STANDARD.test(block.prose))
        this.#rows.set(`${place.table}:${place.row}`, { law: document, block: i });
      const column = `${place.table}:${place.column}`;
      const inherits =
        tokens.length === 0 && (block.prose.trim() === '' || sameAsBefore.has(block.prose.trim()));
      const law = inherits ? above.get(column) : laws.size === 1 ? ([...laws][0] as Antecedent) : undefined;
      above.delete(column);
      if (!law || references > 0) return;
      if (place.row === 0) this.#columns.set(`${place.table}:${place.column}`, law);
      else if (covered >= block.prose.trim().length - 12) {
        above.set(column, law);
        // A row that names a law as well as a contract is about the law.
        const row = `${place.table}:${place.row}`;
        if (law.kind !== 'document' || !this.#rows.has(row)) this.#rows.set(row, { law, block: i });
      }
    });
  }

  law(place: NonNullable<Block['table']>, block: number): Antecedent | undefined {
    if (place.row === 0) return undefined;
    const column = this.#columns.get(`${place.table}:${place.column}`);
    if (column) return column;
    if (this.#articles.has(place.table) && this.isOwn(place)) return this.#document;
    const row = this.#rows.get(`${place.table}:${place.row}`);
    return row && row.block !== block ? row.law : undefined;
  }

  /** | 条款 | 意见 | 依据 |: the first column counts the clauses of what is reviewed. */
  isOwn({ table, row, column }: NonNullable<Block['table']>): boolean {
    return row > 0 && this.#clauses.has(`${table}:${column}`) && this.#basis.has(table);
  }
}
