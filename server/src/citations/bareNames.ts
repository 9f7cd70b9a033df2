import {
  foreignPlaces,
  lawEndings,
  leads,
  officialSigns,
  privateSigns,
  ruleEndings,
  titles,
  WordList,
} from './lexicon';
import type { NameIndex } from './names';
import { foreignPlaceBefore, officialLength } from './title';
import type { NameExpression } from './token';

/** Names without marks that no list knows, read backwards from the locator behind them. */

const notLaw = new WordList(titles.notLawEndings.filter((word) => word !== '民法' && word !== '刑法'));
const implementingRules = new WordList(titles.implementing);
const generic = new WordList(titles.generic);
const genericBeginnings = new WordList(titles.genericBeginnings);
/** A name that ends in a kind of rule, perhaps numbered: the last characters before a locator. */
const SHORT_RULE = new RegExp(
  `([A-Za-z0-9\\u4e00-\\u9fff]{1,14}(?:${titles.kindsInShort.join('|')})(?:[一二三四五六七八]|[（(][一二三四五六七八][）)])?)$`,
);

/** 解释二, 规定（一） */
const NUMBERED_RULE =
  /(?:^|[^\u4e00-\u9fff）)])((?:司法)?(?:解释|规定)(?:[一二三四五六七八]|[（(][一二三四五六七八][）)]))$/;

const RULE_END = new RegExp(
  `[一二三四五六七八）)${titles.kindsInShort.map((kind) => kind.at(-1)).join('')}]`,
);

/** Words that make it no name: 本规定, 有关规定, 法律规定. */
function isGeneric(written: string): boolean {
  return genericBeginnings.at(written, 0) > 0 || generic.within(written);
}

const issuers = new Set(titles.officialSigns);
const ISSUED = new RegExp(
  `[按依据照](?:${titles.officialSigns.filter((sign) => sign.length > 2).join('|')})`,
);

/** A law that no list knows, without marks: 依照海商法第三条. */
export function unknownBefore(text: string, at: number): NameExpression | undefined {
  const lawEnding = notLaw.before(text, at) > 0 ? 0 : lawEndings.before(text, at);
  const ending = lawEnding || ruleEndings.before(text, at);
  if (ending === 0) return undefined;
  const implementing = implementingRules.before(text, at);
  if (implementing > 0) return bareTitle(text, at - implementing, at, 'other');
  let start = at - ending;
  while (start > 0 && at - start < 40 && /[\u4e00-\u9fff]/.test(text[start - 1] as string)) start -= 1;
  for (let i = start; i < at - ending; i += 1) {
    const lead = leads.at(text, i);
    if (lead > 1 || (lead === 1 && /[依按据照见]/.test(text[i] as string) && i === start)) start = i + lead;
  }
  // 过渡期按国务院规定
  const issued = ISSUED.exec(text.slice(start, at - ending));
  if (issued) start += issued.index + 1;
  const title = text.slice(start, at);
  // 国务院规定: some rule of theirs, nobody knows which.
  if (issuers.has(title.slice(0, -ending))) return bareTitle(text, start, at, 'document');
  if (title.length - ending < 2 || isGeneric(title.slice(0, -ending)) || privateSigns.within(title))
    return undefined;
  const before = text.slice(Math.max(0, start - 16), start);
  const abroad = foreignPlaces.at(title, 0) > 0 || foreignPlaceBefore(before);
  const statutory =
    lawEnding > 0 ||
    title.length >= officialLength ||
    (title.length >= 8 && (officialSigns.within(title) || /^关于/.test(title)));
  if (!abroad && (!statutory || privateSigns.within(title))) return undefined;
  return bareTitle(text, start, at, abroad ? 'foreign' : 'unknown');
}

const TITLE_TAIL =
  /[〈〉《》（）()](.{0,24})(?:解释|规定|意见|批复|决定|办法)(?:[（(][一二三四五六七八九十]{1,2}[）)])?$/;
const longestTitle = 110;

/**
 * A long title without its own marks, with another law's inside: 最高人民法院关于适用〈…民事诉讼法〉的解释第九十条. It must not be taken for the
 * law inside.
 */
export function longTitleBefore(text: string, at: number, names: NameIndex): NameExpression | undefined {
  const window = text.slice(Math.max(0, at - longestTitle), at);
  const tail = TITLE_TAIL.exec(window);
  const about = tail ? window.lastIndexOf('关于', tail.index) : -1;
  if (!tail || about < 0 || /[。；;！？\n]/.test(window.slice(about))) return undefined;
  const start = at - window.length + about;
  const statutes = names.title(text.slice(start, at));
  return { ...bareTitle(text, start, at, statutes.length > 0 ? 'law' : 'unknown'), statutes };
}

function bareTitle(whole: string, start: number, end: number, sort: NameExpression['sort']): NameExpression {
  const inner = { start, end };
  const text = whole.slice(start, end);
  return {
    start,
    end,
    inner,
    text,
    marks: 'none',
    statutes: [],
    sort,
    english: false,
    forms: ['bare-title'],
    year: undefined,
    old: false,
  };
}

const DOCUMENT_NUMBER =
  /(?:[\u4e00-\u9fff]{1,6})\s?[〔[［（(]\s*(?:19|20)\d{2}\s*[〕\]］）)]\s*(?:第\s?)?(\d{1,4})\s*号(?:[（(][^（()）]{1,16}[）)])?\s?$/;
const PREFIX = new RegExp(`(?:${titles.numberPrefixes.join('|')})$`);

/** 法释〔2002〕32号第九条: an instrument called by its number. */
export function numberBefore(text: string, at: number, names: NameIndex): NameExpression | undefined {
  if (!/[号）)\s]/.test(text[at - 1] ?? '')) return undefined;
  const match = DOCUMENT_NUMBER.exec(text.slice(Math.max(0, at - 48), at));
  const prefix = match && PREFIX.exec(/^[\u4e00-\u9fff]+/.exec(match[0])?.[0] ?? '');
  if (!match || !prefix) return undefined;
  const start = at - match[0].length + prefix.index;
  const year = /\d{4}/.exec(match[0])?.[0];
  // One number may stand for the amendment of several laws.
  const statutes = names.title(`${prefix[0]}〔${year}〕${match[1]}号`);
  const known = statutes.length === 1;
  return { ...bareTitle(text, start, at, known ? 'law' : 'document'), statutes: known ? statutes : [] };
}

/** 办案程序规定第166条, 司法解释二第7条: a short name that only the rest of the memo can explain. */
export function ruleBefore(text: string, at: number): NameExpression | undefined {
  if (!RULE_END.test(text[at - 1] ?? '')) return undefined;
  const window = text.slice(Math.max(0, at - 16), at);
  const numbered = NUMBERED_RULE.exec(window)?.[1];
  if (numbered) return bareTitle(text, at - numbered.length, at, 'other');
  const match = SHORT_RULE.exec(window);
  if (!match) return undefined;
  let written = match[1] as string;
  for (let i = written.length - 2; i > 0; i -= 1) {
    const lead = leads.before(written, i);
    if (lead > 1 || (lead === 1 && /[依按据照见和及或与]/.test(written[i - 1] as string))) {
      written = written.slice(i);
      break;
    }
  }
  if (isGeneric(written) || (written.length < 4 && !NUMBERED_RULE.test(written))) return undefined;
  return bareTitle(text, at - written.length, at, 'other');
}
