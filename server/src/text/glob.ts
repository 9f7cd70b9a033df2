const known = new Map<string, RegExp>();

/**
 * A glob as a regular expression over `/`-separated paths, matching at the end of the path:
 * `**` any folders, `*` within a name, `?` one character, `{a,b}` alternatives. Linear in the path for ordinary globs.
 */
export function globToRegExp(glob: string): RegExp {
  const cached = known.get(glob);
  if (cached) return cached;
  let source = '';
  let depth = 0;
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i]!;
    if (c === '*') {
      if (glob[i + 1] === '*') {
        while (glob[i + 1] === '*') i++;
        if (glob[i + 1] === '/') i++;
        source += '(?:.*/)?';
        if (i === glob.length - 1) source += '.*';
      } else source += '[^/]*';
    } else if (c === '?') source += '[^/]';
    else if (c === '{') {
      depth++;
      source += '(?:';
    } else if (c === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (c === ',' && depth > 0) source += '|';
    else source += c.replace(/[\\^$.|+()[\]{}]/g, '\\$&');
  }
  const expression = new RegExp(`(?:^|/)${source}${')'.repeat(depth)}$`);
  known.set(glob, expression);
  return expression;
}
