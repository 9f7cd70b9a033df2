import type { PlacedSentence } from './units';

/** What kind of text the memo is, by shares of its sentences: the background of every judgement. */
export interface Genre {
  /** Share that states facts of a case. */
  readonly fact: number;
  /** Share that tells a story: dated or counted events, or an event with the party that it happened to. */
  readonly story: number;
  /** Share that states norms without facts. */
  readonly norm: number;
  /** Share that concludes. */
  readonly conclusion: number;
  /** Share that concludes or infers. */
  readonly argument: number;
  /** Sentences that say that somebody was harmed or claims. */
  readonly subject: number;
}

/** A part's contribution to the genre. */
export interface GenreSums {
  readonly fact: number;
  readonly story: number;
  readonly norm: number;
  readonly conclusion: number;
  readonly all: number;
  readonly argument: number;
  readonly subject: number;
}

/** A long sentence counts like one of this length. */
const longest = 120;

export function genreSums(sentences: readonly PlacedSentence[]): GenreSums {
  let fact = 0;
  let story = 0;
  let norm = 0;
  let conclusion = 0;
  let argument = 0;
  let all = 0;
  let subject = 0;
  for (const { facts } of sentences) {
    const size = Math.min(facts.length, longest);
    all += size;
    if (facts.fact > 0) fact += size * Math.min(1, facts.fact / 2);
    else if (facts.norm > 0) norm += size;
    if (facts.specific >= 2 || (facts.specific === 1 && facts.fact > 1)) story += size;
    if (facts.conclusion > 0) conclusion += size;
    if (facts.conclusion + facts.inference > 0) argument += size;
    if (facts.subject) subject++;
  }
  return { fact, story, norm, conclusion, argument, all, subject };
}

/** Adds up the parts. An empty memo is of no kind. */
export function genreOf(parts: Iterable<GenreSums>): Genre {
  let fact = 0;
  let story = 0;
  let norm = 0;
  let conclusion = 0;
  let argument = 0;
  let all = 0;
  let subject = 0;
  for (const part of parts) {
    fact += part.fact;
    story += part.story;
    norm += part.norm;
    conclusion += part.conclusion;
    argument += part.argument;
    all += part.all;
    subject += part.subject;
  }
  const share = (value: number) => (all > 0 ? value / all : 0);
  return {
    fact: share(fact),
    story: share(story),
    norm: share(norm),
    conclusion: share(conclusion),
    argument: share(argument),
    subject,
  };
}
