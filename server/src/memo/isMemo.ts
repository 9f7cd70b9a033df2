import signs from '../../frameworks/memo-signs.json';
import type { Configuration } from '../config';
import { globToRegExp } from '../text/glob';
import { ByChunk } from './byChunk';
import type { Chunk, Memo } from './memo';

/** Whether a Markdown file is treated as a memo, and the reason (shown by the status item). */
export interface MemoDecision {
  readonly memo: boolean;
  readonly reason:
    | 'chosen'
    | 'front-matter'
    | 'included'
    | 'excluded'
    | 'project-file'
    | 'statute'
    | 'cites-law'
    | 'no-law';
}

const projectFile =
  /(^|\/)(docs\/rules\/(?:zh-CN|en)\/[A-Z]\d{2}|README|CHANGELOG|CHANGES|HISTORY|LICENSE|LICENCE|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|SUPPORT|AGENTS|CLAUDE)\b[^/]*\.(md|markdown)$/i;
// A cheap look, not a verdict: a numbered provision, a law in title marks, an English citation, an element in a heading.
const law = new RegExp(
  [
    String.raw`第[零〇一二三四五六七八九十百千两\d０-９\s]{1,12}[条條]`,
    String.raw`《[^《》\n]{2,60}(?:${signs.titleEndings.join('|')})(?:（[^（）\n]{1,12}）)?》`,
    String.raw`\b(?:Articles?|Arts?\.)\s?\d{1,4}\b`,
    String.raw`^#{1,6}[^\n]*(?:${signs.headings.join('|')})`,
  ].join('|'),
  'm',
);

/**
 * Decides whether a Markdown file is a memo (contract: “When is a Markdown file a memo?”).
 * @param forced the user's own choice, if any
 */
export function isMemo(memo: Memo, configuration: Configuration, forced?: boolean): MemoDecision {
  if (forced !== undefined) return { memo: forced, reason: 'chosen' };
  // A law is not a memo about law: the library's read-only documents and the user's own statute files.
  if (memo.uri.startsWith('statute:') || memo.uri.includes('/.legal-memo/'))
    return { memo: false, reason: 'statute' };
  const { framework, type } = memo.frontMatter;
  if (framework || type === 'legal-memo') return { memo: true, reason: 'front-matter' };
  const path = decodePath(memo.uri);
  if (configuration.exclude.some((glob) => globToRegExp(glob).test(path)))
    return { memo: false, reason: 'excluded' };
  if (configuration.include.some((glob) => globToRegExp(glob).test(path)))
    return { memo: true, reason: 'included' };
  if (projectFile.test(path)) return { memo: false, reason: 'project-file' };
  return memo.chunks.some(namesLaw) ? { memo: true, reason: 'cites-law' } : { memo: false, reason: 'no-law' };
}

const known = new ByChunk<boolean>();

function namesLaw(chunk: Chunk): boolean {
  let found = known.get(chunk);
  if (found === undefined) {
    found = law.test(chunk.text);
    known.set(chunk, found);
  }
  return found;
}

function decodePath(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
