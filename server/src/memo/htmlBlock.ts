/**
 * HTML blocks as CommonMark 0.31 §4.6 numbers them: 1 raw text (`<pre>` …), 2 comment, 3 processing instruction,
 * 4 declaration, 5 CDATA: these end by a mark; 6 known block tags, 7 any other tag alone on its line: these end
 * before a blank line.
 */

const rawNames = new Set(['pre', 'script', 'style', 'textarea']);

const blockNames = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li ' +
    'link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th ' +
    'thead title tr track ul'
  ).split(' '),
);

const openName = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,31})/y;

/**
 * Kind of the HTML block that the `<` at `at` opens; 0 = none. 7 means "perhaps": the tag is not looked at to its end.
 */
export function htmlStart(text: string, at: number, end: number): number {
  const second = text.charCodeAt(at + 1);
  if (second === 33) {
    if (text.startsWith('--', at + 2)) return 2;
    if (text.startsWith('[CDATA[', at + 2)) return 5;
    return isLetter(text.charCodeAt(at + 2)) ? 4 : 0;
  }
  if (second === 63) return 3;
  openName.lastIndex = at;
  const match = openName.exec(text);
  if (!match) return 0;
  const name = (match[2] as string).toLowerCase();
  const after = at + match[0].length;
  const unit = after < end ? text.charCodeAt(after) : 32;
  const bounded = unit === 32 || unit === 9 || unit === 62;
  if (rawNames.has(name) && match[1] === '' && bounded) return 1;
  if (blockNames.has(name) && (bounded || text.startsWith('/>', after))) return 6;
  // `<https://…>` and the like are autolinks, never tags.
  return unit === 58 || unit === 64 || unit === 43 || unit === 46 ? 0 : 7;
}

/** Whether a block of kind 1–5 ends in the line `[from, end)`. */
export function htmlEndsIn(text: string, from: number, end: number, kind: number): boolean {
  const line = text.slice(from, end);
  if (kind === 1) return /<\/(?:pre|script|style|textarea)>/i.test(line);
  if (kind === 5) return cdataEndsIn(line);
  return line.includes(kind === 2 ? '-->' : kind === 3 ? '?>' : '>');
}

/** micromark takes `]` in pairs: `]]>` and `]]]]>` end CDATA, `]]]>` does not. */
function cdataEndsIn(line: string): boolean {
  for (let at = line.indexOf(']]>'); at >= 0; at = line.indexOf(']]>', at + 1)) {
    let run = at;
    while (run > 0 && line.charCodeAt(run - 1) === 93) run -= 1;
    if ((at - run) % 2 === 0) return true;
  }
  return false;
}

function isLetter(unit: number): boolean {
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}
