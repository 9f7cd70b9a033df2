import traditional from '../../frameworks/traditional.json';

/**
 * Folding: the one form in which cues and texts are compared. One code unit stays one code unit, so that offsets stay:
 * lower case, half width, simplified characters, plain quotation marks.
 */

let table: Uint16Array | undefined;

function foldTable(): Uint16Array {
  if (table) return table;
  const made = new Uint16Array(0x10000);
  for (let code = 0; code < made.length; code++) made[code] = code;
  for (let code = 65; code <= 90; code++) made[code] = code + 32;
  // Full-width ASCII, but not the punctuation that ends or divides sentences.
  for (let code = 0xff10; code <= 0xff19; code++) made[code] = code - 0xfee0;
  for (let code = 0xff21; code <= 0xff3a; code++) made[code] = code - 0xfee0 + 32;
  for (let code = 0xff41; code <= 0xff5a; code++) made[code] = code - 0xfee0;
  const same = (from: string, to: string) => {
    made[from.charCodeAt(0)] = to.charCodeAt(0);
  };
  same('％', '%');
  same('（', '(');
  same('）', ')');
  same('　', ' ');
  same(' ', ' ');
  same('’', "'");
  same('「', '“');
  same('」', '”');
  same('『', '“');
  same('』', '”');
  same('\n', ' ');
  const { pairs } = traditional;
  for (let at = 0; at + 1 < pairs.length; at += 2) made[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
  table = made;
  return made;
}

/** The folded text, same length. */
export function fold(text: string): string {
  const map = foldTable();
  let from = 0;
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = map[code]!;
    if (folded !== code) {
      out += text.slice(from, at) + String.fromCharCode(folded);
      from = at + 1;
    }
  }
  return from === 0 ? text : out + text.slice(from);
}
