import { officialPunctuation } from './punctuation';

/** A line of the source with its markup taken off. */
export interface SourceLine {
  /** 1-based line (paragraph, in a document) of the source. */
  readonly line: number;
  readonly text: string;
  /** Level of a Markdown heading, 0 = none. */
  readonly heading: number;
  /** It was a link: an entry of a table of contents. */
  readonly link: boolean;
  /** The label at the start stood apart from the text: by a blank, or in bold. */
  readonly bold: boolean;
}

const entities: Readonly<Record<string, string>> = {
  '&emsp;': ' ',
  '&ensp;': ' ',
  '&nbsp;': ' ',
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
};

/**
 * Takes from each line what is not law: Markdown headings, emphasis, list and quotation marks, links, HTML comments,
 * invisible characters; punctuation is made official. Empty lines are left out.
 */
export function cleanLines(text: string, firstLine: number): { lines: SourceLine[]; changes: number } {
  const lines: SourceLine[] = [];
  let changes = 0;
  let line = firstLine - 1;
  let inComment = false;
  for (const raw of text.split('\n')) {
    line++;
    let rest = raw
      .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
      .replace(/&(?:emsp|ensp|nbsp|lt|gt|amp|quot);/g, (e) => entities[e] ?? e)
      .replace(/[\s\u00a0\u2002\u2003\u3000]/g, ' ')
      .trim();
    if (inComment) {
      const end = rest.indexOf('-->');
      if (end < 0) continue;
      inComment = false;
      rest = rest.slice(end + 3).trim();
    }
    const comment = rest.indexOf('<!--');
    if (comment >= 0) {
      const end = rest.indexOf('-->', comment);
      inComment = end < 0;
      rest = (rest.slice(0, comment) + (end < 0 ? '' : rest.slice(end + 3))).trim();
    }
    rest = rest
      .replace(/^(?:> ?)+/, '')
      .replace(/^[-*+] (?! )/, '')
      .trim();
    const numbered = /^\d{1,4}\. ?(?=\**第)/.exec(rest);
    if (numbered) rest = rest.slice(numbered[0].length);
    const hashes = /^#{1,6}(?= |$)/.exec(rest)?.[0].length ?? 0;
    if (hashes > 0) rest = rest.slice(hashes).replace(/ #+$/, '').trim();
    if (/^(?:[-*_] ?){3,}$/.test(rest)) continue;
    const link = /^\[([^\]]{1,200})\]\([^)]{0,400}\)$/.exec(rest);
    if (link) rest = link[1]!;
    const bold = rest.startsWith('**') || rest.startsWith('__');
    rest = rest
      .replace(/\*\*|__/g, '')
      .replace(/<\/?[a-z][^<>]{0,100}>/g, '')
      .replace(/\\$/, '')
      .trim();
    if (rest === '') continue;
    const official = officialPunctuation(rest);
    changes += official.changes;
    // The blank behind an article's label tells it from a reference: it must outlive the cleaning.
    const label = /^第[^ 条]{1,9}条(?:之[^ ]{1,4})? /.exec(rest)?.[0];
    const text =
      label && !official.text.startsWith(label)
        ? label + official.text.slice(label.length - 1)
        : official.text;
    lines.push({ line, text, heading: hashes, link: link !== null, bold });
  }
  return { lines, changes };
}
