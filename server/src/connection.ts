import { CancellationTokenSource, type MessageConnection } from 'vscode-jsonrpc';
import type {
  Connection,
  InitializeParams,
  InitializeResult,
  WorkDoneProgressServerReporter,
} from 'vscode-languageserver';

/** The part of a language server's connection that the server uses. */
export type ServerConnection = Pick<
  Connection,
  | 'onInitialized'
  | 'onDidChangeConfiguration'
  | 'onDidChangeWatchedFiles'
  | 'onDidOpenTextDocument'
  | 'onDidChangeTextDocument'
  | 'onDidCloseTextDocument'
  | 'sendDiagnostics'
  | 'onHover'
  | 'onCompletion'
  | 'onCompletionResolve'
  | 'onCodeAction'
  | 'onDocumentSymbol'
  | 'onDefinition'
  | 'onReferences'
  | 'onWorkspaceSymbol'
  | 'onDocumentLinks'
  | 'onPrepareRename'
  | 'onRenameRequest'
  | 'onExecuteCommand'
> & {
  onInitialize(handler: (params: InitializeParams) => InitializeResult): void;
  /** The text of a document of the server's own. */
  onTextDocumentContent(handler: (params: { uri: string }) => { text: string }): void;
  readonly languages: {
    readonly diagnostics: Pick<Connection['languages']['diagnostics'], 'on' | 'refresh'>;
    readonly semanticTokens: Pick<Connection['languages']['semanticTokens'], 'on'>;
  };
  readonly workspace: Pick<Connection['workspace'], 'onDidChangeWorkspaceFolders'> & {
    getConfiguration(item: string | { scopeUri: string; section: string }): Promise<unknown>;
  };
  /** What it answers takes the registration back. */
  readonly client: { register(method: string, options: object): Promise<() => Promise<void>> };
  readonly window: {
    attachWorkDoneProgress(token: string | number): WorkDoneProgressServerReporter;
    createWorkDoneProgress(): Promise<WorkDoneProgressServerReporter>;
  };
  readonly console: { error(message: string): void };
  listen(): void;
};

type Handler = (...args: never[]) => unknown;
/** What is registered hands over the parameters and the cancellation token. */
type Called = (params: unknown, token: unknown) => unknown;

/**
 * A language server's connection over messages: the methods that this server has, and no more. The usual package knows the whole protocol,
 * which takes a third of the code and of the start.
 * @param exit ends the process; the code says whether the client shut the server down first
 */
export function serverConnection(messages: MessageConnection, exit: (code: 0 | 1) => void): ServerConnection {
  let shutDown = false;
  let progressSupported = false;
  let serial = 0;
  const progress = new Map<string | number, CancellationTokenSource>();

  const request = (method: string) => (handler: Handler) =>
    messages.onRequest(method, (params: unknown, token: unknown) => (handler as Called)(params, token));
  const notification = (method: string) => (handler: Handler) =>
    messages.onNotification(method, (params: unknown) => (handler as (params: unknown) => void)(params));

  /** Progress under a token; without one nobody sees it. */
  function reporter(token: string | number | undefined): WorkDoneProgressServerReporter {
    const source = new CancellationTokenSource();
    const send = (value: object) => {
      if (token !== undefined) void messages.sendNotification('$/progress', { token, value });
    };
    if (token !== undefined) progress.set(token, source);
    return {
      token: source.token,
      begin(title, percentage, message, cancellable) {
        const share = percentage === undefined ? undefined : Math.round(percentage);
        send({ kind: 'begin', title, message, cancellable, percentage: share });
      },
      report(first: string | number, message?: string) {
        if (typeof first === 'string') send({ kind: 'report', message: first });
        else send({ kind: 'report', percentage: Math.round(first), message });
      },
      done() {
        if (token !== undefined) progress.delete(token);
        send({ kind: 'end' });
        source.dispose();
      },
    };
  }

  messages.onNotification('window/workDoneProgress/cancel', ({ token }: { token: string | number }) => {
    progress.get(token)?.cancel();
  });
  messages.onRequest('shutdown', () => {
    shutDown = true;
    return null;
  });
  messages.onNotification('exit', () => exit(shutDown ? 0 : 1));
  messages.onClose(() => exit(shutDown ? 0 : 1));

  return {
    onInitialize(handler) {
      messages.onRequest('initialize', (params: InitializeParams) => {
        progressSupported = params.capabilities.window?.workDoneProgress === true;
        return handler(params);
      });
    },
    onInitialized: notification('initialized'),
    onDidChangeConfiguration: notification('workspace/didChangeConfiguration'),
    onDidChangeWatchedFiles: notification('workspace/didChangeWatchedFiles'),
    onDidOpenTextDocument: notification('textDocument/didOpen'),
    onDidChangeTextDocument: notification('textDocument/didChange'),
    onDidCloseTextDocument: notification('textDocument/didClose'),
    onHover: request('textDocument/hover'),
    onCompletion: request('textDocument/completion'),
    onCompletionResolve: request('completionItem/resolve'),
    onCodeAction: request('textDocument/codeAction'),
    onDocumentSymbol: request('textDocument/documentSymbol'),
    onDefinition: request('textDocument/definition'),
    onReferences: request('textDocument/references'),
    onWorkspaceSymbol: request('workspace/symbol'),
    onDocumentLinks: request('textDocument/documentLink'),
    onPrepareRename: request('textDocument/prepareRename'),
    onRenameRequest: request('textDocument/rename'),
    onExecuteCommand: request('workspace/executeCommand'),
    onTextDocumentContent: request('workspace/textDocumentContent'),
    sendDiagnostics: (params) => messages.sendNotification('textDocument/publishDiagnostics', params),
    languages: {
      diagnostics: {
        on: request('textDocument/diagnostic'),
        refresh: () => messages.sendRequest('workspace/diagnostic/refresh'),
      },
      semanticTokens: { on: request('textDocument/semanticTokens/full') },
    },
    workspace: {
      async getConfiguration(item) {
        const items = [typeof item === 'string' ? { section: item } : item];
        const answers = await messages.sendRequest<unknown[] | null>('workspace/configuration', { items });
        return answers?.[0] ?? null;
      },
      onDidChangeWorkspaceFolders: (handler) =>
        messages.onNotification('workspace/didChangeWorkspaceFolders', ({ event }) => handler(event)),
    },
    client: {
      async register(method, registerOptions) {
        const id = `legal-memo-${++serial}`;
        await messages.sendRequest('client/registerCapability', {
          registrations: [{ id, method, registerOptions }],
        });
        // The protocol's own spelling.
        return () =>
          messages.sendRequest('client/unregisterCapability', { unregisterations: [{ id, method }] });
      },
    },
    window: {
      attachWorkDoneProgress: reporter,
      async createWorkDoneProgress() {
        if (!progressSupported) return reporter(undefined);
        const token = `legal-memo-${++serial}`;
        await messages.sendRequest('window/workDoneProgress/create', { token });
        return reporter(token);
      },
    },
    console: {
      error: (message) => void messages.sendNotification('window/logMessage', { type: 1, message }),
    },
    listen: () => messages.listen(),
  };
}
