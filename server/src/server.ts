import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  TextDocumentContentRequest,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import type { Frameworks } from './analysis/frameworks';
import { type Configuration, defaultConfiguration, readConfiguration } from './config';
import { fixAllKind } from './features/codeActions';
import { semanticTokensLegend } from './features/semanticTokens';
import { createLanguageService, type LanguageService } from './languageService';
import { localeOf } from './messages';
import { createScheduler, Outdated, type Scheduler } from './scheduler';
import type { StatuteLibrary } from './statutes/library';
import type { OwnStatutes } from './statutes/ownStatutes';
import { checkWorkspace } from './workspace/checkWorkspace';
import type { WorkspaceFiles } from './workspace/files';
import { findReferences } from './workspace/findReferences';
import { isOwnFile, ownFolder, readOwnFiles } from './workspace/ownFiles';

/** What a host (Node, browser worker) gives the server. */
export interface ServerHost {
  /** The library, with the user's own law laid over it. */
  library(own?: OwnStatutes): StatuteLibrary;
  readonly frameworks: Frameworks;
  /** Where the rule pages are, see `ServiceParts`. */
  readonly rulePages: string;
  readonly files: WorkspaceFiles;
  today(): string;
  /** Called between slices of a check. */
  betweenSlices?(): void;
}

/** Commands that any client can send through `workspace/executeCommand`. */
export const serverCommands = [
  'checkWorkspace',
  'checkMemo',
  'analysis',
  'decision',
  'toggle',
  'elements',
  'elementSection',
  'statutes',
  'articles',
  'article',
  'template',
].map((name) => `legalMemo.server.${name}`);

/**
 * Wires the language service to a connection: lifecycle, synchronisation, requests. Each request is fenced: a crash
 * costs one answer. Offsets become positions inside the service, once.
 */
