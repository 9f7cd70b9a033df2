import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { StatuteProblem } from './problem';

/** Where one article went. */
export interface ArticleStep {
  readonly status: 'same' | 'changed' | 'deleted';
  readonly articles: readonly number[];
  readonly note?: string;
}

/** Where each article of one version went in the next one. */
export interface ArticleMap {
  readonly from: string;
  readonly to: string;
  readonly articles: Readonly<Record<number, ArticleStep>>;
  /** Articles of `to` without a predecessor. */
  readonly new: readonly number[];
}

const step = /^(same|changed|deleted)(?:\s+(\d{1,4}(?:\s*,\s*\d{1,4}){0,30}))?\s*(?:\(([^()]{1,100})\))?$/;

/** Reads a map file (docs/statutes.md). Never throws; a malformed row is a problem and left out. */
export function parseArticleMap(text: string): { map?: ArticleMap; problems: StatuteProblem[] } {
  const problems: StatuteProblem[] = [];
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, schema: 'core', prettyErrors: false });
  for (const error of document.errors) {
    problems.push({
      line: counter.linePos(error.pos[0]).line,
      code: 'malformed-yaml',
      args: { reason: error.message },
    });
  }
  const from = document.get('from');
  const to = document.get('to');
  const rows = document.get('articles');
  if (typeof from !== 'string' || typeof to !== 'string' || !isMap(rows)) {
    problems.push({ line: 1, code: 'bad-map', args: { row: 'from / to / articles' } });
    return { problems };
  }
  const articles: Record<number, ArticleStep> = {};
  for (const pair of rows.items) {
    const key = isScalar(pair.key) ? Number(pair.key.value) : Number.NaN;
    const value = isScalar(pair.value) ? String(pair.value.value) : '';
    const m = step.exec(value);
    const numbers = m?.[2]?.split(',').map(Number) ?? [];
    if (!m || !Number.isInteger(key) || key in articles || (m[1] === 'deleted') !== (numbers.length === 0)) {
      const line = isScalar(pair.key) && pair.key.range ? counter.linePos(pair.key.range[0]).line : 1;
      problems.push({
        line,
        code: 'bad-map',
        args: { row: `${isScalar(pair.key) ? pair.key.value : ''}: ${value}` },
      });
      continue;
    }
    const comment = isScalar(pair.value) ? pair.value.comment?.trim() : undefined;
    const note = [m[3], comment].filter(Boolean).join('；');
    articles[key] = { status: m[1] as ArticleStep['status'], articles: numbers, ...(note && { note }) };
  }
  const added = document.get('new');
  const fresh = isSeq(added) ? added.items.map((x) => (isScalar(x) ? Number(x.value) : Number.NaN)) : [];
  return { map: { from, to, articles, new: fresh.filter(Number.isInteger) }, problems };
}
