import { join } from 'node:path';
import { readStatuteSources } from '../../../server/src/node/statuteSources';
import { compiledFiles, compileLibrary } from '../../../server/src/statutes/compile';
import { createLibrary } from '../../../server/src/statutes/createLibrary';
import { readOwnStatutes } from '../../../server/src/statutes/ownStatutes';
import type { StatuteSource } from '../../../server/src/statutes/sources';

export const statuteFolder = join(__dirname, '../../../server/statutes');

let built: ReturnType<typeof compileLibrary> | undefined;

/** The built-in law, compiled once from its files. */
export function builtIn() {
  built ??= compileLibrary(readStatuteSources(statuteFolder));
  return built;
}

export const builtInLibrary = () => createLibrary(compiledFiles(builtIn()));

/** A library of a few small files. */
export function libraryOf(sources: readonly StatuteSource[], own?: readonly StatuteSource[]) {
  const compiled = compileLibrary(sources);
  return createLibrary(compiledFiles(compiled), own && readOwnStatutes(own));
}

/** A statute file with articles of one 款 each. */
export function statuteFile(facts: Record<string, string>, articles: readonly string[] = []): StatuteSource {
  const all = { coverage: articles.length > 0 ? 'complete' : 'none', ...facts };
  const yaml = Object.entries(all).map(([k, v]) => `${k}: ${v}\n`);
  const body = articles.map((a) => `\n#### ${a}\n\n${a}的内容。\n`);
  return { path: `${facts.short}@${facts.effective}.md`, text: `---\n${yaml.join('')}---\n${body.join('')}` };
}
