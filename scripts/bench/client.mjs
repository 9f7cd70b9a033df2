// A language client for measuring: starts a server over stdio and speaks the protocol, nothing else.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = createRequire(import.meta.url)(
  'vscode-jsonrpc/node',
);

/**
 * Starts a server.
 * @param pull the client pulls diagnostics, else it waits for pushed ones
 * @param settings answers to `workspace/configuration`, by section
 * @param requests answers to requests of the server's own, by method
 */
export async function start(
  command,
  args,
  { pull = true, options = {}, settings = {}, requests = {}, cwd } = {},
) {
  const began = performance.now();
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'ignore'], cwd });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map();
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, version, diagnostics }) => {
    const wait = waiting.get(uri);
    if (wait && (version === undefined || version === null || version >= wait.version)) {
      waiting.delete(uri);
      wait.resolve(diagnostics);
    }
  });
  for (const method of [
    'client/registerCapability',
    'window/workDoneProgress/create',
    'workspace/diagnostic/refresh',
  ]) {
    connection.onRequest(method, () => null);
  }
  connection.onRequest('workspace/configuration', ({ items }) =>
    items.map(({ section }) => settings[section] ?? null),
  );
  for (const [method, answer] of Object.entries(requests)) connection.onRequest(method, answer);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: null,
    capabilities: {
      ...(Object.keys(settings).length > 0 && {
        workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      }),
      textDocument: {
        ...(pull && { diagnostic: {} }),
        publishDiagnostics: { versionSupport: true },
        completion: { completionItem: { snippetSupport: true } },
      },
    },
    initializationOptions: options,
  });
  const initialized = performance.now() - began;
  void connection.sendNotification('initialized', {});
  if (Object.keys(settings).length > 0)
    void connection.sendNotification('workspace/didChangeConfiguration', { settings });
  const versions = new Map();
  const last = new Map();
  const diagnostics = (uri) => {
    if (pull) {
      // As editors do: the server may answer that nothing has changed.
      const { resultId: previousResultId, items = [] } = last.get(uri) ?? {};
      return connection
        .sendRequest('textDocument/diagnostic', {
          textDocument: { uri },
          ...(previousResultId && { previousResultId }),
        })
        .then((report) => {
          if (report.kind === 'unchanged') return items;
          last.set(uri, report);
          return report.items ?? [];
        });
    }
    return new Promise((resolve) => waiting.set(uri, { version: versions.get(uri), resolve }));
  };
  return {
    initialized,
    began,
    child,
    request: (method, params) => connection.sendRequest(method, params),
    notify: (method, params) => connection.sendNotification(method, params),
    /** Opens a text and waits for its first findings. */
    async open(uri, text) {
      versions.set(uri, 1);
      const wait = pull ? undefined : diagnostics(uri);
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
      return wait ?? diagnostics(uri);
    },
    /** One edit; resolves when the findings of that version are there. `full` sends the whole text instead. */
    async edit(uri, range, text, full) {
      const version = versions.get(uri) + 1;
      versions.set(uri, version);
      const wait = pull ? undefined : diagnostics(uri);
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [full === undefined ? { range, text } : { text: full }],
      });
      return wait ?? diagnostics(uri);
    },
    close: (uri) => connection.sendNotification('textDocument/didClose', { textDocument: { uri } }),
    /** Processor time of the server's main thread so far, in ms; undefined where the system does not say. */
    cpu() {
      try {
        return (
          Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6
        );
      } catch {
        return undefined;
      }
    },
    /** Resident memory in MB: now and at its highest. */
    memory() {
      let status = '';
      try {
        status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      } catch {
        // Only Linux says it this way.
      }
      const value = (key) => Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
      return { now: value('VmRSS'), peak: value('VmHWM') };
    },
    async stop() {
      await Promise.race([connection.sendRequest('shutdown'), new Promise((r) => setTimeout(r, 1000))]).catch(
        () => {},
      );
      void connection.sendNotification('exit').catch(() => {});
      await new Promise((resolve) => {
        child.once('exit', resolve);
        setTimeout(() => child.kill('SIGKILL'), 500).unref();
      });
      connection.dispose();
    },
  };
}

/** The p-th percentile of some numbers. */
export function percentile(values, p) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * p) / 100))];
}
