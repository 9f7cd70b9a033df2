import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { nodeHost } from './node/host';
import { startServer } from './server';

/** The server process: over stdio (`--stdio`), IPC (`--node-ipc`) or a socket, as the arguments say. */
startServer(createConnection(ProposedFeatures.all), nodeHost());
