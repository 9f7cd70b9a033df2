import { say } from '../../messages';
import type { TextEdit } from '../../text/range';
import type { RuleContext } from '../rule';
import { headingsOf } from './headings';
import { languageOf, localeFor } from './language';
import { lineEnding } from './paragraph';

/**
 * The edit that leaves an element out with a reason: an entry of the front matter where there is one, else a comment below
 * the memo's first heading. The reason is a placeholder, and does not count as one until it is replaced (rule M02).
 */
export function waiverEdit(context: RuleContext, element: string): TextEdit {
  const { memo } = context;
  const eol = lineEnding(memo.text);
  const language = languageOf(context, { start: memo.frontMatter.range?.end ?? 0, end: memo.text.length });
  const reason = `\${1:${say(localeFor(language), { key: 'fix.suppress-reason' })}}`;
  const front = inFrontMatter(context, `${element}: "${reason}"`, eol);
  if (front) return front;
  const comment = `<!-- legal-memo: waive ${element} ${reason} -->`;
  const title = headingsOf(context)[0];
  const lines = memo.text.indexOf('\n', title?.end ?? 0);
  // Behind the front matter where it cannot take the entry; at the very top where there is neither.
  if (!title) {
    const at = memo.frontMatter.range?.end ?? 0;
    const lead = at > 0 ? eol + eol : '';
    return { start: at, end: at, text: `${lead}${comment}${at > 0 ? '' : eol + eol}` };
  }
  const at = lines < 0 ? memo.text.length : memo.text[lines - 1] === '\r' ? lines - 1 : lines;
  return { start: at, end: at, text: `${eol}${eol}${comment}` };
}

/** Undefined where the front matter is missing, malformed, or its `waive` is no list of entries. */
function inFrontMatter({ memo }: RuleContext, entry: string, eol: string): TextEdit | undefined {
  const { range, places, problems } = memo.frontMatter;
  if (!range || problems.some(({ code }) => code === 'malformed')) return undefined;
  const place = places.waive;
  if (!place) {
    const closing = memo.text.lastIndexOf('\n', range.end - 1) + 1;
    return { start: closing, end: closing, text: `waive:${eol}  ${entry}${eol}` };
  }
  const value = memo.text.slice(place.start, place.end);
  if (value.trim() === '' || value.trim() === '~' || value.trim() === 'null')
    return { start: place.start, end: place.end, text: `${eol}  ${entry}` };
  if (value.startsWith('{')) {
    const empty = /^\{\s*\}$/.test(value.trim());
    return { start: place.start + 1, end: place.start + 1, text: empty ? entry : `${entry}, ` };
  }
  if (problems.some(({ start }) => start === place.start)) return undefined;
  const lineStart = memo.text.lastIndexOf('\n', place.start - 1) + 1;
  const indent = memo.text.slice(lineStart, place.start);
  if (indent.trim() !== '') return undefined;
  return { start: place.start, end: place.start, text: `${entry}${eol}${indent}` };
}
