// Installs what the tests need beside npm packages: a browser, a CJK font, Neovim and Emacs. Debian/Ubuntu as root:
// with apt; elsewhere it says what to install. Does nothing when all is there. --check only looks.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const onPath = (...names) =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((dir) => names.some((name) => existsSync(path.join(dir, name))));
const font = () => {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  if (status === 0) return stdout.trim() !== '';
  return process.platform !== 'linux' || existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc');
};
const mac = (app) => existsSync(`/Applications/${app}.app`);

const NEEDED = [
  {
    apt: 'chromium',
    there: () =>
      Boolean(process.env.CHROMIUM) ||
      onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable') ||
      mac('Google Chrome') ||
      mac('Chromium'),
    what: 'Chromium or Chrome 浏览器',
  },
  { apt: 'fonts-noto-cjk', there: font, what: 'a Chinese font 中文字体' },
  { apt: 'neovim', there: () => onPath('nvim'), what: 'Neovim 0.10+' },
  { apt: 'emacs-nox', there: () => onPath('emacs'), what: 'Emacs 29+' },
];

const missing = NEEDED.filter((need) => !need.there());
if (missing.length === 0) process.exit(0);

const packages = missing.map((need) => need.apt);
const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
const root = process.getuid?.() === 0;
if (process.argv.includes('--check') || !root || !onPath('apt-get')) {
  console.error('The tests in real editors need more than npm packages. 真实编辑器测试还缺以下软件：');
  for (const need of missing) console.error(`  ${need.what} (Debian/Ubuntu: ${need.apt})`);
  if (onPath('apt-get')) console.error(`Install them 安装命令:\n  sudo ${command}`);
  process.exit(1);
}

console.error(`Installing 正在安装: ${packages.join(' ')} …`);
const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const apt = (...args) =>
  execFileSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
try {
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
} catch (error) {
  console.error(`${error.stdout ?? ''}${error.stderr ?? ''}`);
  console.error(`apt-get failed 安装失败: ${command}`);
  process.exit(1);
}
const still = NEEDED.filter((need) => !need.there());
if (still.length) {
  console.error(`Still missing 仍然缺少: ${still.map((need) => need.what).join(', ')}`);
  process.exit(1);
}
