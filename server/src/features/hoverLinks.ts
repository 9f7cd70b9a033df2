import { say } from '../messages';
import type { Article, Statute, StatuteVersion } from '../statutes/statute';
import { toChinese } from '../text/numerals';
import type { FeatureContext } from './context';
import { lawName, placeName } from './names';
import { statuteUri } from './statuteUri';

const placeOf = ({ article, suffix }: Article) => ({ article, ...(suffix !== undefined && { suffix }) });

type LinkContext = Pick<FeatureContext, 'library' | 'locale'>;

/** Links to the article and its neighbours; where the library holds selected articles, how many are left out between. */
export function neighbourLinks(context: LinkContext, version: StatuteVersion, article: Article): string {
  const { locale } = context;
  const all = context.library.articles(version);
  const at = all.indexOf(article);
  const link = (key: string, to: Article | undefined) => {
    if (!to) return '';
    const left = Math.abs(to.article - article.article) - 1;
    const place = locale === 'en' ? placeName(placeOf(to), 'en') : to.label;
    const words = say(locale, { key: left > 0 ? `${key}-gap` : key, args: { place, count: left } });
    return `[${words}](${statuteUri(version, to)})`;
  };
  return [link('hover.open', article), link('hover.previous', all[at - 1]), link('hover.next', all[at + 1])]
    .filter(Boolean)
    .join(' · ');
}

/** Where an article of an earlier version went, with links: “对应 《民法典》第一千一百九十八条”; '' = not known. */
export function movedLinks(
  context: LinkContext,
  from: StatuteVersion,
  article: number,
  to: StatuteVersion | undefined,
  statute: Statute | undefined,
): string {
  const { library, locale } = context;
  const move = to && to.id !== from.id ? library.move(from, article, to) : undefined;
  if (!to || !move) return '';
  if (move.status === 'deleted' || move.articles.length === 0)
    return say(locale, { key: 'hover.deleted', args: { law: lawName(to, locale, statute?.english) } });
  const links = move.articles.slice(0, 6).map((number) => {
    const place = locale === 'en' ? placeName({ article: number }, 'en') : `第${toChinese(number)}条`;
    return `[${place}](${statuteUri(to, { label: `第${toChinese(number)}条` })})`;
  });
  return say(locale, {
    key: move.status === 'same' ? 'hover.moved-same' : 'hover.moved-changed',
    args: { law: lawName(to, locale, statute?.english), places: links.join(locale === 'en' ? ', ' : '、') },
  });
}
