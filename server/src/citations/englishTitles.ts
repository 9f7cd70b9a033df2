import english from '../../citations/english.json';
import { englishForm, englishWords, firstWord } from './englishForm';

/** Instruments that no library has, by their English names: an English memo cites them under their Chinese title. */
const titles = new Map<string, string>();
/** How many words the longest name has that begins with a word. */
const longest = new Map<string, number>();
for (const [title, names] of Object.entries(english.titles))
  for (const name of names) {
    const form = englishForm(name);
    titles.set(form, title);
    const words = form.split(' ');
    const first = words[0] as string;
    longest.set(first, Math.max(longest.get(first) ?? 0, words.length));
  }

/** The longest listed name whose first word begins at `at`, and its Chinese title. */
export function readListedTitle(text: string, at: number): { end: number; title: string } | undefined {
  const most = longest.get(firstWord(text, at));
  if (most === undefined) return undefined;
  const { form, ends } = englishWords(text, at, most);
  for (const [length, end] of [...ends].reverse()) {
    const title = titles.get(form.slice(0, length));
    if (title) return { end, title };
  }
  return undefined;
}
