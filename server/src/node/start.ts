import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { fingerprint } from '../statutes/fingerprint';
import { readCacheFile, writeCacheFile } from './cacheFile';
import { cacheFolder } from './cacheFolder';

/** What a module is called with. */
const parameters = 'exports, require, module, __filename, __dirname';

/** From then on the code of the start has been compiled, and V8 may begin to forget what is not used again. */
const startedAfter = 10_000;

/** What the program may say of itself. */
interface Exports {
  /** Does something under the flags of V8 under which the program was started. */
  underStartFlags?<T>(make: () => T): T;
}

const program: { exports: Exports } = module;

function underStartFlags<T>(make: () => T): T {
  return program.exports.underStartFlags ? program.exports.underStartFlags(make) : make();
}

type Program = (
  exports: unknown,
  require: NodeJS.Require,
  module: unknown,
  filename: string,
  dirname: string,
) => void;

/**
 * Runs a file as a module, with the code that V8 compiled of it last time: a fifth of the time to the first answer.
 * Without a usable cache it runs as ever.
 */
function run(file: string, module: { exports: unknown }): void {
  const { size, mtimeMs } = statSync(file);
  const key = fingerprint(
    [file, size, mtimeMs, process.version, process.arch, ...process.execArgv].join('\n'),
  );
  const cache = join(cacheFolder(), 'code', `${key}.bin`);
  const cachedData = readCacheFile(cache);
  const source = `(function (${parameters}) {${readFileSync(file, 'utf8')}\n})`;
  const script = underStartFlags(
    () => new Script(source, { filename: file, ...(cachedData && { cachedData }) }),
  );
  if (!cachedData || script.cachedDataRejected) {
    let written = false;
    const write = () => {
      if (!written)
        writeCacheFile(
          cache,
          underStartFlags(() => script.createCachedData()),
        );
      written = true;
    };
    setTimeout(write, startedAfter).unref();
    process.once('exit', write);
  }
  (script.runInThisContext() as Program)(module.exports, requireFrom(file), module, file, dirname(file));
}

/** `require` for a file: the files beside it, which are loaded on demand, are run in the same way. */
function requireFrom(file: string): NodeJS.Require {
  const own = (id: string): unknown => {
    if (!/^\.\/\w+\.js$/.test(id)) return require(id);
    let module = beside.get(id);
    if (!module) {
      module = { exports: {} };
      beside.set(id, module);
      run(join(dirname(file), id), module);
    }
    return module.exports;
  };
  return Object.assign(own, require);
}

const beside = new Map<string, { exports: unknown }>();

// The program beside this file: `server.js` → `server.main.js`.
run(__filename.replace(/\.js$/, '.main.js'), program);
