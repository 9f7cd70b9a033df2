import english from '../../citations/english.json';

const STOP_WORDS = new Set([
  'the',
  'of',
  'prc',
  'and',
  'on',
  'for',
  'in',
  'to',
  'concerning',
  'governing',
  'regarding',
]);
const WORD = /[A-Za-z0-9'’&-]/;
const maxWords = 24;
const longestWord = 24;
const sameWords = new Map(Object.entries(english.words));

/** An English name in the form in which names are compared: words in small letters, without articles and the state. */
export function englishForm(name: string): string {
  return englishWords(name, 0).form;
}

/** The word at a place as it stands in the comparable form. */
export function firstWord(text: string, at: number): string {
  let end = at;
  while (end - at < longestWord && WORD.test(text[end] ?? '')) end += 1;
  return wordForm(text.slice(at, end));
}

/** In small letters, singular, one spelling: Labour’s → labor. */
export function wordForm(written: string): string {
  let word = written.replace(/’/g, "'").toLowerCase().replace(/-/g, '');
  if (word === '&') return 'and';
  const last = word.charCodeAt(word.length - 1);
  if (last === APOSTROPHE) word = word.slice(0, -1);
  else if (word.endsWith("'s")) word = word.slice(0, -2);
  if (word.length > 4 && word.endsWith('s') && !word.endsWith('ss')) word = word.slice(0, -1);
  return sameWords.get(word) ?? word;
}

const APOSTROPHE = 0x27;

/** Up to `most` words from a place on, lower-cased and joined by blanks, without articles; ends of words in the form → ends in the text. */
export function englishWords(
  text: string,
  at: number,
  most = maxWords,
): { form: string; ends: Map<number, number> } {
  let form = '';
  const ends = new Map<number, number>();
  let i = at;
  let counted = 0;
  for (let n = 0; n < maxWords && counted < most; n += 1) {
    let end = i;
    while (end < text.length && end - i < longestWord && WORD.test(text[end] as string)) end += 1;
    if (end === i) break;
    const word = wordForm(text.slice(i, end));
    if (word === 'people' && /^\s+republic\s+of\s+china/i.test(text.slice(end, end + 24))) {
      end += (/^\s+republic\s+of\s+china/i.exec(text.slice(end, end + 24)) as RegExpExecArray)[0].length;
    } else if (!STOP_WORDS.has(word)) {
      counted += 1;
      form += (form ? ' ' : '') + word;
      ends.set(form.length, end);
    }
    // Blanks, or the brackets of “(Trial)” and “(I)”, between words.
    let next = end;
    while (next < text.length && next - end < 4 && /[\s()]/.test(text[next] as string)) next += 1;
    if (next === end) break;
    i = next;
  }
  return { form, ends };
}

const kinds = new Set(['law', 'regulation', 'measure', 'provision', 'rule']);

/** The same name with its kind at the other end: food safety law, law food safety. */
export function turnedForm(form: string): string | undefined {
  const words = form.split(' ');
  if (words.length < 2) return undefined;
  const [first, last] = [words[0] as string, words[words.length - 1] as string];
  if (kinds.has(last)) return [last, ...words.slice(0, -1)].join(' ');
  return kinds.has(first) ? [...words.slice(1), first].join(' ') : undefined;
}

/** “… of the PRC”, “… of the People's Republic of China” after a name belongs to it. */
export function afterState(text: string, end: number): number {
  const match = /^\s+(?:of|in)\s+(?:the\s+)?(?:PRC|P\.R\.C\.|China|People['’]s\s+Republic\s+of\s+China)/.exec(
    text.slice(end, end + 48),
  );
  return match ? end + match[0].length : end;
}
