import { strFromU8, unzipSync } from 'fflate';

const documentPart = 'word/document.xml';
/** A document part beyond this is no law but an attempt to fill the memory. */
const partLimit = 100 * 1024 * 1024;

/** Whether the bytes begin like a ZIP archive. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;

/** Whether the bytes begin like an old .doc file (OLE). */
export const isOldDoc = (bytes: Uint8Array): boolean =>
  bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;

/**
 * The text of a .docx, one line a paragraph (empty ones kept, so that line numbers count paragraphs). Only text counts:
 * no styles, no notes, no headers; tracked deletions are gone, insertions are in.
 * @returns undefined when the bytes are no .docx
 */
export function docxText(bytes: Uint8Array): string | undefined {
  if (!isZip(bytes)) return undefined;
  let xml: string;
  try {
    const parts = unzipSync(bytes, { filter: (f) => f.name === documentPart && f.originalSize < partLimit });
    const part = parts[documentPart];
    if (!part) return undefined;
    xml = strFromU8(part);
  } catch {
    return undefined;
  }
  return paragraphs(xml);
}

const entity: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, (whole, name: string) => {
    if (!name.startsWith('#')) return entity[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** One pass over the tags of WordprocessingML; everything that is not known is passed over. */
function paragraphs(xml: string): string {
  const lines: string[] = [];
  let line = '';
  let at = 0;
  let inText = false;
  /** Depth inside mc:Fallback, which repeats what stands beside it. */
  let skipped = 0;
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    if (open < 0) break;
    if (inText && skipped === 0) line += decode(xml.slice(at, open));
    const close = xml.indexOf('>', open);
    if (close < 0) break;
    const tag = xml.slice(open + 1, close);
    at = close + 1;
    const empty = tag.endsWith('/');
    const end = tag.indexOf(' ');
    const name = (end < 0 ? tag : tag.slice(0, end)).replace(/\/$/, '');
    if (name === 'mc:Fallback' && !empty) skipped++;
    else if (name === '/mc:Fallback') skipped--;
    else if (name === 'w:t') inText = !empty;
    else if (name === '/w:t') inText = false;
    else if (skipped > 0) continue;
    else if (name === 'w:tab') line += line === '' ? '' : '\u3000';
    else if (name === 'w:br' || name === 'w:cr' || name === '/w:p' || (name === 'w:p' && empty)) {
      lines.push(line);
      line = '';
    }
  }
  if (line) lines.push(line);
  return lines.join('\n');
}
