import type { CancellationToken, Location } from 'vscode-languageserver-protocol';
import type { Configuration } from '../config';
import type { Wanted } from '../features/references';
import type { LanguageService } from '../languageService';
import type { WorkspaceFiles } from './files';

/** Every place of the workspace's memos that cites a provision: open memos as they are, the others as saved. */
export async function findReferences(options: {
  service: LanguageService;
  files: WorkspaceFiles;
  folders: readonly string[];
  configurationOf(uri: string): Promise<Configuration>;
  wanted: Wanted;
  token: CancellationToken;
}): Promise<Location[]> {
  const { service, files, folders, wanted, token } = options;
  const saved = (await Promise.all(folders.map((folder) => files.list(folder, token)))).flat();
  const found: Location[] = [];
  for (const uri of new Set([...service.openUris(), ...saved])) {
    if (token.isCancellationRequested) break;
    if (service.isOpen(uri)) {
      const check = service.check(uri);
      if (check) found.push(...service.citationsOf(check, wanted));
      continue;
    }
    const text = await files.read(uri);
    if (text === undefined) continue;
    const { decision, check } = service.checkText(uri, text, await options.configurationOf(uri));
    if (decision.memo) found.push(...service.citationsOf(check, wanted));
  }
  return found;
}
