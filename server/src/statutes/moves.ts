import type { ArticleMap, ArticleStep } from './articleMap';
import type { ArticleMove } from './statute';

/** Article maps, for steps over several versions. */
export interface Moves {
  /** Where an article went between two versions (ids); undefined = no map leads there or the map is silent on the article. */
  move(from: string, article: number, to: string): ArticleMove | undefined;
}

/** Answers from maps of one step each; the shortest chain of maps is taken. */
export function createMoves(maps: readonly ArticleMap[]): Moves {
  const byFrom = new Map<string, ArticleMap[]>();
  for (const map of maps) byFrom.set(map.from, [...(byFrom.get(map.from) ?? []), map]);
  const chains = new Map<string, readonly ArticleMap[] | undefined>();

  function chain(from: string, to: string): readonly ArticleMap[] | undefined {
    const key = `${from}→${to}`;
    if (chains.has(key)) return chains.get(key);
    const came = new Map<string, ArticleMap[]>([[from, []]]);
    for (const [id, way] of came) {
      // A Map is iterated in the order of insertion, also what is inserted meanwhile: breadth first.
      for (const map of byFrom.get(id) ?? []) if (!came.has(map.to)) came.set(map.to, [...way, map]);
    }
    const found = from === to ? undefined : came.get(to);
    chains.set(key, found);
    return found;
  }

  return {
    move(from, article, to) {
      const way = chain(from, to);
      if (!way) return undefined;
      let articles: readonly number[] = [article];
      let status: ArticleStep['status'] = 'same';
      const notes: string[] = [];
      for (const map of way) {
        const steps = articles.map((a) => map.articles[a]);
        if (steps.some((s) => s === undefined)) return undefined;
        const known = steps as ArticleStep[];
        for (const s of known) if (s.note) notes.push(s.note);
        if (known.some((s) => s.status !== 'same')) status = 'changed';
        articles = [...new Set(known.flatMap((s) => s.articles))];
        if (articles.length === 0) {
          status = 'deleted';
          break;
        }
      }
      return { from, to, status, articles, ...(notes.length > 0 && { note: notes.join('；') }) };
    },
  };
}
