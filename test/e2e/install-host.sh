#!/bin/sh
# usage: install-host.sh [DIR [CODE_SERVER_VERSION NODE_VERSION]]
# Puts a VS Code server with its web workbench (npm package code-server), the Node it wants and Chinese words for the
# workbench into a folder of their versions below DIR, and prints that folder. Nothing is compiled and nothing comes from outside the npm registry:
# install scripts are off, and the native parts that matter lie prebuilt in their packages.
set -eu
dir=${1:-${LEGAL_MEMO_VSCODE_HOST:-$(cd "$(dirname "$0")/../.." && pwd)/.cache/vscode-host}}
code_server=${2:-4.139.1}   # VS Code 1.139.1
node=${3:-24.21.0}
case $(uname -s)-$(uname -m) in
  Linux-x86_64) platform=linux-x64 ;;
  Linux-aarch64 | Linux-arm64) platform=linux-arm64 ;;
  Darwin-arm64) platform=darwin-arm64 ;;
  Darwin-x86_64) platform=darwin-x64 ;;
  *) echo "The embedded VS Code needs Linux or macOS on x64 or arm64. 内置 VS Code 仅支持 Linux 和 macOS。" >&2; exit 1 ;;
esac
host="$dir/$code_server-node$node"
if [ -e "$host/.ok" ]; then echo "$host"; exit 0; fi

echo "Installing VS Code server $code_server (about 800 MB, a minute) … 正在安装 VS Code 服务端（约 800 MB）……" >&2
mkdir -p "$dir"
# Made beside its place and renamed at the end: an interrupted or a parallel run leaves no half of an install behind.
work=$(mktemp -d "$dir/.install-XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"
printf '{ "private": true }\n' > package.json
quiet="--ignore-scripts --no-audit --no-fund --loglevel=error --no-package-lock --no-save"
say() { "$@" > "$work/.log" 2>&1 || { cat "$work/.log" >&2; exit 1; }; }
# shellcheck disable=SC2086
{
  say npm install $quiet "code-server@$code_server" "node-$platform@$node" monaco-editor-nls@3.1.0
  # What its postinstall would do, less the compiling. (Not npm ci: its shrinkwrap file is out of step.)
  cd node_modules/code-server/lib/vscode; say npm install $quiet --omit=dev
  cd extensions; say npm install $quiet --omit=dev
}
cd "$work"
# Old versions fetch ripgrep in a postinstall step: give them the system's.
rg=node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep
if [ -d "$rg" ] && [ ! -e "$rg/bin/rg" ] && command -v rg > /dev/null; then mkdir -p "$rg/bin"; ln -s "$(command -v rg)" "$rg/bin/rg"; fi
rm -f .log
ln -s "node_modules/node-$platform/bin/node" node
: > .ok
[ -e "$host/.ok" ] || { rm -rf "$host"; mv "$work" "$host"; }
echo "$host"
