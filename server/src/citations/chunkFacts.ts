import type { Chunk } from '../memo/memo';
import { lawByDefault } from './byDefault';
import { tableAliases } from './definitions';
import { simplify } from './fold';
import { contractTitles, documents, foreign, lawEndings, ruleEndings, titles } from './lexicon';
import type { NameIndex } from './names';
import { readNumber } from './number';
import { scanBlock, scanProse } from './scan';
import { numberCells } from './tableCells';
import type { AliasToken, NameExpression, Token } from './token';

/** What one chunk says, by itself: kept as long as the chunk stays the same object. */
export interface ChunkFacts {
  readonly blocks: readonly BlockFacts[];
  readonly aliases: readonly AliasToken[];
  /** Names of laws, each once. */
  readonly laws: readonly NameExpression[];
  readonly foreign: number;
  readonly domestic: number;
  readonly parties: number;
  /** A block begins with 第一条: the text is a statute, a contract, or quotes one. */
  readonly firstArticle: boolean;
  /** The highest 第X条 that begins a block; 0 = none. */
  readonly lastArticle: number;
  /** Its first article says 制定本规则: a rule of the writer's own. */
  readonly ownRule: boolean;
  /** The law declared to be meant where none is named. */
  readonly byDefault?: NameExpression;
  /** Everything above in one string: equal strings, equal contribution to the memo's facts; '' = nothing to say. */
  readonly summary: string;
  /** The title, if the chunk holds a first-level heading. */
  readonly title?: TitleFacts;
}

export interface BlockFacts {
  readonly tokens: readonly Token[];
  /** A heading that is nothing but a law's title. */
  readonly whole?: NameExpression;
  /** A heading that names a foreign country. */
  readonly foreignHeading: boolean;
}

export interface TitleFacts {
  readonly text: string;
  readonly law?: NameExpression;
  /** It is a contract's, charter's or policy's own title, or speaks of one. */
  readonly document: 'own' | 'reviewed' | undefined;
  /** It names a foreign country or language, and not China. */
  readonly foreign: boolean;
}

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const alternatives = (words: readonly string[]) =>
  words.map((word) => (/^[A-Z]+$/.test(word) ? `\\b${word}\\b` : literal(word))).join('|');
/** What is counted in a text: a pattern that is tried only where one of its words may begin. */
class Signs {
  readonly #pattern: RegExp;
  readonly #begins = new Uint8Array(0x10000);

  /** @param words by which the pattern may begin */
  constructor(words: readonly string[], pattern = alternatives(words)) {
    this.#pattern = new RegExp(pattern, 'y');
    for (const word of words) this.#begins[word.charCodeAt(0)] = 1;
  }

