import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { readStatuteSources } from '../../../server/src/node/statuteSources';
import { compiledFiles, compileLibrary } from '../../../server/src/statutes/compile';
import { createLibrary } from '../../../server/src/statutes/createLibrary';
import type { StatuteLibrary } from '../../../server/src/statutes/library';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');

let library: StatuteLibrary | undefined;

/** The built-in library, compiled once for all tests of citations. */
export function builtIn(): StatuteLibrary {
  library ??= createLibrary(
    compiledFiles(compileLibrary(readStatuteSources(path.join(root, 'server/statutes')))),
  );
  return library;
}
