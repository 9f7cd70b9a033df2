import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver-protocol/node';

/**
 * Writes each message in one piece; the package's writer writes its head by itself, and each write wakes the client up. Messages go
 * out in the order in which they are given.
 */
export class WholeMessageWriter extends AbstractMessageWriter implements MessageWriter {
  private errors = 0;

  constructor(private readonly stream: NodeJS.WritableStream) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    return new Promise((resolve, reject) => {
      const body = JSON.stringify(message);
      const whole = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
      this.stream.write(whole, 'utf8', (error) => {
        if (!error) {
          this.errors = 0;
          resolve();
          return;
        }
        this.fireError(error, message, ++this.errors);
        reject(error);
      });
    });
  }

  end(): void {
    this.stream.end();
  }
}
