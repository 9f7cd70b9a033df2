import { articleKey } from '../articleLabel';
import { cutFrontMatter, isDate, type StatuteFacts } from '../facts';
import { serializeStatute } from '../serializeStatute';
import type { Article } from '../statute';
import { cleanLines } from './cleanLines';
import { joinParts } from './joinParts';
import { fileProblem, type ImportInput, readInput } from './readInput';
import { factsOfFrontMatter, factsOfHead, type RecognisedFacts } from './recogniseFacts';
import type { ImportOptions, ImportProblem, ImportResult, Recognised } from './result';
import { readStructure, type Structure } from './structure';

/**
 * Turns a law from elsewhere into a statute file: official .docx, plain text (UTF-8, UTF-16, GB 18030), the Markdown of
 * public collections. Says what it recognised; gives no text when something is wrong that the reader could not see
 * (gap, duplicate, no date). Never throws.
 * @param input a file, or the files of a law that is split over several, in any order
 */
export function importStatute(
  input: ImportInput | readonly ImportInput[],
  options: ImportOptions = {},
): ImportResult {
  const parts = Array.isArray(input) ? (input as readonly ImportInput[]) : [input as ImportInput];
  const read = parts.length === 1 ? readInput(parts[0]!) : joinParts(parts);
  if (typeof read !== 'string') return refused(read);
  const cut = cutFrontMatter(read);
  const front = cut.yaml === undefined ? { facts: {} } : factsOfFrontMatter(cut.yaml);
  if (!front) return refused({ severity: 'error', line: 1, code: 'malformed-front-matter', args: {} });
  const { lines, changes } = cleanLines(cut.body, cut.bodyLine);
  if (lines.length === 0 && cut.yaml === undefined) return refused(fileProblem('empty-file'));
  const structure = readStructure(lines);
  const { articles } = structure;
  // With facts in front, what stands before the first article is preamble.
  const head: RecognisedFacts = front.facts.title
    ? { facts: {}, preamble: structure.head.filter((l) => l.heading === 0).map((l) => l.text) }
    : factsOfHead(structure.head, articles);
  const problems: ImportProblem[] = [...structure.problems];
  const facts = gather(head, front, parts.length === 1 ? parts[0]!.name : '', options, problems);
  const gaps = checkNumbers(structure, front.stated, problems);
  if (changes > 0) problems.push({ ...fileProblem('punctuation', { changes }), severity: 'warning' });
  if (articles.length === 0 && !front.incomplete) problems.push(fileProblem('no-articles'));

  const sorted = problems
    .map((p) => (options.allowGaps && forgivable.has(p.code) ? { ...p, severity: 'warning' as const } : p))
    .sort((a, b) => a.line - b.line);
  const shown = sorted.slice(0, mostProblems);
  if (sorted.length > shown.length) {
    const more = fileProblem('more', { count: sorted.length - shown.length });
    shown.push({ ...more, severity: sorted.some((p) => p.severity === 'error') ? 'error' : 'warning' });
  }
  const recognised = recognise(facts, structure);
  if (sorted.some((p) => p.severity === 'error')) return { recognised, problems: shown };
  const written = articles
    .filter((a) => a.paragraphs.length > 0)
    .sort((a, b) => articleKey(a.article, a.suffix) - articleKey(b.article, b.suffix));
  const some = gaps || written.length < articles.length;
  const coverage = written.length === 0 ? 'none' : some ? 'selected' : 'complete';
  const last = articles.reduce((max, a) => Math.max(max, a.article), 0);
  const count = some ? front.stated : last || front.stated;
  const complete: Partial<StatuteFacts> = { ...facts, coverage, ...(count && { articles: count }) };
  const preamble = written.length === 0 ? [] : head.preamble;
  return {
    recognised,
    problems: shown,
    text: serializeStatute({ facts: complete, preamble, articles: written }),
    fileName: `${facts.short}@${facts.effective}.md`.replace(/[\\/:*?"<>|]/g, '_'),
  };
}

/** Further remarks are only counted. */
const mostProblems = 100;

const forgivable = new Set<ImportProblem['code']>(['gap', 'duplicate', 'order', 'count', 'empty']);

function refused(problem: ImportProblem): ImportResult {
  const recognised = { divisions: 0, articles: 0, inserted: 0, paragraphs: 0, items: 0 };
  return { recognised, problems: [problem] };
}

/** All facts, the more certain source first: the caller, the front matter, the text, the name of the file. */
function gather(
  head: RecognisedFacts,
  front: Omit<RecognisedFacts, 'preamble'>,
  name: string,
  options: ImportOptions,
  problems: ImportProblem[],
): Partial<StatuteFacts> {
  const base = name.replace(/^.*[\\/]/, '').replace(/\.[a-z]{1,8}$/i, '');
  const named = /^(.+)@(\d{4}-\d\d-\d\d)$/.exec(base);
  const facts: { -readonly [K in keyof StatuteFacts]?: StatuteFacts[K] } = { ...head.facts, ...front.facts };
  if (!facts.title) problems.push(fileProblem('no-title'));
  const effective =
    options.effective ?? front.facts.effective ?? (named && isDate(named[2]!) ? named[2] : undefined);
  if (effective !== undefined) facts.effective = effective;
  if (effective !== undefined && !isDate(effective))
    problems.push(fileProblem('bad-effective', { effective }));
  else if (facts.effective === undefined) problems.push(fileProblem('no-effective'));
  else if (effective === undefined && head.effectiveFromText) {
    const args = { effective: facts.effective };
    problems.push({ ...fileProblem('effective-from-text', args), severity: 'warning' });
  }
  const short =
    options.short ?? facts.short ?? named?.[1] ?? facts.title?.replace(/^中华人民共和国(?=.)/, '');
  if (short) facts.short = short;
  return facts;
}

/** Gaps, order and the number that the source states. @returns whether articles are missing */
function checkNumbers(
  { articles, lines }: Structure,
  stated: number | undefined,
  problems: ImportProblem[],
): boolean {
  let last = 0;
  let gaps = false;
  articles.forEach(({ article, label }, i) => {
    const line = lines[i]!;
    if (article < last) problems.push({ severity: 'error', line, code: 'order', args: { article: label } });
    if (article > last + 1) {
      gaps = true;
      const args = { first: last + 1, last: article - 1, before: label };
      problems.push({ severity: 'error', line, code: 'gap', args });
    }
    last = Math.max(last, article);
  });
  const found = numbersOf(articles).size;
  if (stated !== undefined && stated !== found) {
    problems.push({ severity: 'error', line: 0, code: 'count', args: { stated, found } });
    gaps ||= found < stated;
  }
  return gaps;
}

const numbersOf = (articles: readonly Article[]) => new Set(articles.map((a) => a.article));

function recognise(facts: Partial<StatuteFacts>, { articles, divisions }: Structure): Recognised {
  const paragraphs = articles.flatMap((a) => a.paragraphs);
  const { title, short, level, promulgated, effective } = facts;
  const first = articles[0]?.label;
  const last = articles[articles.length - 1]?.label;
  const found = { title, short, level, promulgated, effective, first, last };
  return {
    ...(Object.fromEntries(Object.entries(found).filter(([, v]) => v)) as Partial<Recognised>),
    divisions,
    articles: articles.filter((a) => a.suffix === undefined).length,
    inserted: articles.filter((a) => a.suffix !== undefined).length,
    paragraphs: paragraphs.length,
    items: paragraphs.reduce((n, p) => n + p.items.length, 0),
  };
}
