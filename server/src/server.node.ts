import { connectionOf } from './node/connection';
import { nodeHost } from './node/host';
import { boundRoom, keepHeapSmall, underStartFlags } from './node/smallHeap';
import { startServer } from './server';

/** The server process: over stdio (`--stdio`), IPC (`--node-ipc`), a socket or a pipe, as the arguments say. */
startServer(connectionOf(process.argv.slice(2)), { ...nodeHost(), betweenSlices: boundRoom });
keepHeapSmall();

export { underStartFlags };
