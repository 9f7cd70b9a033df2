const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The text of a file, BOM kept. UTF-8, or UTF-16 with a BOM; NUL bytes mean that it is no text.
 * @returns `text`, or `problem`: `binary` or `not-utf8`
 */
export function decodeText(bytes: Uint8Array): { text?: string; problem?: 'binary' | 'not-utf8' } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) };
  // A NUL in the first part tells a binary file; one further on is left to the decoder.
  if (bytes.subarray(0, 8192).includes(0)) return { problem: 'binary' };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { problem: 'not-utf8' };
  }
}
