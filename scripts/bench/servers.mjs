// The servers that the benchmark talks to: ours, and peers from npm that are put into .cache/bench when they are asked for.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Our server from the build. */
export const ours = (root) => ({
  name: 'legal-memo',
  command: process.execPath,
  args: [join(root, 'server/dist/server.js'), '--stdio'],
  pull: true,
});

const peers = {
  'unified-language-server': [
    'unified-language-server@4.1.0',
    'remark@15.0.1',
    'remark-lint@10.0.1',
    'remark-preset-lint-recommended@7.0.1',
    'remark-gfm@4.0.1',
    'remark-frontmatter@5.0.0',
  ],
  'vscode-markdown-languageserver': ['vscode-markdown-languageserver@0.5.0', 'markdown-it@14.1.0'],
  rumdl: ['rumdl@0.2.75'],
};

/**
 * Installs the peers, each by itself so that one that cannot be had does not take the others along.
 * @returns those that are there, and a line for each that is not
 */
export function installPeers(root) {
  const servers = [];
  const missing = [];
  for (const [name, packages] of Object.entries(peers)) {
    const folder = join(root, '.cache/bench', name);
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, 'node_modules', packages[0].replace(/@[^@]*$/, '')))) {
      writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n');
      const npm = spawnSync(
        'npm',
        ['install', '--no-audit', '--no-fund', '--no-package-lock', '--silent', ...packages],
        {
          cwd: folder,
          timeout: 120_000,
          encoding: 'utf8',
        },
      );
      if (npm.status !== 0) {
        missing.push(`${name}: not installed (${(npm.stderr ?? '').trim().split('\n')[0] || 'npm failed'})`);
        continue;
      }
    }
    servers.push(start[name](folder));
  }
  return { servers, missing };
}

const start = {
  'unified-language-server': (folder) => {
    const file = join(folder, 'server.mjs');
    writeFileSync(
      file,
      `import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkPresetLintRecommended from 'remark-preset-lint-recommended'
import { remark } from 'remark'
import { createUnifiedLanguageServer } from 'unified-language-server'
createUnifiedLanguageServer({
  configurationSection: 'remark', packageField: 'remarkConfig', pluginPrefix: 'remark', rcName: '.remarkrc',
  processorName: 'remark', processorSpecifier: 'remark', defaultProcessor: remark(),
  // It stops answering at more than about 85 findings: the first 60 are kept.
  plugins: [remarkFrontmatter, remarkGfm, remarkPresetLintRecommended, () => (_, file) => void file.messages.splice(60)],
})
`,
    );
    return {
      name: 'remark-lint',
      command: process.execPath,
      args: [file, '--stdio'],
      pull: false,
      full: true,
      cwd: folder,
    };
  },
  'vscode-markdown-languageserver': (folder) => ({
    name: 'vscode-markdown',
    command: process.execPath,
    args: [join(folder, 'node_modules/vscode-markdown-languageserver/dist/node/workerMain.js'), '--stdio'],
    pull: true,
    markdownIt: join(folder, 'node_modules/markdown-it'),
    options: { markdownFileExtensions: ['md'] },
    settings: {
      markdown: {
        validate: {
          enabled: true,
          referenceLinks: { enabled: 'warning' },
          fragmentLinks: { enabled: 'warning' },
          fileLinks: { enabled: 'warning', markdownFragmentLinks: 'warning' },
          unusedLinkDefinitions: { enabled: 'warning' },
          duplicateLinkDefinitions: { enabled: 'warning' },
          ignoredLinks: [],
        },
      },
    },
    cwd: folder,
  }),
  rumdl: (folder) => ({
    name: 'rumdl',
    command: join(folder, 'node_modules/.bin/rumdl'),
    args: ['server', '--stdio'],
    pull: false,
    full: true,
    cwd: folder,
  }),
};
