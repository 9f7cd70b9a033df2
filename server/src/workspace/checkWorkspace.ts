import type { CancellationToken, Diagnostic } from 'vscode-languageserver-protocol';
import type { Configuration } from '../config';
import type { LanguageService } from '../languageService';
import { say } from '../messages';
import type { WorkspaceFiles } from './files';

/** What a workspace check found. */
export interface WorkspaceSummary {
  readonly files: number;
  readonly memos: number;
  readonly errors: number;
  readonly warnings: number;
  readonly others: number;
  readonly cancelled: boolean;
}

/** Work-done progress as the connection gives it. */
interface Progress {
  begin(title: string, percentage?: number, message?: string, cancellable?: boolean): void;
  report(percentage: number, message: string): void;
  done(): void;
  readonly token?: CancellationToken;
}

/** Checks every memo of the workspace, open or not, with movement to see and a way to stop. */
export async function checkWorkspace(options: {
  service: LanguageService;
  files: WorkspaceFiles;
  folders: readonly string[];
  configurationOf(uri: string): Promise<Configuration>;
  publish(uri: string, diagnostics: Diagnostic[]): void;
  progress: Progress;
  token: CancellationToken;
}): Promise<WorkspaceSummary> {
  const { service, files, folders, publish, progress, token } = options;
  const count = { error: 0, warning: 0, other: 0 };
  let memos = 0;
  let done = 0;
  const stopped = () => token.isCancellationRequested || progress.token?.isCancellationRequested === true;
  progress.begin(say(service.parts.locale, { key: 'progress.workspace' }), 0, undefined, true);
  const uris = [...new Set((await Promise.all(folders.map((folder) => files.list(folder, token)))).flat())];
  for (const uri of uris) {
    if (stopped()) break;
    const diagnostics = await one(uri);
    done++;
    if (diagnostics) {
      memos++;
      for (const { severity } of diagnostics)
        count[severity === 1 ? 'error' : severity === 2 ? 'warning' : 'other']++;
    }
    publish(uri, diagnostics ?? []);
    if (done % 10 === 0) progress.report(Math.floor((100 * done) / uris.length), `${done}/${uris.length}`);
  }
  progress.done();
  return {
    files: done,
    memos,
    errors: count.error,
    warnings: count.warning,
    others: count.other,
    cancelled: done < uris.length,
  };

  /** Diagnostics of one file; undefined = not a memo or not readable. */
  async function one(uri: string): Promise<Diagnostic[] | undefined> {
    if (service.isOpen(uri)) return service.decision(uri)?.memo ? service.diagnostics(uri) : undefined;
    const text = await files.read(uri);
    if (text === undefined) return undefined;
    const { decision, check } = service.checkText(uri, text, await options.configurationOf(uri));
    return decision.memo ? service.diagnosticsOf(check) : undefined;
  }
}
