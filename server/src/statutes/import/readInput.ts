import { docxText, isOldDoc, isZip } from './docx';
import { type ImportProblem, importLimit } from './result';

/** What is imported: the file's name and its bytes, or its text. */
export interface ImportInput {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

export function fileProblem(code: ImportProblem['code'], args: ImportProblem['args'] = {}): ImportProblem {
  return { severity: 'error', line: 0, code, args };
}

/** The text of what is imported, or why there is none. */
export function readInput({ name, bytes, text }: ImportInput): string | ImportProblem {
  const size = bytes?.length ?? (text?.length ?? 0) * 2;
  if (size > importLimit) {
    return fileProblem('too-large', { size: Math.ceil(size / 2 ** 20), limit: importLimit / 2 ** 20 });
  }
  if (text !== undefined) return text;
  if (!bytes || bytes.length === 0) return fileProblem('empty-file');
  if (isOldDoc(bytes)) return fileProblem('old-doc');
  if (isZip(bytes) || /\.docx$/i.test(name)) return docxText(bytes) ?? fileProblem('not-docx');
  return decode(bytes) ?? fileProblem('not-text');
}

/** UTF-8, UTF-16 with a byte order mark, else GB 18030; NUL characters mean that it is no text. */
function decode(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : '';
  if (!marked && bytes.subarray(0, 8192).includes(0)) return undefined;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding is tried.
    }
  }
  return undefined;
}
