import type { Locator } from '../statutes/statute';
import { type Antecedent, hasEnding } from './antecedent';
import type { CitedPlace } from './context';
import type { Reading } from './reading';
import type { ReferenceToken } from './token';
import { clearlyMore, wordPairs } from './wording';

/** A contract or policy seldom has more clauses: above this a bare number is a code's. */
export const mostClauses = 80;
/** An excerpt of a contract refers to clauses beyond those that it shows, but not far. */
const leftOut = 10;
const longestClause = 160;
/** So many articles, and so many times those of another law, make a law the main one of a section. */
const often = 3;

/** The law that a bare 第X条 belongs to: the nearest, unless the words around are clearly those of another one's article. */
export function antecedentFor(
  reading: Reading,
  place: Partial<Locator>,
  token: ReferenceToken,
): Antecedent | 'document' | undefined {
  if (reading.isClause(place.article as number)) return 'document';
  const law =
    inserted(reading, place) ?? nearest(reading, place, token) ?? contradicted(reading, place, token);
  if (law && law !== 'document' && isEarlierClause(reading, place.article as number, law)) return 'document';
  if (law === 'document' && underDocument(reading))
    return byWords(reading, place, token, reading.headingLaw() as Antecedent) ?? law;
  return law && law !== 'document' && law !== reading.column && law !== reading.above
    ? (byWords(reading, place, token, law) ?? law)
    : law;
}

/** 合同第八条 in an earlier block, and no law's 第八条 so far: nothing but the nearest law says that a bare 第八条 is that law's. */
function isEarlierClause(reading: Reading, article: number, law: Antecedent): boolean {
  // A sentence goes on with the articles of its law upwards.
  const upwards = [...reading.here.keys()].some((cited) => cited < article);
  const told = [
    upwards ? reading.sentence : undefined,
    reading.column,
    reading.above,
    reading.headingLaw(),
    reading.memo.byDefault,
  ];
  return (
    reading.earlierClauses.includes(article) &&
    !told.includes(law) &&
    !reading.places.some(({ place }) => place.article === article)
  );
}

/** 第二百八十七条之二: of the laws in view and those cited before the last one that has such articles. */
function inserted(reading: Reading, place: Partial<Locator>): Antecedent | undefined {
  if (place.suffix === undefined || reading.sentence || reading.memo.contract) return undefined;
  const laws = [reading.inBlock, reading.focus, ...reading.recent, ...reading.places.map(({ law }) => law)];
  return laws.find((law) => law?.kind === 'law' && reading.book.mayHave(law, place));
}

/** Only the heading makes a bare number that of a document: the block itself has not spoken of one. */
function underDocument(reading: Reading): boolean {
  return (
    !reading.memo.contract &&
    !reading.column &&
    reading.inBlock?.kind !== 'document' &&
    reading.headingLaw()?.kind === 'document'
  );
}

/** No law in view has the place: it is wrong in that one whose article it is, or in the only law there is. */
function contradicted(
  reading: Reading,
  place: Partial<Locator>,
  token: ReferenceToken,
): Antecedent | 'document' | undefined {
  if (token.weak || reading.block?.table || reading.memo.contract || reading.memo.foreign || reading.memo.own)
    return undefined;
  if (place.paragraph !== undefined || place.item !== undefined) {
    const { article, suffix } = place;
    const law = nearest(reading, { article, ...(suffix === undefined ? {} : { suffix }) } as Locator, token);
    if (law) return law;
  }
  const near = [reading.sentence, reading.inBlock, reading.focus];
  const all = new Set(
    [...near, ...reading.recent, ...reading.headings, reading.memo.sole, reading.older].filter((law) => law),
  );
  const [only] = all;
  return all.size === 1 && only?.kind === 'law' && near.includes(only) ? only : undefined;
}

/** Of the laws in view the one whose article the sentence is clearly about, if not the nearest one's. */
function byWords(
  reading: Reading,
  place: Partial<Locator>,
  token: ReferenceToken,
  law: Antecedent,
): Antecedent | undefined {
  if (reading.here.get(place.article as number) === law) return undefined;
  const others = [...reading.recent, reading.headingLaw(), reading.older].filter(
    (other, i, all) => other && other !== law && other.kind === 'law' && all.indexOf(other) === i,
  ) as Antecedent[];
  if (others.length === 0) return undefined;
  const said = wordPairs(clauseAround(reading.prose, token));
  // Without its text the nearest law has the benefit of a few pairs.
  const shared = reading.book.sharesWords(law, place, said) ?? 2;
  let best: Antecedent | undefined;
  let most = shared;
  for (const other of others) {
    const n = reading.book.mayHave(other, place) ? (reading.book.sharesWords(other, place, said) ?? 0) : 0;
    if (clearlyMore(n, shared) && n > most) {
      best = other;
      most = n;
    }
  }
  return best;
}

