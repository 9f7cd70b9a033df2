import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createFrameworks } from '../analysis/frameworks';
import type { ServerHost } from '../server';
import { createLibrary } from '../statutes/createLibrary';
import { today } from './clock';
import { readBuiltInFrameworks } from './frameworkFiles';
import { libraryFiles } from './libraryFiles';
import { workspaceFiles } from './workspaceFiles';

/** Everything the server needs from Node: the library beside the bundle, the file system, the clock. */
export function nodeHost(base: string = __dirname): ServerHost {
  const files = libraryFiles(join(base, 'library'));
  return {
    frameworks: createFrameworks(readBuiltInFrameworks(base)),
    library: (own) => createLibrary(files, own),
    rulePages:
      process.env.LEGAL_MEMO_RULE_PAGES ?? pathToFileURL(join(base, '..', '..', 'docs', 'rules')).href,
    files: workspaceFiles(),
    today,
  };
}
