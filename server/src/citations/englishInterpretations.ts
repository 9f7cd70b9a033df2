import english from '../../citations/english.json';
import type { Statute } from '../statutes/statute';
import { wordForm } from './englishForm';
import { ROMAN } from './englishUnits';
import { titleForm } from './fold';

/**
 * Interpretations of the Supreme People's Court go by many English titles: Interpretation (III) on the Company Law, Provisions of the
 * SPC on Several Issues concerning the Application of the Company Law (III), Company Law Interpretation III. They are compared by
 * what they are about and by their number.
 */

const fillers = new Set(english.fillers.map(wordForm));
const NUMBERS: Readonly<Record<string, number>> = { ...ROMAN, one: 1, two: 2, three: 3, four: 4, five: 5 };
const APPLICATION = /\bapplication of (?:the )?laws?\b/gi;

/** “judicial 3 company law” for an interpretation's title, its subject or both, whatever the order; undefined = it says nothing. */
export function interpretationForm(title: string, number?: number): string | undefined {
  const words = new Set<string>();
  let found = number;
  for (const written of title.replace(APPLICATION, ' ').split(/[\s()（）“”"]+/)) {
    if (written === '') continue;
    const word = wordForm(written);
    const value = NUMBERS[word] ?? (/^\d$/.test(word) ? Number(word) : undefined);
    if (value !== undefined) found ??= value;
    else if (!fillers.has(word)) words.add(word);
  }
  // The book of a code is named with or without the code.
  const code = words.has('civil') && words.has('code') && words.size > 2;
  if (code) for (const word of ['civil', 'code']) words.delete(word);
  return words.size === 0 ? undefined : `judicial ${found ?? 0} ${[...words].sort().join(' ')}`;
}

const NUMBERED = /[（(]([一二三四五六七八九十])[）)]$/;
const APPLIED = /关于适用[《〈（(](.{2,30}?)[》〉）)](.{0,16}?)(?:的|若干|有关|$)/;
const subjects: Readonly<Record<string, readonly string[]>> = english.interpretations;

/** The forms by which an interpretation is found; `namesOf`: English names of laws by title form. */
export function interpretationForms(
  statute: Statute,
  namesOf: (law: string) => readonly string[],
  isNumbered: (title: string) => boolean,
): string[] {
  const number = numberOf(statute.title);
  const applied = APPLIED.exec(statute.title);
  const ownSubjects = subjects[statute.short] ?? [];
  const lawNames = applied && applied[2] === '' ? namesOf(titleForm(applied[1] as string)) : [];
  const numbers = number === 1 && !isNumbered(statute.title.replace(NUMBERED, '（二）')) ? [1, 0] : [number];
  return [...ownSubjects, ...lawNames].flatMap((subject) =>
    numbers.flatMap((n) => interpretationForm(subject, n) ?? []),
  );
}

function numberOf(title: string): number {
  const written = NUMBERED.exec(title)?.[1];
  return written ? '一二三四五六七八九十'.indexOf(written) + 1 : 0;
}
