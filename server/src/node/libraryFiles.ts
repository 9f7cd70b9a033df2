import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { LibraryFiles } from '../statutes/library';
import { packHeadLength, readPackDirectory } from '../statutes/pack';

/** First read: as long as the directory usually is, so that one read is enough. */
const firstRead = 16 * 1024;

/**
 * The compiled library in a folder (`library.pack`, made by the build). Reads the directory at once, every part only
 * when it is asked for.
 * @throws when there is no such file or it is no library: the program is then not installed properly
 */
export function libraryFiles(folder: string): LibraryFiles {
  const path = join(folder, 'library.pack');
  const directory = withFile(path, (file) => {
    let head = readAt(file, 0, firstRead);
    const length = packHeadLength(head);
    if (length === undefined) throw new Error(`${path}: not a statute library`);
    if (length > head.length) head = readAt(file, 0, length);
    return readPackDirectory(head);
  });
  const part = (name: string): string | undefined => {
    const place = directory[name];
    if (!place) return undefined;
    return withFile(path, (file) => readAt(file, place[0], place[1])).toString('utf8');
  };
  return {
    catalogue: () => part('catalogue') ?? '',
    text: (id) => part(`texts/${id}`),
    translation: (id) => part(`translations/${id}`),
    prepared: (name) => part(`prepared/${name}`),
  };
}

function withFile<T>(path: string, use: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return use(file);
  } finally {
    closeSync(file);
  }
}

function readAt(file: number, start: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(file, bytes, 0, length, start));
}
