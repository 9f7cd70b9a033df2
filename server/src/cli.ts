import { serveThread } from './cli/checkFiles';
import { main } from './cli/main';
import { threadArgument } from './node/threadArgument';

// A reader that has seen enough (`| head`) closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

// The exit code is set, not forced: output that is still being written to a pipe must not be cut.
if (process.argv[2] !== threadArgument || !serveThread())
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
