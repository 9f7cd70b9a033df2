import { serveThread } from './cli/checkFiles';
import { main } from './cli/main';

// The exit code is set, not forced: output that is still being written to a pipe must not be cut.
if (!serveThread())
  main(process.argv.slice(2)).then((code) => {
    process.exitCode = code;
  });
