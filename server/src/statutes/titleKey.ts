import traditional from '../../citations/traditional.json';
import names from '../../statutes/names/titles.json';

/**
 * How names of laws are made comparable. Two steps: `foldTitle` works
 * character by character, `titleKey` then takes off the
 * state, the issuer and the English turns of phrase that do not tell laws apart. Data: server/statutes/names/titles.json.
 */

const folded = new Map<string, string>();
for (let i = 0; i + 1 < traditional.pairs.length; i += 2)
  folded.set(traditional.pairs[i]!, traditional.pairs[i + 1]!);
for (const c of '《》〈〉<>「」『』【】“”‘’"\'`´，,.。．·•-‐‑–—_*~\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffc')
  folded.set(c, '');
folded.set('（', '(').set('）', ')').set('〔', '[').set('〕', ']').set('〇', '零').set('&', 'and');

/**
 * One character (code point) of a title in its comparable form: half-width, lower case, simplified; '' for spaces, title and quotation
 * marks, hyphens, commas and full stops.
 */
export function foldCharacter(c: string): string {
  const known = folded.get(c);
  if (known !== undefined) return known;
  let value = c;
  const code = c.charCodeAt(0);
  if (code >= 0xff01 && code <= 0xff5e) value = String.fromCharCode(code - 0xfee0);
  value = /\s/.test(value) ? '' : value.toLowerCase();
  if (value !== c) value = folded.get(value) ?? value;
  folded.set(c, value);
  return value;
}

/** A title with every character folded; see `foldCharacter`. */
export function foldTitle(text: string): string {
  let out = '';
  for (const c of text) out += foldCharacter(c);
  return out;
}

const longestFirst = (list: readonly string[]) => list.map(foldTitle).sort((a, b) => b.length - a.length);
const states = longestFirst(names.states);
const issuers = longestFirst(names.issuers);
const issuersBeforeAbout = longestFirst(names.issuersBefore关于);
const about = foldTitle('关于');
const leading = longestFirst(names.english.leading);
const within = longestFirst(names.english.within);
const trailing = longestFirst(names.english.trailing);

/**
 * The comparable form of a law's name: 《中华人民共和国電子商務法》, 电子商务法 and 〈电子商务法〉 have the same key, so have
 * “the PRC E-Commerce Law” and “E-Commerce Law of the People's Republic of China”.
 */
export function titleKey(name: string): string {
  let key = keys.get(name);
  if (key === undefined) {
    if (keys.size >= mostKeys) keys.clear();
    key = keyOf(name);
    keys.set(name, key);
  }
  return key;
}

/** A memo names few laws, many times. */
const keys = new Map<string, string>();
const mostKeys = 1000;

function keyOf(name: string): string {
  const whole = foldTitle(name);
  const key = /[a-z]/.test(whole) && !/[\u3400-\u9fff]/.test(whole) ? englishKey(whole) : chineseKey(whole);
  return key === '' ? whole : key;
}

/** Tells laws apart: the folded title without the state's name; unlike `titleKey` it keeps the issuer. */
export function lawKey(title: string): string {
  let key = foldTitle(title);
  for (const state of states) if (key.length > state.length) key = key.replaceAll(state, '');
  return key;
}

function chineseKey(whole: string): string {
  let key = whole;
  for (const state of states) key = key.replaceAll(state, '');
  // Several issuers may stand in a row.
  for (let cut = true; cut; ) {
    cut = false;
    for (const issuer of issuers) {
      if (key.length > issuer.length && key.startsWith(issuer)) {
        key = key.slice(issuer.length);
        cut = true;
      }
    }
    for (const issuer of issuersBeforeAbout) {
      const rest = key.startsWith(issuer) ? key.slice(issuer.length).replace(/^、/, '') : '';
      if (rest.startsWith(about) || issuersBeforeAbout.some((other) => rest.startsWith(other))) {
        key = rest;
        cut = true;
      }
    }
  }
  return key;
}

function englishKey(whole: string): string {
  let key = whole;
  for (const phrase of within) key = key.replaceAll(phrase, '');
  for (let cut = true; cut; ) {
    cut = false;
    for (const word of leading) {
      if (key.length > word.length + 2 && key.startsWith(word)) {
        key = key.slice(word.length);
        cut = true;
      }
    }
  }
  for (const word of trailing) {
    if (key.length > word.length + 2 && key.endsWith(word)) key = key.slice(0, -word.length);
  }
  // “Law on E-Commerce” is the “E-Commerce Law”.
  const turned = /^law(?:on|for)(?:the)?(.{3,})$/.exec(key);
  return turned ? `${turned[1]}law` : key;
}
