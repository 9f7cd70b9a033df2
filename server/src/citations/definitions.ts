import type { Chunk } from '../memo/memo';
import { simplify, titleForm } from './fold';
import { titles, WordList } from './lexicon';
import type { AliasToken, NameExpression, Token } from './token';

/** Short names that stand before the law they mean: “电商法”是指《…》, 《网消规定》：《…》, and tables of short and full titles. */

const shortHeads = new WordList(titles.shortHeads);
const fullHeads = new WordList(titles.fullHeads);
const SHORT_END = new RegExp(`(?:${[...titles.lawEndings, ...titles.kindsInShort].join('|')})$`);
const MEANS = titles.means.join('|');
/** In marks, and a word that says what it means. */
const MARKED = new RegExp(
  `[“"‘'《「『]([^“”"‘’'《》「」『』\\n]{2,24})[”"’'》」』]{1,2}\\s?[，,]?(?:${MEANS})[:：]?\\s?$`,
);
/** At the beginning of a line of a list of short names. */
const LISTED = /(?:^|\n)\s*[“"《「]?([^“”"《》「」，。；;,\n]{2,14})[”"》」]?\s?(?:[:：=＝]|——|—|→)\s?$/;
const ISSUERS = new RegExp(`(?:${titles.officialSigns.join('|')})$`);
const furthest = 44;

/** The short name that the text before a title defines, with its place. */
export function definedBefore(
  text: string,
  name: NameExpression,
): { start: number; end: number; alias: string } | undefined {
  const before = text.slice(Math.max(0, name.start - furthest), name.start).replace(ISSUERS, '');
  const last = before.trimEnd().slice(-1);
  if (last === '' || !DEFINING.includes(last)) return undefined;
  const marked = MARKED.exec(before);
  const found = marked ?? LISTED.exec(before);
  const alias = found?.[1]?.trim();
  if (!found || !alias) return undefined;
  if (!marked && !(SHORT_END.test(alias) && shortens(alias, name.text))) return undefined;
  const start = name.start - furthest + (furthest - Math.min(furthest, name.start));
  const at = start + found.index + found[0].indexOf(alias);
  return { start: at, end: at + alias.length, alias };
}

/** Last characters of what may define: most names are dismissed by a look. */
const DEFINING = `${titles.means.map((word) => word.slice(-1)).join('')}:：=＝—→`;

/** Whether the characters of a short name stand in the title in their order. */
function shortens(short: string, title: string): boolean {
  const long = titleForm(title);
  let at = 0;
  for (const c of titleForm(short)) {
    at = long.indexOf(c, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The rows of tables that have a column of short and one of full titles: by block, what its cell defines. */
export function tableAliases(
  chunk: Chunk,
  tokens: readonly (readonly Token[])[],
): ReadonlyMap<number, AliasToken> {
  const out = new Map<number, AliasToken>();
  const columns = new Map<number, { short?: number; full?: number }>();
  const rows = new Map<string, { short?: number; full?: NameExpression }>();
  chunk.blocks.forEach((block, i) => {
    const place = block.table;
    if (!place) return;
    const cell = simplify(block.prose).trim();
    if (place.row === 0) {
      const heads = columns.get(place.table) ?? {};
      if (shortHeads.has(cell.toLowerCase())) heads.short = place.column;
      else if (heads.full === undefined && fullHeads.within(cell.toLowerCase())) heads.full = place.column;
      columns.set(place.table, heads);
      return;
    }
    const heads = columns.get(place.table);
    if (heads?.short === undefined || heads.full === undefined) return;
    const key = `${place.table}:${place.row}`;
    const row = rows.get(key) ?? {};
    rows.set(key, row);
    if (place.column === heads.short) row.short = i;
    if (place.column === heads.full) {
      const named = (tokens[i] ?? []).find((token) => token.type === 'name');
      if (named?.type === 'name') row.full = named.name;
    }
    if (row.short === undefined || !row.full) return;
    const written = chunk.blocks[row.short]?.prose ?? '';
    const alias = written.replace(/^[\s“"《「]+|[\s”"》」]+$/g, '');
    if (alias.length < 2 || alias.length > 24) return;
    const start = written.indexOf(alias);
    out.set(row.short, { type: 'alias', start, end: start + alias.length, alias, name: row.full });
  });
  return out;
}
