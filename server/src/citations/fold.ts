import titles from '../../citations/titles.json';
import traditional from '../../citations/traditional.json';

/** The simplified form of each traditional character, by code unit; 0 = none. */
const SIMPLIFIED = new Uint16Array(0x10000);
for (let i = 0; i + 1 < traditional.pairs.length; i += 2) {
  SIMPLIFIED[traditional.pairs.charCodeAt(i)] = traditional.pairs.charCodeAt(i + 1);
}

// Texts copied from PDF files have radicals in the place of characters (⼀, ⼗, ⽹).
for (let unit = 0x2f00; unit <= 0x2fd5; unit += 1) {
  const plain = String.fromCharCode(unit).normalize('NFKC').charCodeAt(0);
  SIMPLIFIED[unit] = SIMPLIFIED[plain] || plain;
}

/** Traditional characters turned into simplified ones, one for one, so that every offset stays. */
export function simplify(text: string): string {
  const { length } = text;
  let at = 0;
  while (at < length && SIMPLIFIED[text.charCodeAt(at)] === 0) at += 1;
  if (at === length) return text;
  let out = '';
  let from = 0;
  for (; at < length; at += 1) {
    const unit = SIMPLIFIED[text.charCodeAt(at)] as number;
    if (unit === 0) continue;
    out += text.slice(from, at) + String.fromCharCode(unit);
    from = at + 1;
  }
  return out + text.slice(from);
}

const WIDE = /[！-～]/g;
const MARKS = /[《》〈〉«»<>“”"「」『』‘’\s\u00a0\u3000()[\]【】〔〕、,，。.·・:：;；_*]/g;
const STATE = /中华人民共和国|中共中央|最高人民法院|最高人民检察院|国务院/g;

/**
 * A Chinese title brought to the form in which titles are compared: simplified, narrow, without marks, brackets, white space,
 * 中华人民共和国 and issuer. （一） and 一 are the same.
 */
export function titleForm(title: string): string {
  return simplify(title)
    .replace(WIDE, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(MARKS, '')
    .replace(STATE, '')
    .toLowerCase();
}

/** The same, without the words that differ freely between ways of writing one title (若干问题的, 司法解释 for 解释). */
export function looseTitleForm(title: string): string {
  return loosely(titleForm(title));
}

const LOOSE = new RegExp(titles.looseWords.join('|'), 'g');

/** Takes those words out of a title form. */
export function loosely(form: string): string {
  return form.replace(/司法解释/g, '解释').replace(LOOSE, '');
}
