import { stringify } from 'yaml';
import { articleLabel } from './articleLabel';
import { factKeys, type StatuteFacts } from './facts';
import { paragraphLines } from './parseBody';
import type { Article } from './statute';

/** What a statute file is made of. */
export interface StatuteContent {
  readonly facts: Partial<StatuteFacts>;
  readonly preamble: readonly string[];
  readonly articles: readonly Article[];
}

/**
 * Writes a statute in the format of docs/statutes.md; `parseStatute` reads back the same.
 * Division levels follow the kind, see `divisionLevels`.
 */
export function serializeStatute(content: StatuteContent): string {
  const body = serializeBody(content);
  return body === '' ? serializeFacts(content.facts) : `${serializeFacts(content.facts)}\n${body}`;
}

/** The front matter with its `---` lines, keys in the order of docs/statutes.md. */
export function serializeFacts(facts: Partial<StatuteFacts>): string {
  let yaml = '';
  for (const [key, fact] of factKeys) {
    const value = facts[fact];
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) continue;
    if (Array.isArray(value)) {
      const list = fact === 'uncertain' ? value.map((x: string) => keyOf(x)) : (value as string[]);
      yaml += `${key}: ${stringify(list, {
        collectionStyle: 'flow',
        flowCollectionPadding: false,
        lineWidth: 0,
      })
        .trim()
        .replace(/\s*\n\s*/g, ' ')}\n`;
    } else yaml += stringify({ [key]: value }, { lineWidth: 0, schema: 'core' });
  }
  return `---\n${yaml}---\n`;
}

function keyOf(fact: string): string {
  return factKeys.find(([, name]) => name === fact)?.[0] ?? fact;
}

/** Headings, articles and 款, without front matter. */
export function serializeBody({ preamble, articles }: Pick<StatuteContent, 'preamble' | 'articles'>): string {
  const blocks: string[] = [...preamble];
  let open: readonly string[] = [];
  for (const article of articles) {
    let same = 0;
    while (same < open.length && open[same] === article.divisions[same]) same++;
    const levels = divisionLevels(article.divisions);
    for (let i = same; i < levels.length; i++) {
      blocks.push(`${'#'.repeat(levels[i]!)} ${article.divisions[i]}`);
    }
    open = article.divisions;
    blocks.push(`#### ${articleLabel(article.article, article.suffix)}`);
    for (const paragraph of article.paragraphs) blocks.push(paragraphLines(paragraph).join('\n'));
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

const numbered = /^第[零〇一二两三四五六七八九十百千0-9]{1,9}(分编|编|章|节)/;

/**
 * Heading levels of the divisions of an article, outermost first: 1 for 编, 2 for 章, 分编 and numbered parts (一、…), 3 for 节; what has no
 * number stands one level below what holds it.
 */
export function divisionLevels(divisions: readonly string[]): number[] {
  let above = 0;
  return divisions.map((title) => {
    const kind = numbered.exec(title)?.[1];
    if (kind === '编') above = 1;
    else if (kind === '节') above = 3;
    else if (kind !== undefined || /^[一二三四五六七八九十]{1,3}、/.test(title)) above = 2;
    else above = Math.min(3, above + 1);
    return above;
  });
}
