// `promises` is loaded when it is first used, which a start does not wait for.
import { promises } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { WorkspaceFiles } from '../workspace/files';
import { decodeText } from './decodeText';

const passedOver = new Set(['node_modules', 'dist', 'build', 'out', 'target', 'vendor', 'coverage']);

/** Whether a folder is left out of a walk: dependencies, build output, hidden folders. */
export const isPassedOver = (name: string): boolean => name.startsWith('.') || passedOver.has(name);

export const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name);

/** The files of `file:` folders. */
export function workspaceFiles(): WorkspaceFiles {
  return {
    async list(folder, token) {
      const found: string[] = [];
      let root: string;
      try {
        root = fileURLToPath(folder);
      } catch {
        return found;
      }
      const walk = async (path: string): Promise<void> => {
        if (token.isCancellationRequested) return;
        const entries = await promises.readdir(path, { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
          if (entry.isDirectory()) {
            if (!isPassedOver(entry.name)) await walk(join(path, entry.name));
          } else if (isMarkdown(entry.name)) found.push(pathToFileURL(join(path, entry.name)).href);
        }
      };
      await walk(root);
      return found.sort();
    },
    async readFolder(folder, name) {
      let path: string;
      try {
        path = fileURLToPath(folder);
      } catch {
        return [];
      }
      const entries = await promises.readdir(path, { withFileTypes: true }).catch(() => []);
      const found: { name: string; uri: string; text: string }[] = [];
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        if (!entry.isFile() || !name.test(entry.name)) continue;
        const { text } = decodeText(
          await promises.readFile(join(path, entry.name)).catch(() => new Uint8Array([0])),
        );
        if (text === undefined) continue;
        found.push({ name: entry.name, uri: pathToFileURL(join(path, entry.name)).href, text });
      }
      return found;
    },
    async read(uri) {
      try {
        const { text } = decodeText(await promises.readFile(fileURLToPath(uri)));
        return text;
      } catch {
        return undefined;
      }
    },
  };
}