/** 该条第二款 behind a contract's clause: the article cited in this block that the words are clearly about. */
export function articleByWords(reading: Reading, token: ReferenceToken): CitedPlace | undefined {
  const said = wordPairs(clauseAround(reading.prose, token));
  const paragraph = token.points[0]?.place.paragraph;
  return reading.places.find(({ law, place }) => {
    if (paragraph === undefined || reading.here.get(place.article as number) !== law) return false;
    const cited = { ...place, paragraph };
    return reading.book.has(law, cited) && clearlyMore(reading.book.sharesWords(law, cited, said) ?? 0, 0);
  });
}

/** The words between the marks around a citation: before it to the sentence or semicolon, behind it to the same. */
function clauseAround(prose: string, range: { start: number; end: number }): string {
  const stop = /[。！？；;\n]/;
  let start = range.start;
  while (start > 0 && range.start - start < longestClause && !stop.test(prose[start - 1] as string))
    start -= 1;
  let end = range.end;
  while (end < prose.length && end - range.end < longestClause && !stop.test(prose[end] as string)) end += 1;
  return `${prose.slice(start, range.start)} ${prose.slice(range.end, end)}`;
}

/** The nearest law that may have the place. */
function nearest(
  reading: Reading,
  place: Partial<Locator>,
  token: ReferenceToken,
): Antecedent | 'document' | undefined {
  const article = place.article as number;
  const book = reading.book;
  const cited = reading.places.find((p) => p.place.article === article)?.law;
  const heading = reading.headingLaw();
  const small = article <= mostClauses;
  const { clauses } = reading.memo;
  const own = article <= (reading.ownClause || clauses === undefined ? mostClauses : clauses + leftOut);
  if (reading.column) {
    if (reading.column.kind === 'document') return 'document';
    if (!reading.inBlock && book.mayHave(reading.column, place)) return reading.column;
  }
  if (
    reading.above &&
    !reading.inBlock &&
    !reading.namedInRow &&
    token.end - token.start >= reading.prose.trim().length - 2 &&
    book.mayHave(reading.above, place)
  )
    return reading.above;
  if (token.weak && reading.block?.table && !reading.inBlock && reading.tableLaw?.kind === 'law')
    return reading.tableLaw;
  const declared = reading.memo.byDefault;
  if (declared && !reading.sentence && !reading.here.has(article) && book.mayHave(declared, place))
    return declared;
  for (const law of [reading.sentence, reading.inBlock]) {
    if (!law) continue;
    // A sentence that is citing its law goes on with it, whatever sentences before cited.
    const citing = law === reading.sentence && [...reading.hereInSentence.values()].includes(law);
    const again = (citing ? reading.hereInSentence : reading.here).get(article);
    if (again && again !== law && law.kind !== 'document') return again;
    // An article cited before as another law's is that one's again, unless this block is citing the nearer law.
    if (
      law === reading.inBlock &&
      law !== reading.sentence &&
      ![...reading.here.values()].includes(law) &&
      reading.citedElsewhere(law, article)
    )
      continue;
    // The article was cited as one of the law that title or heading name, and never as one of this law.
    if (heading?.kind === 'law' && heading !== law && cited === heading && !reading.hasCited(law, article))
      continue;
    // A new sentence under a heading that names a law goes on with that, if the block speaks of it, too.
    if (
      law !== reading.sentence &&
      law.kind === 'law' &&
      heading?.kind === 'law' &&
      heading !== law &&
      [...reading.here.values()].includes(heading) &&
      book.mayHave(heading, place)
    )
      return heading;
    if (law.kind === 'document') {
      if (small || !reading.recent.some((other) => book.has(other, place))) return 'document';
      continue;
    }
    if (reading.memo.contract && own && cited !== law) return 'document';
    if (book.mayHave(law, place)) return law;
  }
  if (reading.memo.contract && own && heading?.kind !== 'law') return 'document';
  if (
    reading.text &&
    reading.text.law.kind !== 'document' &&
    (token.quoted || reading.memo.own) &&
    book.mayHave(reading.text.law, place)
  )
    return reading.text.law;
  const focus = reading.focus;
  if (
    focus &&
    focus.kind !== 'document' &&
    (reading.block?.list || reading.block?.table) &&
    book.mayHave(focus, place)
  )
    return focus;
  if (heading) {
    if (heading.kind === 'document')
      return small || !reading.recent.some((other) => book.has(other, place)) ? 'document' : undefined;
    if (
      book.mayHave(heading, place) &&
      (!focus || focus === heading || focus.kind === 'document' || !cited || cited === heading)
    )
      return heading;
  }
  if (focus?.kind === 'document' && small && !cited) return 'document';
  if (cited && (reading.recent.includes(cited) || (!small && cited.kind === 'law'))) return cited;
  // A section that has named no law yet goes on with the numbers of those before it.
  if (cited?.kind === 'law' && !focus && !heading && !reading.memo.contract && book.mayHave(cited, place))
    return cited;
  if (!focus && !heading && reading.older?.kind === 'document') return 'document';
  // The law spoken of has no such article: another one is meant only if it is proven to have it.
  const passed = reading.inBlock !== undefined && reading.inBlock.kind === 'law';
  const inView = [focus, ...reading.recent, heading, reading.memo.sole, reading.older, reading.memo.own];
  if (passed) inView.push(...reading.places.map(({ law }) => law));
  // 第三十八条第二款 after laws of which one is proven to have it.
  if (place.paragraph !== undefined && !reading.inBlock) {
    const laws = [...inView, ...reading.places.map(({ law }) => law)];
    const proven = laws.find((law) => law && law.kind !== 'document' && book.has(law, place));
    if (proven) return proven;
  }
  const main = reading.inBlock ? undefined : mainLaw(reading, place, inView[0]);
  if (main) return main;
  for (const law of inView) {
    if (law && law.kind !== 'document' && (passed ? book.has(law, place) : book.mayHave(law, place)))
      return law;
  }
  return undefined;
}
/** The law that the section cites again and again and that has the place, where of the nearest one nothing is known. */
function mainLaw(
  reading: Reading,
  place: Partial<Locator>,
  near: Antecedent | undefined,
): Antecedent | undefined {
  if (!near || near.kind === 'document' || reading.book.has(near, place)) return undefined;
  const cited = (law: Antecedent) => reading.places.filter((p) => p.law === law).length;
  return reading.recent.find(
    (law) =>
      law !== near &&
      cited(law) >= often &&
      cited(law) >= often * cited(near) &&
      reading.book.has(law, place),
  );
}
/** 现行法第三十八条: the law under which that article was cited before. */
export function citedWith(
  reading: Reading,
  token: ReferenceToken,
  endings: readonly string[],
): Antecedent | undefined {
  const article = token.points[0]?.place.article;
  return reading.places.find((p) => p.place.article === article && hasEnding(p.law, endings))?.law;
}
/** The last law named whose title has one of the endings; a document only if nothing else is nearer. */
export function lastWith(reading: Reading, endings: readonly string[]): Antecedent | undefined {
  const near = [reading.sentence, reading.inBlock, reading.focus, reading.column];
  for (const law of near) {
    if (!law || !hasEnding(law, endings)) continue;
    if (
      law.kind !== 'document' ||
      endings.length === 0 ||
      endings.some((ending) => /^(?:规定|办法|规则|纪要|[A-Z].*)$/.test(ending))
    )
      return law;
  }
  for (const law of [
    ...reading.recent,
    ...reading.headings.slice().reverse(),
    reading.text?.law,
    reading.memo.own,
    reading.older,
    reading.memo.sole,
  ]) {
    if (law && law.kind !== 'document' && hasEnding(law, endings)) return law;
  }
  return undefined;
}
/**
 * A block that begins with 第X条 and a gap: a heading of the text's own articles, or of a statute that is quoted.
 * @returns the law; 'none' = no citation; undefined = an ordinary reference
 */
