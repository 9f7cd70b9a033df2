import type { Statute } from '../statutes/statute';
import type { Antecedent } from './antecedent';
import { lastWith } from './choose';
import { simplify } from './fold';
import { anaphora, foreign, titles } from './lexicon';
import type { Reading } from './reading';
import type { NameExpression } from './token';

const implementing = new Set(titles.implementing);
const IMPLEMENTING = new RegExp(`^(?:${titles.englishImplementing.join('|')})$`);
const sharedNames = new Set(foreign.sharedNames);

/** The antecedent of a name: an alias of this memo before the library's names. */
export function named(reading: Reading, name: NameExpression): Antecedent | undefined {
  // 台湾《消费者保护法》 is no short form of a law of ours.
  if (name.sort === 'foreign') return reading.book.antecedent(name);
  const alias = reading.memo.aliases.get(name.text) ?? reading.memo.aliases.get(simplify(name.text));
  if (alias) return abroad(reading, alias, name) ?? alias;
  const law = reading.book.antecedent(name);
  if (law?.kind !== 'law' && !name.english) {
    const text = simplify(name.text);
    const long = implementing.has(text)
      ? implementingRules(reading, text)
      : (calledByKind(reading, text, name.marks) ?? reading.memo.abbreviated(name.text));
    if (long) return abroad(reading, long, name) ?? long;
  }
  // “The Implementing Regulations”: those of the law spoken of.
  if (name.english && law?.kind !== 'law' && IMPLEMENTING.test(name.text))
    for (const rules of titles.implementing) {
      const found = implementingRules(reading, rules);
      if (found?.kind === 'law') return found;
    }
  const elsewhere = law && abroad(reading, law, name);
  if (elsewhere) return elsewhere;
  if (!law && name.sort === 'other') return undefined;
  return law;
}
/** Whether the name is of foreign law after all: then a document. */
function abroad(reading: Reading, law: Antecedent, name: NameExpression): Antecedent | undefined {
  const foreignTitle =
    law.kind === 'law'
      ? isForeign(reading, law.statute, name)
      : law.kind === 'unknown' && reading.memo.mostlyForeign && !/中华人民共和国|PRC|China/.test(name.text);
  return foreignTitle ? reading.book.antecedents.document(`foreign ${law.title}`) : undefined;
}
/** In a text on foreign law a 《民法典》 is another country's, and so is what PRC law had but has no more. */
function isForeign(reading: Reading, statute: Statute, name: NameExpression): boolean {
  // Under the heading “Vietnam”: Cybersecurity Law 2018.
  if (name.english && name.year !== undefined && reading.headingLaw()?.title === 'foreign') return true;
  if (
    !reading.memo.foreign &&
    !(reading.memo.mostlyForeign && name.statutes.every((s) => reading.book.isGone(s)))
  )
    return false;
  if (/^(?:中华人民共和国|PRC|China)/.test(name.text) || /^[A-Z]{3,6}$/.test(name.text)) return false;
  return sharedNames.has(statute.short) || reading.book.isGone(statute);
}
const KIND = new RegExp(
  `^(?:司法)?(${anaphora.bareInstruments.join('|')})(?:[（(]?([一二三四五六七八九])[）)]?)?$`,
);

/** 《规定》, 解释（二）: the law of that kind spoken of last; of the numbers of one interpretation the one that is said. */
function calledByKind(
  reading: Reading,
  text: string,
  marks: NameExpression['marks'],
): Antecedent | undefined {
  const [, kind, number] = KIND.exec(text) ?? [];
  if (!kind || (!number && marks === 'none')) return undefined;
  const law = lastWith(reading, number && kind === '解释' ? ['解释', '规定'] : [kind]);
  if (!law || law.kind === 'document' || !number) return law?.kind === 'document' ? undefined : law;
  if (law.kind !== 'law') return undefined;
  const numbered = (title: string) => title.replace(NUMBER, `（${number}）`);
  for (const title of [law.statute.short, law.title]) {
    if (!NUMBER.test(title)) continue;
    const found = reading.book.titled(numbered(title));
    if (found.kind === 'law') return found;
  }
  return undefined;
}

const NUMBER = /[（(][一二三四五六七八九][）)]$/;

/** 实施条例 alone: that of the law spoken of. */
export function implementingRules(reading: Reading, rules: string): Antecedent | undefined {
  for (const law of [
    reading.sentence,
    reading.inBlock,
    reading.focus,
    reading.headingLaw(),
    ...reading.recent,
    reading.memo.sole,
    reading.older,
  ]) {
    if (law?.kind !== 'law') continue;
    return law.title.endsWith(rules) ? law : reading.book.titled(`${law.statute.short}${rules}`);
  }
  return reading.memo.abbreviated(rules);
}
