import { type Locale, say } from '../../messages';
import type { Statute, StatuteVersion } from '../../statutes/statute';
import { parseArticleNumber } from '../../text/articleNumber';
import { citationText } from '../citationText';
import type { FeatureContext } from '../context';
import { paragraphText } from '../statuteText';
import { statuteUri } from '../statuteUri';

/** A law or an article in a list to choose from. */
export interface ProvisionChoice {
  readonly label: string;
  readonly description: string;
  readonly version: string;
  readonly article?: number;
  readonly suffix?: number;
}

/** What such a list needs to know; a memo's context has it. */
export type LibraryContext = Pick<FeatureContext, 'library' | 'locale'> & {
  readonly asOf: string;
  readonly arabic: boolean;
  /** Language of the words that are put into the memo. */
  readonly written: Locale;
  /** Short titles of the laws that the memo cites: they come first in a list. */
  readonly cited?: ReadonlySet<string>;
};

const most = 60;

/**
 * Laws, or with a number behind the name articles, for a query: `电子商务法38`, `消法 55`, `ECL 38`, part of a title.
 * An empty query lists the laws with text.
 */
export function findProvisions(context: LibraryContext, query: string): ProvisionChoice[] {
  const { library } = context;
  const m =
    /^(.*?)(?:第?\s*([零〇一二三四五六七八九十百千\d]{1,8}(?:\s*条)?(?:[之-][一二三四五六七八九十\d]{1,3})?))?\s*$/.exec(
      query.trim(),
    );
  const name = m?.[1]?.trim() ?? '';
  const place = m?.[2] ? parseArticleNumber(m[2]) : undefined;
  const exact = name ? library.find(name) : [];
  const laws = exact.length > 0 ? exact : matching(context, name);
  const choices: ProvisionChoice[] = [];
  for (const law of laws.slice(0, most)) {
    const { version } = library.asOf(law, context.asOf);
    const article = place && library.article(version, place.article, place.suffix);
    if (article) choices.push(articleChoice(version, article));
    else if (!place) choices.push(lawChoice(context, law, version));
  }
  return choices;
}

/** The articles of a version whose text is here. */
export function listArticles(context: LibraryContext, versionId: string): ProvisionChoice[] {
  const version = context.library.versionById(versionId);
  return version ? context.library.articles(version).map((article) => articleChoice(version, article)) : [];
}

/** Citation, text to insert and address of one article. */
export function provisionText(context: LibraryContext, versionId: string, article: number, suffix?: number) {
  const version = context.library.versionById(versionId);
  const found = version && context.library.article(version, article, suffix);
  if (!version || !found) return null;
  const citation = citationText(
    version,
    { article, ...(suffix !== undefined && { suffix }) },
    context.arabic,
  );
  const stamp = say(context.written, {
    key: 'insert.version',
    args: { effective: version.effective ?? '?' },
  });
  const quoted = found.paragraphs.map((p) => paragraphText(p).replace(/^/gm, '> ')).join('\n>\n');
  return { citation, text: `${citation}（${stamp}）：\n\n${quoted}\n`, uri: statuteUri(version, found) };
}

/** Laws for what was typed; without a name those whose text is here: the memo's own first, repealed ones last. */
function matching({ library, cited }: LibraryContext, name: string): readonly Statute[] {
  if (name) return library.search(name, most);
  const rank = (law: Statute) => (cited?.has(law.short) ? 0 : law.versions.every((v) => v.repealed) ? 2 : 1);
  return library
    .statutes()
    .filter((law) => law.versions.some((v) => v.coverage !== 'none'))
    .sort((a, b) => rank(a) - rank(b));
}

function lawChoice(context: LibraryContext, law: Statute, version: StatuteVersion): ProvisionChoice {
  const { state } = context.library.asOf(law, context.asOf);
  const description = say(context.locale, {
    key: `state.${state}`,
    args: { effective: version.effective ?? '?', ended: version.repealed ?? '?' },
  });
  return { label: `《${law.short}》`, description, version: version.id };
}

function articleChoice(
  version: StatuteVersion,
  article: { label: string; article: number; suffix?: number; paragraphs: readonly { text: string }[] },
): ProvisionChoice {
  return {
    label: `《${version.short}》${article.label}`,
    description: article.paragraphs[0]?.text.slice(0, 60) ?? '',
    version: version.id,
    article: article.article,
    ...(article.suffix !== undefined && { suffix: article.suffix }),
  };
}