export function heads(
  reading: Reading,
  token: ReferenceToken,
  place: Partial<Locator>,
): Antecedent | 'none' | undefined {
  const memo = reading.memo;
  if (memo.own && reading.block?.kind !== 'heading') {
    reading.text = {
      law: memo.own,
      article: place.article as number,
      ...(place.suffix === undefined ? {} : { suffix: place.suffix }),
      paragraph: 1,
      list: false,
      level: 0,
    };
    reading.last = undefined;
    return 'none';
  }
  if (memo.contract || memo.foreign) {
    reading.ownClause = true;
    return 'none';
  }
  if (token.points.length > 1 || token.points[0]?.to) return undefined;
  const law =
    reading.announced && reading.announced.kind !== 'document'
      ? reading.announced
      : reading.text && reading.text.article < (place.article as number)
        ? reading.text.law
        : undefined;
  if (law && reading.book.mayHave(law, place)) return law;
  const heading = reading.headingLaw();
  if (heading && heading.kind !== 'document' && reading.book.mayHave(heading, place)) return heading;
  if (heading?.kind === 'document') return 'none';
  const gap = /^[\s　]/.test(reading.prose.slice(token.end, token.end + 1));
  if (gap && (reading.block?.quoteDepth ?? 0) > 0 && !isQuotedFrom(reading, token, place)) {
    reading.show(place.article as number);
    return 'none';
  }
  // 第一条 意见：… with no law announced is the memo's own numbering.
  return gap && !reading.focus && !reading.block?.list ? 'none' : undefined;
}

/** Whether a quoted block that begins with an article is the law's: introduced by words that cite it, or with its wording. */
function isQuotedFrom(reading: Reading, token: ReferenceToken, place: Partial<Locator>): boolean {
  const { focus } = reading;
  if (focus?.kind !== 'law' || !reading.book.mayHave(focus, place)) return false;
  if (reading.introduced === focus && reading.hasCited(focus, place.article as number)) return true;
  const said = wordPairs(clauseAround(reading.prose, token));
  return clearlyMore(reading.book.sharesWords(focus, place, said) ?? 0, 0);
}
