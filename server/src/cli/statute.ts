import { placeName } from '../features/names';
import { paragraphText } from '../features/statuteText';
import { versionLine } from '../features/versionLine';
import type { StatuteLibrary } from '../statutes/library';
import type { Article, Statute, StatuteVersion } from '../statutes/statute';
import { parseArticleNumber } from '../text/articleNumber';
import { createService } from './environment';
import { type CommandLine, exit, UsageError } from './main';
import { readOptions } from './options';
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
    default:
      throw new UsageError({ key: 'cli.unknown-command', args: { command: `statute ${verb ?? ''}`.trim() } });
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

async function show(line: CommandLine, args: readonly string[]): Promise<number> {
  const { options, operands } = readOptions(args, { 'as-of': { value: true, date: true } });
  const [name, number] = operands;
  if (!name) throw new UsageError({ key: 'cli.no-statute', args: { law: '', nearest: '' } });
  const { library, today } = (await createService(line)).parts;
  const found = library.find(name);
  const law = found[0];
  if (!law || found.length > 1) throw new UsageError(notFound(library, name, found, line));
  const asOf = library.asOf(law, options['as-of'] ?? today());
  const { version } = asOf;
  const head = `《${version.title}》\n${versionLine({ library, locale: line.locale }, version, asOf)}\n`;
  if (number === undefined) {
    line.out(head);
    for (const article of library.articles(version)) line.out(`\n${articleText(article)}\n`);
    return exit.clean;
  }
  const place = parseArticleNumber(number);
  if (!place) throw new UsageError({ key: 'cli.bad-article', args: { article: number } });
  const article = library.article(version, place.article, place.suffix);
  if (!article) {
    const missing = library.existence(version, place).state === 'no-article';
    throw new UsageError({
      key: missing ? 'cli.no-article' : 'cli.no-article-text',
      args: {
        law: version.short,
        version: version.effective ?? '?',
        article: number,
        articles: version.articles ?? '?',
      },
    });
  }
  line.out(`${head}\n${articleText(article)}\n`);
  const english = line.locale === 'en' && library.translation(version, place.article, place.suffix);
  if (english) {
    const title = placeName({ article: place.article }, 'en');
    line.out(
      `\n${title} (unofficial translation 非官方译文)\n${english.paragraphs.map(paragraphText).join('\n')}\n`,
    );
  }
  return exit.clean;
}

const articleText = (article: Article) =>
  `${article.label}　${article.paragraphs.map(paragraphText).join('\n')}`;

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
