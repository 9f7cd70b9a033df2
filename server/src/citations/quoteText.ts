/** A text with everything taken out that quoting may change: white space, quotation marks, width of punctuation. */
export interface PlainText {
  readonly text: string;
  /** Offset in the original of each character of `text`, and of its end. */
  readonly offsets: readonly number[];
}

const NARROW: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '。': '.',
  '．': '.',
  '！': '!',
  '？': '?',
  '［': '[',
  '］': ']',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  〇: '零',
};
const DROPPED = /[\s\u00a0\u3000“”‘’"'「」『』\u200b\ufeff\ufffc*_]/;

/** Brings a text to the form in which quotations are compared. */
export function plainText(text: string): PlainText {
  let out = '';
  const offsets: number[] = [];
  for (let i = 0; i < text.length; i += 1) {
    let c = text[i] as string;
    if (DROPPED.test(c)) continue;
    const code = c.charCodeAt(0);
    if (code >= 0xff10 && code <= 0xff5a) c = String.fromCharCode(code - 0xfee0);
    out += NARROW[c] ?? c;
    offsets.push(i);
  }
  offsets.push(text.length);
  return { text: out, offsets };
}