  count(text: string): number {
    let n = 0;
    for (let at = 0; at < text.length; at += 1) {
      if (this.#begins[text.charCodeAt(at)] === 0) continue;
      this.#pattern.lastIndex = at;
      if (!this.#pattern.test(text)) continue;
      n += 1;
      at = this.#pattern.lastIndex - 1;
    }
    return n;
  }
}

const foreignWords = [...foreign.signs, ...foreign.names];
const FOREIGN = new Signs(
  [...foreignWords, ...foreign.places],
  `${alternatives(foreignWords)}|(?:${alternatives(foreign.places)})(?!地区)`,
);
const DOMESTIC = new Signs(
  [...foreign.domesticSigns, ...'0123456789'],
  `${alternatives(foreign.domesticSigns)}|\\d\\s?元`,
);
const PARTIES = new Signs(documents.partySigns);
const FOREIGN_HEADING = new RegExp(
  `^(?:[\\d.\\s、一二三四五六七八九十（）()]*)(?:${alternatives([...foreign.places, ...foreign.placesEnglish])})(?![A-Za-z])`,
);
const ENACTING = new RegExp(`(?:${alternatives(documents.enacting)})(?:${alternatives(documents.ownRules)})`);

/** The number of the article with which a block begins (第三条　…); 0 = it begins otherwise. */
function articleThatBegins(prose: string): number {
  const at = /^\s*第\s?/.exec(prose)?.[0].length;
  const number = at === undefined ? undefined : readNumber(prose, at);
  if (!number || number.decimal) return 0;
  return /^\s?条(?:[\s　：:（(【]|$)/.test(prose.slice(number.end, number.end + 3)) ? number.value : 0;
}

/** Scans a chunk. */
export function chunkFacts(chunk: Chunk, names: NameIndex): ChunkFacts {
  const aliases: AliasToken[] = [];
  const laws = new Map<string, NameExpression>();
  let foreignSigns = 0;
  let domestic = 0;
  let parties = 0;
  let firstArticle = false;
  let lastArticle = 0;
  let ownRule = false;
  let title: TitleFacts | undefined;
  let byDefault: NameExpression | undefined;
  const scanned = chunk.blocks.map((block) => scanBlock(block, names));
  const tables = chunk.blocks.some((block) => block.table);
  const defined = tables ? tableAliases(chunk, scanned) : undefined;
  const numbers = tables ? numberCells(chunk, scanned) : undefined;
  const blocks = chunk.blocks.map((block, i): BlockFacts => {
    const cell = defined?.get(i) ?? numbers?.get(i);
    const found = scanned[i] as readonly Token[];
    // A cell of numbers is one reference, whatever the scanner made of a part of it (42、43、44条).
    const tokens = cell
      ? [cell, ...found.filter((t) => t.type !== 'reference' || cell.type !== 'reference')]
      : found;
    for (const token of tokens) {
      if (token.type === 'alias') aliases.push(token);
      const name = token.type === 'name' || token.type === 'reference' ? token.name : undefined;
      if (name?.sort === 'law' || name?.sort === 'unknown')
        laws.set(name.statutes[0]?.short ?? name.text, name);
    }
    if (block.prose !== '') {
      const prose = simplify(block.prose);
      foreignSigns += FOREIGN.count(prose);
      domestic += DOMESTIC.count(prose);
      parties += PARTIES.count(prose);
      const article = articleThatBegins(prose);
      lastArticle = Math.max(lastArticle, article);
      if (article === 1) {
        firstArticle = true;
        if (ENACTING.test(prose)) ownRule = true;
      }
    }
    byDefault ??= lawByDefault(block.prose, tokens);
    if (block.kind !== 'heading') return { tokens, foreignHeading: false, whole: undefined };
    const whole = wholeTitle(block.prose, names);
    if (block.level === 1 && !title) title = titleFacts(block.prose, tokens, whole);
    return { tokens, foreignHeading: FOREIGN_HEADING.test(block.prose), whole };
  });
  const said = [
    foreignSigns,
    domestic,
    parties,
    firstArticle ? 1 : 0,
    lastArticle,
    ownRule ? 1 : 0,
    byDefault ? byDefault.text : '',
    title ? `${title.text} ${title.document ?? ''} ${title.foreign}` : '',
    ...[...laws].map(([key, name]) => `${name.sort} ${key}`),
    ...aliases.map((alias) => `${alias.alias}=${alias.name.text}`),
  ].join('|');
  return {
    blocks,
    summary: said === '0|0|0|0|0|0||' ? '' : said,
    aliases: aliases.length > 0 ? aliases.slice() : noAliases,
    laws: laws.size > 0 ? [...laws.values()] : noLaws,
    foreign: foreignSigns,
    domestic,
    parties,
    firstArticle,
    lastArticle,
    ownRule,
    byDefault,
    title,
  };
}

const noAliases: readonly AliasToken[] = [];
const noLaws: readonly NameExpression[] = [];

/** What a title says that stands in the front matter. */
export function frontMatterTitle(title: string, names: NameIndex): TitleFacts {
  const prose = title.slice(0, 200);
  return titleFacts(prose, scanProse(prose, names), wholeTitle(prose, names));
}

function wholeTitle(prose: string, names: NameIndex): NameExpression | undefined {
  const text = simplify(prose).trim();
  if (text.length < 2 || text.length > 120) return undefined;
  // A decision that amends a law is about that law.
  const amended = /关于(?:修改|修订)[《〈](.{2,100})[》〉]/.exec(text)?.[1];
  const exact = names.title(amended ?? text);
  const statutes = exact.length > 0 ? exact : names.title(text.replace(EDITION, ''));
  if (statutes.length === 0) return undefined;
  const start = prose.length - prose.trimStart().length;
  const range = { start, end: start + text.length };
  return { ...range, inner: range, text, marks: 'none', statutes, sort: 'law', english: false, forms: [] };
}

/** （完整版）, （节选） behind a title. */
const EDITION = new RegExp(`[（(][^（()）]{0,8}(?:${titles.editions.join('|')})[^（()）]{0,6}[）)]$`);

const TITLE_FOREIGN = new RegExp(
  `${alternatives([...foreign.places, ...foreign.languages, ...foreign.names])}`,
);
const REVIEWED = new RegExp(
  `(?:${alternatives(documents.contractTitles)}).{0,4}(?:${alternatives(documents.reviewed)})`,
);

function titleFacts(prose: string, tokens: readonly Token[], whole: NameExpression | undefined): TitleFacts {
  const text = simplify(prose).trim();
  const names = tokens.flatMap((token) =>
    (token.type === 'name' || token.type === 'reference') && token.name ? [token.name] : [],
  );
  const bare = text.replace(/[（(][^（()）]{0,20}[）)]\s*$/, '').trim();
  const reviewed =
    names.some((name) => name.sort === 'document' && contractTitles.within(name.text)) || REVIEWED.test(bare);
  const document = whole
    ? undefined
    : reviewed
      ? 'reviewed'
      : contractTitles.before(bare, bare.length) > 0
        ? 'own'
        : undefined;
  // A text that is headed like a law and not in the library: 某某市…条例.
  const own =
    whole ??
    (!document &&
    names.length <= 1 &&
    /^[\u4e00-\u9fff（）()〈〉《》、]{4,60}$/.test(text) &&
    (lawEndings.before(bare, bare.length) > 0 || ruleEndings.before(bare, bare.length) > 0)
      ? {
          start: 0,
          end: text.length,
          inner: { start: 0, end: text.length },
          text,
          marks: 'none' as const,
          statutes: [],
          sort: 'unknown' as const,
          english: false,
          forms: [],
        }
      : undefined);
  const abroad = TITLE_FOREIGN.test(text) && !/中国|我国|内地|中华|中方|PRC|China/.test(text);
  return { text, document, foreign: abroad, ...(own ? { law: own } : {}) };
}
