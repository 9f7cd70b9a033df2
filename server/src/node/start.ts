import { readFileSync, statSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readCacheFile, writeCacheFile } from './cacheFile';
import { cacheFolder, cacheKey } from './cacheFolder';

/** From then on the code of the start has been compiled, and V8 may begin to forget what is not used again. */
const startedAfter = 10_000;

/**
 * Starts the program beside this file (`server.js` → `server.main.js`) with the code that V8 compiled of it last time: a fifth of the time
 * to the first answer. Without a usable cache it starts as ever.
 */
const file = __filename.replace(/\.js$/, '.main.js');
const { size, mtimeMs } = statSync(file);
const cache = join(
  cacheFolder(),
  'code',
  `${cacheKey(file, `${size} ${mtimeMs}`, process.version, process.arch, process.execArgv.join(' '))}.bin`,
);
const cachedData = readCacheFile(cache);
const script = new Script(wrap(readFileSync(file, 'utf8')), {
  filename: file,
  ...(cachedData && { cachedData }),
});
if (!cachedData || script.cachedDataRejected) {
  let written = false;
  const write = () => {
    if (!written) writeCacheFile(cache, script.createCachedData());
    written = true;
  };
  setTimeout(write, startedAfter).unref();
  process.once('exit', write);
}
const program = script.runInThisContext() as (
  exports: unknown,
  require: NodeJS.Require,
  module: unknown,
  filename: string,
  dirname: string,
) => void;
program(exports, createRequire(file), module, file, dirname(file));