export function startServer(connection: Connection, host: ServerHost): void {
  let service: LanguageService;
  let scheduler: Scheduler;
  let folders: string[] = [];
  let pull = false;
  let linkSupport = false;
  let canWatch = false;
  let canWatchBelow = false;
  let canChangeFolders = false;
  let statuteFolders: readonly string[] = [];
  let canConfigure = false;
  let canRegisterConfiguration = false;
  const configurations = new Map<string, Configuration>();
  // Diagnostics that were pushed for files which are not open (workspace check): taken back when the file opens.
  const pushed = new Set<string>();
  let serial = 0;
  const results = new Map<string, { id: string; items: Diagnostic[] }>();

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities } = params;
    pull = capabilities.textDocument?.diagnostic !== undefined;
    linkSupport = capabilities.textDocument?.definition?.linkSupport === true;
    canChangeFolders = capabilities.workspace?.workspaceFolders === true;
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    canWatchBelow = capabilities.workspace?.didChangeWatchedFiles?.relativePatternSupport === true;
    canConfigure = capabilities.workspace?.configuration === true;
    canRegisterConfiguration = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    folders = params.workspaceFolders?.map((f) => f.uri) ?? (params.rootUri ? [params.rootUri] : []);
    const locale = localeOf(
      (params.initializationOptions as { locale?: string } | undefined)?.locale ?? params.locale,
    );
    scheduler = createScheduler({
      prepare: (uri, enough) => service.prepare(uri, enough),
      turn,
      now: () => performance.now(),
      betweenSlices: () => host.betweenSlices?.(),
    });
    service = createLanguageService({
      library: host.library(),
      framework: host.frameworks.framework,
      rulePages: host.rulePages,
      locale,
      today: host.today,
      snippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    });
    return {
      serverInfo: { name: 'legal-memo' },
      capabilities: {
        positionEncoding: 'utf-16',
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        ...(pull && {
          diagnosticProvider: {
            identifier: 'legal-memo',
            interFileDependencies: false,
            workspaceDiagnostics: false,
          },
        }),
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['《', '第', '#', '〈', ' '], resolveProvider: true },
        codeActionProvider: { codeActionKinds: ['quickfix', fixAllKind] },
        documentSymbolProvider: { label: 'Legal Memo' },
        definitionProvider: true,
        referencesProvider: true,
        workspaceSymbolProvider: true,
        documentLinkProvider: {},
        renameProvider: { prepareProvider: true },
        semanticTokensProvider: { legend: semanticTokensLegend, full: true },
        executeCommandProvider: { commands: serverCommands, workDoneProgress: true },
        workspace: {
          workspaceFolders: { supported: true, changeNotifications: true },
          textDocumentContent: { schemes: ['statute'] },
        },
      },
    };
  });

  connection.onInitialized(async () => {
    if (canRegisterConfiguration) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: 'legalMemo' });
    }
    if (canChangeFolders)
      connection.workspace.onDidChangeWorkspaceFolders((event) => {
        const gone = new Set(event.removed.map((f) => f.uri));
        folders = [...folders.filter((f) => !gone.has(f)), ...event.added.map((f) => f.uri)];
        void loadOwn();
      });
    if (canWatch) {
      await connection.client.register(DidChangeWatchedFilesNotification.type, {
        // The folder too: where it comes with its files, some watchers tell of the folder only.
        watchers: [{ globPattern: `**/${ownFolder}` }, { globPattern: `**/${ownFolder}/**` }],
      });
    }
    await loadOwn();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => isOwnFile(uri, statuteFolders))) void loadOwn();
  });

  // Folders of law that the settings name, which may lie outside of the workspace.
  let watched = '';
  let stopWatching: Disposable | undefined;
  async function watchStatuteFolders(): Promise<void> {
    const wanted = statuteFolders.join('\n');
    if (!canWatch || !canWatchBelow || wanted === watched) return;
    watched = wanted;
    stopWatching?.dispose();
    stopWatching = undefined;
    if (statuteFolders.length === 0) return;
    stopWatching = await connection.client.register(DidChangeWatchedFilesNotification.type, {
      watchers: statuteFolders.map((baseUri) => ({ globPattern: { baseUri, pattern: '**' } })),
    });
  }

  // The user's own law and frameworks: read at the start and when one of their files changes.
  let ownVersion = '';
  let ownProblems: ReadonlyMap<string, Diagnostic[]> = new Map();
  async function loadOwn(): Promise<void> {
    const { configuration } = await projectConfiguration();
    statuteFolders = configuration.statuteFolders.flatMap((folder) => absolute(folder, folders));
    await watchStatuteFolders().catch(() => undefined);
    const own = await readOwnFiles({
      files: host.files,
      folders,
      statuteFolders,
      frameworks: host.frameworks,
      library: host.library,
      locale: service.parts.locale,
    });
    for (const uri of new Set([...ownProblems.keys(), ...own.problems.keys()])) {
      const diagnostics = own.problems.get(uri) ?? [];
      if (diagnostics.length > 0 || (ownProblems.get(uri)?.length ?? 0) > 0) {
        void connection.sendDiagnostics({ uri, diagnostics });
      }
    }
    ownProblems = own.problems;
    const version = `${own.statutes?.version ?? ''} ${JSON.stringify(own.frameworks)}`;
    if (version === ownVersion || (ownVersion === '' && version === ' []')) return;
    ownVersion = version;
    service.parts.library = host.library(own.statutes);
    service.parts.framework = host.frameworks.withOwn(own.frameworks).framework;
    service.invalidate();
    results.clear();
    refresh();
  }

  /** The settings that hold for the workspace as a whole. */
  async function projectConfiguration() {
    if (!canConfigure) return { configuration: defaultConfiguration };
    const settings = await connection.workspace.getConfiguration('legalMemo').catch(() => undefined);
    return readConfiguration(withoutNulls(settings as Record<string, unknown>));
  }

  connection.onDidChangeConfiguration(async (params) => {
    configurations.clear();
    if (!canConfigure) {
      const settings = (params.settings as { legalMemo?: unknown } | null)?.legalMemo;
      const { configuration } = readConfiguration(settings);
      for (const uri of service.openUris()) service.configure(uri, configuration);
    } else {
      await Promise.all(
        service.openUris().map(async (uri) => service.configure(uri, await configurationOf(uri))),
      );
      await loadOwn();
    }
    results.clear();
    refresh();
  });

  async function configurationOf(uri: string): Promise<Configuration> {
    if (!canConfigure) return defaultConfiguration;
    const known = configurations.get(uri);
    if (known) return known;
    let configuration = defaultConfiguration;
    try {
      const {
        locale: _,
        trace: __,
        ...settings
      } = (await connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'legalMemo',
      })) as Record<string, unknown>;
      configuration = readConfiguration(withoutNulls(settings)).configuration;
    } catch {
      // A client that cannot answer gets the defaults.
    }
    configurations.set(uri, configuration);
    return configuration;
  }

  function refresh(): void {
    if (pull) void connection.languages.diagnostics.refresh();
    else for (const uri of service.openUris()) void push(uri);
  }

  async function push(uri: string): Promise<void> {
    try {
      await scheduler.ready(uri);
    } catch (error) {
      // A newer version is under way.
      if (!(error instanceof Outdated)) log(error);
      return;
    }
    if (!service.isOpen(uri)) return;
    const version = service.version(uri);
    void connection.sendDiagnostics({
      uri,
      diagnostics: service.diagnostics(uri),
      ...(version !== undefined && { version }),
    });
  }

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text } }) => {
    service.open(uri, version, text, configurations.get(uri) ?? defaultConfiguration);
    if (pushed.delete(uri) && pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
    if (!configurations.has(uri) && canConfigure) {
      void configurationOf(uri).then((configuration) => {
        if (configuration === defaultConfiguration) return;
        service.configure(uri, configuration);
        results.delete(uri);
        refresh();
      });
    }
    changed(uri);
  });

  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    service.change(uri, version, contentChanges);
    changed(uri);
  });

  /** Only the newest version is checked: who waits for an older one is told. */
  function changed(uri: string): void {
    scheduler.message();
    scheduler.outdate(uri);
    if (!pull) void push(uri);
  }

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    scheduler.message();
    scheduler.outdate(uri);
    service.close(uri);
    results.delete(uri);
    configurations.delete(uri);
    if (!pull) void connection.sendDiagnostics({ uri, diagnostics: [] });
  });

  /** Waits for the check of a memo; messages that have arrived come first. */
  async function ready(uri: string, token: CancellationToken): Promise<void> {
    if (service.isPrepared(uri)) return;
    let listener: { dispose(): void } | undefined;
    try {
      await scheduler.ready(uri, (giveUp) => {
        listener = token.onCancellationRequested(() => giveUp(cancelledByClient()));
      });
    } finally {
      listener?.dispose();
    }
  }

  connection.languages.diagnostics.on(
    fenced({ kind: 'full' as const, items: [] as Diagnostic[] }, async (params, token) => {
      const { uri } = params.textDocument;
      await ready(uri, token).catch((error: unknown) => {
        // The newer version is asked for again; a file that was closed is not.
        throw error instanceof Outdated ? cancelledByServer(service.isOpen(uri)) : error;
      });
      if (!service.isOpen(uri)) throw cancelledByServer(false);
      const items = service.diagnostics(uri);
      const before = results.get(uri);
      if (before && sameDiagnostics(before.items, items)) {
        if (params.previousResultId === before.id) return { kind: 'unchanged' as const, resultId: before.id };
        return { kind: 'full' as const, resultId: before.id, items };
      }
      const id = String(++serial);
      results.set(uri, { id, items });
      return { kind: 'full' as const, resultId: id, items };
    }),
  );

  connection.onHover(
    fenced(null, async ({ textDocument: { uri }, position }, token) => {
      const early = service.hoverEarly(uri, position);
      if (early !== undefined) return early;
      await ready(uri, token);
      return service.hover(uri, position);
    }),
  );
  connection.onCompletion(
    fenced(null, async ({ textDocument: { uri }, position, context }, token) => {
      if (!service.mayComplete(uri, position, context?.triggerCharacter)) return null;
      const early = service.completionEarly(uri, position);
      if (early) return early;
      await ready(uri, token);
      return service.completion(uri, position);
    }),
  );
  connection.onCompletionResolve((item) => service.resolveCompletion(item));
  connection.onCodeAction(
    checked([], ({ textDocument, range, context }) =>
      service.codeActions(textDocument.uri, range, context.only),
    ),
  );
  connection.onDocumentSymbol(checked([], ({ textDocument }) => service.documentSymbols(textDocument.uri)));
  connection.onDefinition(
    checked([], ({ textDocument, position }) => {
      const links = service.definition(textDocument.uri, position);
      return linkSupport
        ? links
        : links.map(({ targetUri, targetSelectionRange }) => ({
            uri: targetUri,
            range: targetSelectionRange,
          }));
    }),
  );
  connection.onReferences(
    checked([], async ({ textDocument, position }, token) => {
      const wanted = service.provisionAt(textDocument.uri, position);
      if (!wanted) return [];
      return findReferences({ service, files: host.files, folders, configurationOf, wanted, token });
    }),
  );
  connection.onWorkspaceSymbol(fenced([], ({ query }) => service.workspaceSymbols(query)));
  connection.onDocumentLinks(checked([], ({ textDocument }) => service.documentLinks(textDocument.uri)));
  connection.onPrepareRename(
    checked(null, ({ textDocument, position }) => service.prepareRename(textDocument.uri, position)),
  );
  connection.onRenameRequest(
    checked(null, ({ textDocument, position, newName }) =>
      service.rename(textDocument.uri, position, newName),
    ),
  );
  connection.languages.semanticTokens.on(
    checked({ data: [] }, ({ textDocument }) => service.semanticTokens(textDocument.uri)),
  );
  connection.onRequest(TextDocumentContentRequest.type, ({ uri }) => ({
    text: service.statuteText(uri) ?? '',
  }));

  connection.onExecuteCommand(
    fenced(null, async ({ command, arguments: args = [], workDoneToken }, token) => {
      const uri = typeof args[0] === 'string' ? args[0] : '';
      const execute = async () => {
        await ready(uri, token);
        return service.execute(command, args);
      };
      switch (command) {
        case 'legalMemo.server.checkMemo':
          // Asked for by name: a file that does not look like a memo is treated as one from now on.
          if (service.decision(uri)?.memo === false) {
            service.force(uri, true);
            results.delete(uri);
            refresh();
          }
          return execute();
        case 'legalMemo.server.toggle': {
          const decision = service.decision(uri);
          if (!decision) return null;
          service.force(uri, !decision.memo);
          results.delete(uri);
          refresh();
          return null;
        }
        case 'legalMemo.server.checkWorkspace': {
          const progress = workDoneToken
            ? connection.window.attachWorkDoneProgress(workDoneToken)
            : await connection.window.createWorkDoneProgress();
          const summary = await checkWorkspace({
            service,
            files: host.files,
            folders,
            configurationOf,
            publish(file, diagnostics) {
              if (service.isOpen(file) && pull) return;
              if (diagnostics.length > 0) pushed.add(file);
              else if (!pushed.delete(file)) return;
              void connection.sendDiagnostics({ uri: file, diagnostics });
            },
            progress,
            token,
          });
          return summary;
        }
        default:
          return execute();
      }
    }),
  );

  /** Catches what a handler throws: cancelled stays cancelled, anything else is logged and answered by the empty value. */
  function fenced<P, R, E>(otherwise: E, handle: (params: P, token: CancellationToken) => R | Promise<R>) {
    return async (params: P, token: CancellationToken): Promise<R | E> => {
      scheduler.message();
      try {
        return await handle(params, token);
      } catch (error) {
        if (error instanceof ResponseError) throw error;
        if (error instanceof Outdated)
          throw new ResponseError(LSPErrorCodes.ContentModified, 'content modified');
        log(error);
        return otherwise;
      }
    };
  }

  /** The same for what is asked of a checked memo. */
  function checked<P extends { textDocument: { uri: string } }, R, E>(
    otherwise: E,
    handle: (params: P, token: CancellationToken) => R | Promise<R>,
  ) {
    return fenced<P, R, E>(otherwise, async (params, token) => {
      await ready(params.textDocument.uri, token);
      return handle(params, token);
    });
  }

  function log(error: unknown): void {
    connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  connection.listen();
}

