import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeNameTable } from '../citations/nameTable';
import { compiledFiles, compileLibrary } from '../statutes/compile';
import { createLibrary } from '../statutes/createLibrary';
import { writePack } from '../statutes/pack';
import type { FileProblems } from '../statutes/sources';
import { readStatuteSources } from './statuteSources';

/**
 * Compiles a statute folder into `library.pack` of another folder.
 * @returns the problems of the files (the pack is written all the same) and the size in bytes
 */
export function buildLibraryPack(
  from: string,
  to: string,
): { problems: readonly FileProblems[]; size: number } {
  const compiled = compileLibrary(readStatuteSources(from));
  const { catalogue, texts, translations, problems } = compiled;
  const parts = new Map<string, Uint8Array>();
  const put = (name: string, text: string) => parts.set(name, new TextEncoder().encode(text));
  put('catalogue', JSON.stringify(catalogue));
  for (const [id, text] of texts) put(`texts/${id}`, text);
  for (const [id, text] of translations) put(`translations/${id}`, text);
  put('prepared/names', JSON.stringify(makeNameTable(createLibrary(compiledFiles(compiled)))));
  const pack = writePack(parts);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'library.pack'), pack);
  return { problems, size: pack.length };
}
