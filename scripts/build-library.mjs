// Compiles server/statutes into server/dist/library. As a program: node scripts/build-library.mjs
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { tsImport } from 'tsx/esm/api';

/** Compiles the statute library; a file with a problem stops the build. */
export async function buildLibrary(root) {
  const { buildLibraryPack } = await tsImport('../server/src/node/buildLibrary.ts', import.meta.url);
  const { problems, size } = buildLibraryPack(
    join(root, 'server/statutes'),
    join(root, 'server/dist/library'),
  );
  for (const file of problems) {
    for (const p of file.problems) {
      console.error(`server/statutes/${file.path}:${p.line}: ${p.code} ${JSON.stringify(p.args)}`);
    }
  }
  if (problems.length > 0) throw new Error('the statute library has problems');
  return size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const size = await buildLibrary(join(dirname(fileURLToPath(import.meta.url)), '..'));
  console.log(`server/dist/library/library.pack: ${(size / 1024).toFixed(0)} KB`);
}
