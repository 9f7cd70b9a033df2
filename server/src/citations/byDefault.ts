import { anaphora, WordList } from './lexicon';
import type { NameExpression, Token } from './token';

/** The law that a memo declares to be meant where none is named: 未注明法律名称的条文均指《…》. */

const scopes = new WordList(anaphora.byDefault.scopes);
const nouns = new WordList(anaphora.byDefault.nouns);
const verbs = new WordList(anaphora.byDefault.verbs);
const ENGLISH = new RegExp(
  `(?:${anaphora.byDefaultEnglish.join('|')}),? .{0,24}\\b(?:articles?|provisions?)\\b.{0,24}\\b(?:are to|refer to|are those of|of)(?: the)? $`,
  'i',
);
const furthest = 80;

/** The law that the words before one of the names declare; tokens are those of the prose. */
export function lawByDefault(prose: string, tokens: readonly Token[]): NameExpression | undefined {
  for (const token of tokens) {
    if (token.type !== 'name' || token.name.sort !== 'law') continue;
    const before = prose.slice(Math.max(0, token.start - furthest), token.start);
    if (ENGLISH.test(before)) return token.name;
    if (verbs.before(before, before.length) === 0) continue;
    const sentence = before.slice(before.lastIndexOf('。') + 1);
    if (scopes.within(sentence) && nouns.within(sentence)) return token.name;
  }
  return undefined;
}
