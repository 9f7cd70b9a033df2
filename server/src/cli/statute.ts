import { placeName } from '../features/names';
import { paragraphText } from '../features/statuteText';
import { versionLine } from '../features/versionLine';
import type { Words } from '../messages';
import type { StatuteLibrary } from '../statutes/library';
import type { Article, Statute, StatuteVersion } from '../statutes/statute';
import { toChinese } from '../text/numerals';
import { createService } from './environment';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';
import { readShownPlace, type ShownPlace } from './shownPlace';
import { importStatutes } from './statuteImport';

/** `legal-memo statute list | show | export | import`. */
export async function statute(line: CommandLine): Promise<number> {
  const [verb, ...args] = line.args;
  switch (verb) {
    case 'list':
      return list(line, args);
    case 'show':
      return show(line, args);
    case 'export':
      return exportAll(line, args);
    case 'import':
      return importStatutes({ ...line, args });
    case undefined:
      throw new UsageError({ key: 'cli.help.statute' });
    default:
      throw new UsageError({ key: 'cli.unknown-command', args: { command: `statute ${verb}` } });
  }
}

async function list(line: CommandLine, args: readonly string[]): Promise<number> {
  const { options } = readOptions(args, {
    all: { value: false },
    format: { value: true, allowed: ['text', 'json'] },
  });
  const { library } = (await createService(line)).parts;
  const versions = library
    .statutes()
    .flatMap((s) => s.versions)
    .filter((v) => options.all || v.coverage !== 'none');
  if (options.format === 'json') {
    line.out(`${JSON.stringify(versions, null, 2)}\n`);
    return exit.clean;
  }
  for (const v of versions) {
    const coverage = line.say({ key: `coverage.${v.coverage}` });
    const ended = v.repealed ?? v.superseded;
    line.out(
      `${v.short}  ${v.effective ?? '?'}–${ended ?? ''}  ${coverage}  ${v.articles ?? '?'}  ${v.title}\n`,
    );
  }
  return exit.clean;
}

/** What one writes behind `show`: a law, or with it in one word the article (消法55). */
interface Wanted {
  readonly law: Statute;
  readonly place?: ShownPlace;
}

async function show(line: CommandLine, args: readonly string[]): Promise<number> {
  const { options, operands } = readOptions(args, { 'as-of': { value: true, date: true } });
  if (operands.length === 0) throw new UsageError({ key: 'cli.no-law' });
  const { library, today } = (await createService(line)).parts;
  const date = options['as-of'] ?? today();
  const { law, place } = wanted(library, operands, line);
  const asOf = library.asOf(law, date);
  const { version } = asOf;
  const head = `《${version.title}》\n${versionLine({ library, locale: line.locale }, version, asOf)}\n`;
  if (!place) {
    line.out(head);
    for (const article of library.articles(version)) line.out(`\n${articleText(article)}\n`);
    return exit.clean;
  }
  const articles = articlesAt(library, version, place);
  if (articles.length === 0) throw new UsageError(noArticle(library, version, place));
  const { paragraph } = place;
  const [only] = articles;
  if (paragraph !== undefined && !only!.paragraphs[paragraph - 1]) {
    throw new UsageError({
      key: 'cli.no-paragraph',
      args: { article: `《${version.short}》${only!.label}`, paragraph, paragraphs: only!.paragraphs.length },
    });
  }
  line.out(head);
  for (const article of articles) {
    line.out(`\n${articleText(article, paragraph)}\n`);
    const english = line.locale === 'en' && library.translation(version, article.article, article.suffix);
    if (!english) continue;
    const title = placeName({ article: article.article }, 'en');
    line.out(`\n${title} (unofficial translation 非官方译文)\n${bodyText(english, paragraph)}\n`);
  }
  return exit.clean;
}

