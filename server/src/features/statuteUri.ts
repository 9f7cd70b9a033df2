import type { Article, StatuteVersion } from '../statutes/statute';

/** Address of a version's read-only document: `statute:/<short>@<effective>.md`, with the article as fragment. */
export function statuteUri(version: StatuteVersion, article?: Pick<Article, 'label'>): string {
  const path = `statute:/${encodeURIComponent(version.id)}.md`;
  return article ? `${path}#${encodeURIComponent(article.label)}` : path;
}

/** The version id in such an address, undefined for any other one. */
export function versionIdOf(uri: string): string | undefined {
  const m = /^statute:\/{1,3}([^#?]+)\.md(?:[#?].*)?$/.exec(uri);
  if (!m) return undefined;
  try {
    return decodeURIComponent(m[1]!);
  } catch {
    return undefined;
  }
}
