import type { Article } from '../statutes/statute';

/** How much the words around a citation have in common with the text of an article: pairs of characters that both have. */

/** Pairs of characters that the words must share with one article beyond those shared with another to be clearly of the one. */
const clearly = 6;

/** Pairs as numbers: those of an article stay, and strings would take twice the room. */
export type WordPairs = ReadonlySet<number>;

const pairsOf = new WeakMap<Article, WordPairs>();

const firstCharacter = 0x4e00;
const characters = 0x9fff - firstCharacter + 1;

/** The pairs of Chinese characters in some words. */
export function wordPairs(words: string): WordPairs {
  const out = new Set<number>();
  const plain = words.replace(/[^\u4e00-\u9fff]+/g, ' ');
  for (let i = 0; i + 1 < plain.length && i < 4000; i += 1) {
    const one = plain.charCodeAt(i) - firstCharacter;
    const next = plain.charCodeAt(i + 1) - firstCharacter;
    if (one >= 0 && next >= 0) out.add(one * characters + next);
  }
  return out;
}

/** How many of the pairs the article has. */
export function sharedPairs(said: WordPairs, article: Article): number {
  let pairs = pairsOf.get(article);
  if (!pairs) {
    pairs = wordPairs(
      article.paragraphs
        .map((p) => [p.text, ...p.items.map((i) => i.text), p.closing ?? ''].join(''))
        .join(''),
    );
    pairsOf.set(article, pairs);
  }
  let n = 0;
  for (const pair of said) if (pairs.has(pair)) n += 1;
  return n;
}

/** Whether so many shared pairs against so many say clearly which article is meant. */
export function clearlyMore(shared: number, other: number): boolean {
  return shared >= clearly && shared >= other + clearly && shared > 2 * other;
}
