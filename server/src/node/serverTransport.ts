import { Console } from 'node:console';
import {
  createMessageConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import { type ServerConnection, serverConnection } from '../connection';

/**
 * The connection that the arguments name: `--stdio`, `--node-ipc`, `--socket=PORT` or `--pipe=NAME`.
 * The process ends with its client: a channel that closes says so, no timer has to look.
 * @throws when the arguments name none
 */
export function connectionOf(args: readonly string[]): ServerConnection {
  return serverConnection(messagesOf(args), (code) => process.exit(code));
}

function messagesOf(args: readonly string[]): MessageConnection {
  const value = (name: string) =>
    args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1) ??
    (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (args.includes('--node-ipc')) {
    process.once('disconnect', () => process.exit(1));
    return createMessageConnection(new IPCMessageReader(process), new IPCMessageWriter(process));
  }
  if (args.includes('--stdio')) return overStdio();
  const port = value('--socket');
  if (port !== undefined) return createMessageConnection(...createServerSocketTransport(Number(port)));
  const pipe = value('--pipe');
  if (pipe !== undefined) return createMessageConnection(...createServerPipeTransport(pipe));
  throw new Error('one of --stdio, --node-ipc, --socket=PORT, --pipe=NAME is needed');
}

function overStdio(): MessageConnection {
  // Only messages go to stdout.
  globalThis.console = new Console(process.stderr);
  process.stdin.once('end', () => process.stdin.destroy());
  return createMessageConnection(
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout),
  );
}
