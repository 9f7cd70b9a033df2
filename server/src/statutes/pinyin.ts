import names from '../../statutes/names/titles.json';

/** The first character of each letter in the order of pinyin; no syllable begins with i, u or v. */
const letters = 'abcdefghjklmnopqrstwxyz';
const firsts = '阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥仨他屲夕丫帀';

let order: Intl.Collator | undefined;
const known = new Map<string, string>(Object.entries(names.initials));

/**
 * The letters with which a character's pinyin may begin: 消 → `x`, 行 → `xh`; other characters than Chinese ones stand for
 * themselves. From the collation of the runtime; characters with several readings are in titles.json.
 */
export function pinyinInitials(c: string): string {
  let found = known.get(c);
  if (found === undefined) {
    found = /[\u3400-\u9fff]/.test(c) ? (letters[lastAtMost(c)] ?? '') : c.toLowerCase();
    known.set(c, found);
  }
  return found;
}

/** Index of the last of `firsts` that does not stand behind the character. */
function lastAtMost(c: string): number {
  // Made when it is first needed: the collation of Chinese is a large table.
  order ??= new Intl.Collator('zh-Hans-CN-u-co-pinyin');
  let low = 0;
  let high = firsts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order.compare(firsts[middle]!, c) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
