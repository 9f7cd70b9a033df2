/**
 * One file for many small ones: `LMP1`, length of the directory (4 bytes, big-endian), the directory (JSON: name → [offset behind the
 * directory, length]), then the parts. The catalogue, the texts and the translations ship so. Parts are not compressed: the package that is
 * downloaded is, and a part is then there by one read.
 */

const magic = 'LMP1';
const headLength = 8;

export type PackDirectory = Readonly<Record<string, readonly [offset: number, length: number]>>;

/** Writes a pack. */
export function writePack(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const directory: Record<string, [number, number]> = {};
  let length = 0;
  for (const [name, bytes] of parts) {
    directory[name] = [length, bytes.length];
    length += bytes.length;
  }
  const index = new TextEncoder().encode(JSON.stringify(directory));
  const out = new Uint8Array(headLength + index.length + length);
  out.set(new TextEncoder().encode(magic));
  new DataView(out.buffer).setUint32(4, index.length);
  out.set(index, headLength);
  let at = headLength + index.length;
  for (const bytes of parts.values()) {
    out.set(bytes, at);
    at += bytes.length;
  }
  return out;
}

/** Number of bytes of the head and the directory, from the first 8 bytes; undefined = not a pack. */
export function packHeadLength(head: Uint8Array): number | undefined {
  if (head.length < headLength || new TextDecoder().decode(head.subarray(0, 4)) !== magic) return undefined;
  return headLength + new DataView(head.buffer, head.byteOffset).getUint32(4);
}

/** The directory with offsets from the start of the file, from the bytes up to `packHeadLength`. */
export function readPackDirectory(head: Uint8Array): PackDirectory {
  const base = packHeadLength(head) ?? 0;
  const directory = JSON.parse(new TextDecoder().decode(head.subarray(headLength, base))) as PackDirectory;
  return Object.fromEntries(
    Object.entries(directory).map(([name, [offset, length]]) => [name, [base + offset, length]]),
  );
}
