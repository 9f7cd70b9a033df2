import { Console } from 'node:console';
import { type Connection, createConnection, type WatchDog } from 'vscode-languageserver';
import {
  createProtocolConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from 'vscode-languageserver-protocol/node';
import { WholeMessageWriter } from './wholeMessageWriter';

/**
 * The connection that the arguments name: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * @throws when the arguments name none
 */
export function connectionOf(args: readonly string[]): Connection {
  const [reader, writer] = transportOf(args);
  const connection = createConnection((logger) => createProtocolConnection(reader, writer, logger), watchDog);
  const ended = () => watchDog.exit(watchDog.shutdownReceived ? 0 : 1);
  reader.onClose(ended);
  process.once('disconnect', ended);
  return connection;
}

/**
 * Ends the process. That of `vscode-languageserver/node` looks every three seconds whether the client still lives; a channel
 * that closes says so by itself.
 */
const watchDog: WatchDog = {
  shutdownReceived: false,
  initialize() {},
  exit: (code) => process.exit(code),
};

function transportOf(args: readonly string[]): [MessageReader, MessageWriter] {
  const value = (name: string) =>
    args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ??
    (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (args.includes('--node-ipc')) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  if (args.includes('--stdio')) {
    // Only messages go to stdout.
    globalThis.console = new Console(process.stderr);
    return [new StreamMessageReader(process.stdin), new WholeMessageWriter(process.stdout)];
  }
  const port = value('--socket');
  if (port !== undefined) return createServerSocketTransport(Number(port));
  const pipe = value('--pipe');
  if (pipe !== undefined) return createServerPipeTransport(pipe);
  throw new Error('one of --stdio, --node-ipc, --socket=PORT, --pipe=NAME is needed');
}
