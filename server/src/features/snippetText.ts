/**
 * A snippet's text with its placeholders replaced by their words, for clients that take plain edits only:
 * `${1:facts}` → `facts`, `$0` and `${2}` → nothing, `${3|a,b|}` → `a`, `\$` → `$`.
 */
export function withoutPlaceholders(snippet: string): string {
  let out = '';
  for (let i = 0; i < snippet.length; i++) {
    const c = snippet[i]!;
    if (c === '\\' && i + 1 < snippet.length && '$}\\'.includes(snippet[i + 1]!)) {
      out += snippet[++i];
      continue;
    }
    if (c !== '$') {
      out += c;
      continue;
    }
    const bare = /^\$\d+/.exec(snippet.slice(i, i + 12));
    if (bare) {
      i += bare[0].length - 1;
      continue;
    }
    const open = /^\$\{\d+(\}|:|\|)/.exec(snippet.slice(i, i + 12));
    if (!open) {
      out += c;
      continue;
    }
    const from = i + open[0].length;
    if (open[1] === '}') {
      i = from - 1;
      continue;
    }
    const end = closing(snippet, from);
    const inner = snippet.slice(from, end);
    out += open[1] === '|' ? (inner.replace(/\|$/, '').split(',')[0] ?? '') : withoutPlaceholders(inner);
    i = end;
  }
  return out;
}

function closing(snippet: string, from: number): number {
  let depth = 1;
  for (let i = from; i < snippet.length; i++) {
    if (snippet[i] === '\\') i++;
    else if (snippet[i] === '$' && snippet[i + 1] === '{') depth++;
    else if (snippet[i] === '}' && --depth === 0) return i;
  }
  return snippet.length;
}
