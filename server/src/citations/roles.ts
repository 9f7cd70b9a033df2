import { anaphorFirst } from './anaphor';
import { foreignChinese } from './lexicon';
import { isChineseNumeral, isDigit } from './number';
import { titleOpenings } from './title';

/** What a character may begin; 0 = nothing, most characters. */
export enum Role {
  letter = 1,
  number,
  stop,
  point,
  ordinal,
  symbol,
  openQuote,
  closeQuote,
  title,
  anaphor,
  foreign,
}

/** The role of each code unit. */
export const ROLES = new Uint8Array(0x10000);
for (let unit = 0; unit < 0x10000; unit += 1) {
  if (isDigit(unit) || isChineseNumeral(unit)) ROLES[unit] = Role.number;
  else if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) ROLES[unit] = Role.letter;
}
for (const word of foreignChinese.words) ROLES[word.charCodeAt(0)] = Role.foreign;
for (const unit of anaphorFirst) ROLES[unit] = Role.anaphor;
for (const c of titleOpenings) ROLES[c.charCodeAt(0)] = Role.title;
for (const c of '。！？!?') ROLES[c.charCodeAt(0)] = Role.stop;
for (const c of '“「『') ROLES[c.charCodeAt(0)] = Role.openQuote;
for (const c of '”」』') ROLES[c.charCodeAt(0)] = Role.closeQuote;
for (const c of '§¶') ROLES[c.charCodeAt(0)] = Role.symbol;
ROLES['.'.charCodeAt(0)] = Role.point;
ROLES['第'.charCodeAt(0)] = Role.ordinal;
