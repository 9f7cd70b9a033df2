/** A line `key: value` of front matter. Offsets in the content. */
export interface PlainPair {
  readonly key: string;
  readonly keyStart: number;
  readonly value: string;
  readonly valueStart: number;
}

/** What a value is made of that certainly means itself: no colon, comment, quotation mark or bracket at the start. */
const line =
  /^([A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff-]{0,60}): {1,8}([0-9A-Za-z\u4e00-\u9fff《](?:[ -"$-9;-~\u00b7\u2010-\u2027\u3000-\ud7ff\uff00-\uffef]{0,300}[!-"$-9;-~\u00b7\u2010-\u2027\u3000-\ud7ff\uff00-\uffef])?) *$/;

/** Words that YAML takes for nothing. */
const nothing = /^null$/i;

/**
 * The pairs of front matter that is nothing but lines `key: value`, as most is: the YAML reader, which has to be loaded, would find
 * the same. Undefined = this is for the YAML reader.
 */
export function plainPairs(content: string): PlainPair[] | undefined {
  const pairs: PlainPair[] = [];
  let start = 0;
  while (start < content.length) {
    let end = content.indexOf('\n', start);
    if (end < 0) end = content.length;
    if (end > start) {
      const match = line.exec(content.slice(start, end));
      if (!match || nothing.test(match[2]!)) return undefined;
      const [whole, key, value] = match as unknown as readonly [string, string, string];
      const valueStart = start + whole.indexOf(value, key.length + 1);
      pairs.push({ key, keyStart: start, value, valueStart });
    }
    start = end + 1;
  }
  return pairs;
}
