import { cutFrontMatter, readFacts, type StatuteFacts } from './facts';
import { parseBody, type StatuteBody } from './parseBody';
import type { StatuteProblem } from './problem';

/** A statute file, read: what could be understood and everything that is wrong with it. */
export interface ParsedStatute extends StatuteBody {
  /** Absent when a required key of the front matter is missing or malformed. */
  readonly facts?: StatuteFacts;
}

/**
 * Reads a file in the format of docs/statutes.md, strictly: nothing that is wrong is passed over in silence.
 * Duplicate articles, gaps (unless `coverage: selected`), missing or unknown keys, malformed dates are problems.
 * Never throws.
 */
export function parseStatute(text: string): ParsedStatute {
  const cut = cutFrontMatter(text);
  const body = parseBody(cut.body, cut.bodyLine);
  if (cut.yaml === undefined) {
    return { ...body, problems: [{ line: 1, code: 'no-front-matter', args: {} }, ...body.problems] };
  }
  const { facts, problems, lines } = readFacts(cut.yaml);
  const all = [...problems, ...body.problems];
  if (facts) all.push(...checkCoverage(facts, body, lines));
  all.sort((a, b) => a.line - b.line);
  return { ...body, ...(facts && { facts }), problems: all };
}

/** What the front matter promises about the articles, against the articles that are there. */
function checkCoverage(
  facts: StatuteFacts,
  body: StatuteBody,
  lines: Readonly<Record<string, number>>,
): StatuteProblem[] {
  const problems: StatuteProblem[] = [];
  const { articles } = body;
  if (facts.coverage === 'none') {
    if (articles.length > 0) {
      problems.push({
        line: body.lines[0]!,
        code: 'text-without-coverage',
        args: { articles: articles.length },
      });
    }
    return problems;
  }
  if (articles.length === 0) {
    problems.push({ line: lines.coverage ?? 1, code: 'no-articles', args: { coverage: facts.coverage } });
    return problems;
  }
  let last = 0;
  let lastSuffix = 0;
  for (let i = 0; i < articles.length; i++) {
    const { article, suffix = 0, label } = articles[i]!;
    const line = body.lines[i]!;
    if (article < last || (article === last && suffix < lastSuffix)) {
      problems.push({ line, code: 'article-order', args: { article: label } });
    } else if (facts.coverage === 'complete' && article > last + 1) {
      const missing = article - last - 1;
      problems.push({ line, code: 'article-gap', args: { first: last + 1, last: article - 1, missing } });
    }
    if (article > last || (article === last && suffix > lastSuffix)) {
      last = article;
      lastSuffix = suffix;
    }
  }
  if (facts.articles !== undefined && !facts.uncertain.includes('articles')) {
    if (last > facts.articles || (facts.coverage === 'complete' && last < facts.articles)) {
      problems.push({
        line: lines.articles ?? 1,
        code: 'article-count',
        args: { said: facts.articles, found: last },
      });
    }
  }
  return problems;
}
