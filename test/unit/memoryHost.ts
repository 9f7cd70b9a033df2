import type { ServerHost } from '../../server/src/server';
import { compiledFiles } from '../../server/src/statutes/compile';
import { createLibrary } from '../../server/src/statutes/createLibrary';
import { builtInFrameworks, today } from './rules/environment';
import { builtIn } from './statutes/library';

/** A host with the real law and frameworks compiled in memory; no files, a fixed day. */
export function memoryHost(): ServerHost {
  return {
    library: (own) => createLibrary(compiledFiles(builtIn()), own),
    frameworks: builtInFrameworks(),
    rulePages: 'file:///rules',
    files: { list: async () => [], read: async () => undefined, readFolder: async () => [] },
    today: () => today,
  };
}
