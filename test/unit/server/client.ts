import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type DocumentDiagnosticReport,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Diagnostic } from 'vscode-languageserver-types';
import { startServer } from '../../../server/src/server';
import { memoryHost } from '../memoryHost';

/** What a test asks of a server. */
export interface Client {
  readonly connection: MessageConnection;
  readonly pushed: Map<string, { version?: number; diagnostics: Diagnostic[] }>;
  open(uri: string, text: string): void;
  change(uri: string, version: number, text: string): void;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  stop(): Promise<void>;
}

/**
 * A client in the same process: the protocol over two streams.
 * @param prepare before the first message: what the client answers
 */
export async function connect(
  capabilities: object = { textDocument: { diagnostic: {} } },
  prepare: (connection: MessageConnection) => void = () => {},
): Promise<Client> {
  const up = new PassThrough();
  const down = new PassThrough();
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), memoryHost());
  const connection = createMessageConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  const pushed = new Map<string, { version?: number; diagnostics: Diagnostic[] }>();
  connection.onNotification('textDocument/publishDiagnostics', (p: PublishDiagnosticsParams) => {
    pushed.set(p.uri, p);
  });
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.onUnhandledNotification(() => {});
  prepare(connection);
  connection.listen();
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    locale: 'zh-cn',
    capabilities,
  });
  await connection.sendNotification('initialized', {});
  return {
    connection,
    pushed,
    open(uri, text) {
      void connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version: 1, text },
      });
    },
    change(uri, version, text) {
      void connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    pull: (uri, previousResultId) =>
      connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, previousResultId }),
    async stop() {
      await connection.sendRequest('shutdown');
      connection.dispose();
    },
  };
}