const cancelledByClient = () => new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');

const cancelledByServer = (retriggerRequest: boolean) =>
  new ResponseError(LSPErrorCodes.ServerCancelled, 'no longer asked for', { retriggerRequest });

/** A folder of the settings as uris: absolute, or below each workspace folder. */
function absolute(folder: string, workspace: readonly string[]): string[] {
  if (/^[a-z][\w+.-]+:\/\//i.test(folder)) return [folder];
  const path = folder.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/').replace(/\/$/, '');
  if (folder.startsWith('/')) return [`file://${path}`];
  if (/^[a-z]:/i.test(folder)) return [`file:///${path}`];
  return workspace.map((root) => `${root}/${path}`);
}

function withoutNulls(settings: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(settings ?? {}).filter(([, value]) => value !== null && value !== undefined),
  );
}

function sameDiagnostics(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((one, i) => sameValue(one, b[i]));
}

/** Equality of protocol values. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  // Without lists of keys: the findings of a memo are compared at every edit.
  let more = 0;
  for (const key in a) {
    if (!sameValue((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key])) return false;
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

/** One turn of the event loop, so that messages already received are handled first. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediateOrTimeout(resolve));
}

const immediate = (globalThis as { setImmediate?: (f: () => void) => unknown }).setImmediate;
function setImmediateOrTimeout(f: () => void): void {
  if (immediate) immediate(f);
  else setTimeout(f, 0);
}