/** The law and the place that the operands name; the editor's look-up reads the same words. */
function wanted(library: StatuteLibrary, operands: readonly string[], line: CommandLine): Wanted {
  const [name = '', ...rest] = operands;
  const found = library.find(name);
  if (found.length === 1 || rest.length > 0) {
    const law = found.length === 1 ? found[0]! : sole(library, name, found, line);
    const number = rest.join(' ');
    const place = number ? readShownPlace(number) : undefined;
    if (number && !place) throw new UsageError({ key: 'cli.bad-article', args: { article: number } });
    return { law, ...(place && { place }) };
  }
  // In one word: as much of its end as is a place.
  for (let i = 1; i < name.length; i++) {
    const place = readShownPlace(name.slice(i));
    const law = place && library.find(name.slice(0, i).trim())[0];
    if (law) return { law, place };
  }
  return { law: sole(library, name, found, line) };
}

/**
 * The one law that a search finds, by part of its name or its initials.
 * @throws UsageError when there is none, or several: it names them
 */
function sole(library: StatuteLibrary, name: string, found: readonly Statute[], line: CommandLine): Statute {
  const laws = found.length > 0 ? found : library.search(name, 6);
  if (laws.length === 1) return laws[0]!;
  throw new UsageError(notFound(library, name, laws.slice(0, 5), line));
}

function articlesAt(
  library: StatuteLibrary,
  version: StatuteVersion,
  { article, suffix, to }: ShownPlace,
): readonly Article[] {
  if (to !== undefined)
    return library.articles(version).filter((a) => a.article >= article && a.article <= to);
  const found = library.article(version, article, suffix);
  return found ? [found] : [];
}

function noArticle(library: StatuteLibrary, version: StatuteVersion, place: ShownPlace): Words {
  const missing = library.existence(version, place).state === 'no-article';
  return {
    key: missing ? 'cli.no-article' : 'cli.no-article-text',
    args: {
      law: version.short,
      version: version.effective ?? '?',
      article: `第${place.article}条${place.suffix === undefined ? '' : `之${toChinese(place.suffix)}`}`,
      number: place.suffix === undefined ? place.article : `${place.article}-${place.suffix}`,
      articles: version.articles ?? '?',
    },
  };
}

const articleText = (article: Article, paragraph?: number) =>
  `${article.label}${paragraph === undefined ? '' : `第${toChinese(paragraph)}款`}　${bodyText(article, paragraph)}`;

/** The text of an article, or of one of its paragraphs. */
const bodyText = ({ paragraphs }: Pick<Article, 'paragraphs'>, paragraph?: number) =>
  paragraphs
    .filter((_, i) => paragraph === undefined || i === paragraph - 1)
    .map(paragraphText)
    .join('\n');

function notFound(library: StatuteLibrary, name: string, found: readonly Statute[], line: CommandLine) {
  const near = found.length > 0 ? found : nearest(library, name);
  const names = near.map((s) => `《${s.short}》`).join('、');
  return {
    key: 'cli.no-statute',
    args: { law: name, nearest: names ? line.say({ key: 'cli.nearest', args: { names } }) : '' },
  };
}

/** Up to five laws whose name shares most characters with what was asked for. */
function nearest(library: StatuteLibrary, name: string): Statute[] {
  const wanted = new Set(name.replace(/[《》]/g, ''));
  return library
    .statutes()
    .map((law) => {
      const letters = new Set(law.short);
      let common = 0;
      for (const c of wanted) if (letters.has(c)) common++;
      return { law, score: (2 * common) / (wanted.size + letters.size) };
    })
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score)
    .slice(0, 5)
    .map(({ law }) => law);
}

/** One JSON line an article and version, in the order of the library (contract: `statute export`). */
async function exportAll(line: CommandLine, args: readonly string[]): Promise<number> {
  readOptions(args, { format: { value: true, allowed: ['jsonl'] } });
  const { library } = (await createService(line)).parts;
  const versions: StatuteVersion[] = library.statutes().flatMap((s) => s.versions);
  for (const v of versions) {
    for (const article of library.articles(v)) {
      line.out(
        `${JSON.stringify({
          law: v.short,
          title: v.title,
          version: v.effective,
          article: article.article,
          suffix: article.suffix ?? null,
          text: article.paragraphs.map(paragraphText).join('\n'),
        })}\n`,
      );
    }
  }
  return exit.clean;
}
