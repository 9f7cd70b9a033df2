import type { Block } from '../memo/memo';
import {
  kindBefore,
  readAnaphor,
  readEnglishAnaphor,
  readEnglishPrevious,
  readNumberedKind,
} from './anaphor';
import { longTitleBefore, numberBefore, ruleBefore, unknownBefore } from './bareNames';
import type { Form } from './citation';
import { definedBefore } from './definitions';
import { skipBlanks } from './element';
import type { EnglishLocatorRead } from './englishArticles';
import { readLawAfter } from './englishLawAfter';
import { readEnglishLocator, readEnglishNumber } from './englishLocator';
import { simplify } from './fold';
import { readGlue } from './glue';
import { foreignChinese } from './lexicon';
import { type LocatorRead, readLocator } from './locator';
import type { NameIndex } from './names';
import { addressAt, isDraft, isFileName } from './notCited';
import { isChineseNumeral, isDigit } from './number';
import { numbersAfterName } from './numberList';
import { sharedForms } from './points';
import { ROLES, Role } from './roles';
import { originalTitle, type PhraseMemory, readEnglishName, wordStart } from './scanEnglish';
import type { NameMatch } from './sortedNames';
import { foreignPlaceBefore, isOld, readTitle, yearBefore } from './title';
import type { Anaphor, NameExpression, Token } from './token';

/** What the prose of one block says of law, read from left to right once; time linear in the prose. */
export function scanBlock(block: Block, names: NameIndex): readonly Token[] {
  return scanProse(block.prose, names);
}

/** The same of any running text. */
export function scanProse(prose: string, names: NameIndex): readonly Token[] {
  return prose === '' ? [] : new Scanner(prose, names).run();
}

const none: readonly Form[] = [];

/** An English title that no list knows, with the Chinese one in brackets behind. */
function translated(text: string, name: NameExpression, names: NameIndex): NameExpression {
  const statutes = originalTitle(text, name.end, names);
  return statutes ? { ...name, statutes, sort: 'law' } : name;
}

const GAP = /[\u4e00-\u9fff][\s\u3000]{1,4}[\u4e00-\u9fff]/g;
const LATIN_ANAPHOR = new Set([...'tTiIsSJPpf'].map((c) => c.charCodeAt(0)));
const BRACKET_NEXT = /^\s?[[(]/;
/** A name is torn so near behind its beginning, or is none. */
const longestTorn = 24;

const skipComma = (text: string, at: number) => (/[，,、：:]/.test(text[at] ?? '') ? at + 1 : at);

const furthestBeside = 24;

const noTokens: readonly Token[] = [];

class Scanner {
  readonly #prose: string;
  readonly #text: string;
  readonly #names: NameIndex;
  readonly #tokens: Token[] = [];
  readonly #phrases: PhraseMemory = { end: 0 };
  #quotes = 0;
  /** The next blank between two Chinese characters. */
  #gap = -1;

  constructor(prose: string, names: NameIndex) {
    this.#prose = prose;
    this.#text = simplify(prose);
    this.#names = names;
  }

  run(): readonly Token[] {
    const text = this.#text;
    const { length } = text;
    const first = this.#names.first;
    let at = 0;
    while (at < length) {
      const unit = text.charCodeAt(at);
      const role = ROLES[unit] as number;
      if (role === 0 && first[unit] === 0) {
        at += 1;
        continue;
      }
      const next = this.#place(at, unit, role);
      at = next > at ? next : at + 1;
    }
    // A copy: an array that grew holds room for more, and these stay.
    return this.#tokens.length > 0 ? this.#tokens.slice() : noTokens;
  }

  /** Handles a place that may begin something; the next place to look at. */
  #place(at: number, unit: number, role: number): number {
    const text = this.#text;
    switch (role) {
      case Role.letter:
        return wordStart(text, at) ? this.#latin(at, unit) : at + 1;
      case Role.number:
        // Some numerals begin names (一带一路…).
        break;
      case Role.stop:
        this.#stop(at);
        return at + 1;
      case Role.point:
        if (
          /[\s”"’)]/.test(text[at + 1] ?? ' ') &&
          /^(?:[A-Z“\u4e00-\u9fff[(•☐□–—*-]|$)/.test(text[skipBlanks(text, at + 1)] ?? '')
        ) {
          this.#stop(at);
        }
        return at + 1;
      case Role.ordinal:
        return this.#bare(at);
      case Role.symbol:
        return this.#latinLocator(at);
      case Role.openQuote: {
        const next = this.#title(at);
        if (next === at) this.#quotes += 1;
        return next;
      }
      case Role.closeQuote:
        if (this.#quotes > 0) this.#quotes -= 1;
        return at + 1;
      case Role.title:
        return this.#title(at);
      case Role.anaphor: {
        const next = this.#anaphor(at);
        if (next > at) return next;
      }
    }
    const name = this.#names.chinese(text, at) ?? this.#torn(at);
    if (name) return this.#afterName(this.#bareName(at, name.end, name.statutes));
    // 三 and 两 may begin words that refer back (三法), too.
    if (role === Role.number || (role === Role.anaphor && isChineseNumeral(unit))) return this.#number(at);
    if (role === Role.foreign) {
      const length = foreignChinese.at(text, at);
      if (length > 0) return this.#afterName({ ...this.#bareName(at, at + length, []), sort: 'foreign' });
    }
    return at + 1;
  }

  /** A name with blanks or a line break inside (消费者权益⏎保护法). */
  #torn(at: number): NameMatch | undefined {
    if (this.#gap < at) {
      GAP.lastIndex = at;
      const gap = GAP.exec(this.#text);
      this.#gap = gap ? gap.index + 1 : Infinity;
    }
    return this.#gap - at < longestTorn ? this.#names.torn(this.#text, at, this.#gap) : undefined;
  }

  #stop(at: number): void {
    this.#tokens.push({ type: 'stop', start: at, end: at + 1 });
  }

  #title(at: number): number {
    const read = readTitle(this.#text, at, this.#names);
    if (!read) return at;
    const decree = /(?:^|[^\d])(?:第\s?)?(\d{1,3})\s?号令\s?$/.exec(
      this.#text.slice(Math.max(0, at - 10), at),
    );
    if (decree) {
      this.#tokens.push({
        type: 'alias',
        start: at - decree[0].length,
        end: at,
        alias: `${decree[1]}号令`,
        name: read.name,
      });
    }
    if (read.inside) {
      this.#reference(read.name.start, read.name.end, read.inside, { name: read.name, english: false });
      return read.name.end;
    }
    const { name } = read;
    const abroad = name.sort === 'unknown' && this.#besideForeign(at);
    return this.#afterName(abroad ? { ...name, sort: 'foreign' } : name);
  }

  /** 台湾《民法》第194条的慰抚金，以及《强制汽车责任保险法》: a law that nobody here knows, listed with a foreign one. */
  #besideForeign(at: number): boolean {
    for (let i = this.#tokens.length - 1; i >= 0; i -= 1) {
      const token = this.#tokens[i] as Token;
      if (token.type !== 'name' && token.type !== 'reference') return false;
      if (!token.name) continue;
      return (
        token.name.sort === 'foreign' &&
        at - token.end < furthestBeside &&
        /[及和与、或]$/.test(this.#text.slice(token.end, at))
      );
    }
    return false;
  }

  #bareName(start: number, end: number, statutes: NameExpression['statutes']): NameExpression {
    const text = this.#text;
    const before = text.slice(Math.max(0, start - 16), start);
    const state = before.endsWith('中华人民共和国') ? 7 : 0;
    const year = yearBefore(before);
    const abroad = foreignPlaceBefore(before) && !/(?:我国|内地)$/.test(before);
    return {
      start: start - state,
      end,
      inner: { start: start - state, end },
      text: text.slice(start, end),
      marks: 'none',
      statutes: abroad ? [] : statutes,
      sort: abroad ? 'foreign' : 'law',
      english: false,
      forms: ['bare-title'],
      year,
      old: isOld(before.slice(0, before.length - state)),
    };
  }

  /** Pushes the name, with its locator if one follows; where to go on. */
  #afterName(read: NameExpression): number {
    const text = this.#text;
    if (isFileName(text, read.end)) return read.end;
    const draft = read.sort === 'law' && isDraft(text, read.end);
    const name = draft
      ? { ...read, statutes: [], sort: 'document' as const }
      : read.english && read.sort !== 'law'
        ? translated(text, read, this.#names)
        : read;
    const behind = draft ? text.indexOf('第', read.end) : read.end;
    const glue = readGlue(text, behind, name.english || name.sort === 'foreign');
    const named = name.year === undefined && glue.year !== undefined ? { ...name, year: glue.year } : name;
    const before = name.marks === '《》' ? definedBefore(text, name) : undefined;
    for (const alias of before ? [before, ...glue.aliases] : glue.aliases) this.#alias(alias, named);
    const locator = this.#locatorAfterName(name, glue.end);
    if (locator) {
      this.#reference(name.start, locator.end, locator.read, { name: named, english: locator.english });
      // art. 4 [hereinafter TML]
      if (name.english && BRACKET_NEXT.test(text.slice(locator.end, locator.end + 2)))
        for (const alias of readGlue(text, locator.end, true).aliases) this.#alias(alias, named);
      return locator.end;
    }
    this.#tokens.push({
      type: 'name',
      start: name.start,
      end: name.end,
      name: named,
      quoted: this.#quotes > 0,
    });
    const last = glue.aliases[glue.aliases.length - 1];
    return last ? last.end : name.end;
  }

  #locatorAfterName(
    name: NameExpression,
    at: number,
  ): { read: LocatorRead | EnglishLocatorRead; end: number; english: boolean } | undefined {
    const text = this.#text;
    const unit = text.charCodeAt(at);
    if (text[at] === '第' || isDigit(unit) || isChineseNumeral(unit)) {
      if (name.english && isDigit(unit)) {
        const read = readEnglishNumber(text, at);
        if (read && read.points.length > 0) return { read, end: read.end, english: true };
      }
      const list = isDigit(unit) && !name.english ? numbersAfterName(text, at) : undefined;
      if (list && list.points.length > 1)
        return { read: { ...list, clause: false, weak: false }, end: list.end, english: false };
      const read = readLocator(text, at, !name.english || text[at] === '第');
      if (read && (read.points.length > 0 || read.clause)) return { read, end: read.end, english: false };
      return undefined;
    }
    // 民法典：509、577；公司法：20
    if (/[:：]/.test(text[at] ?? '') && /^$|[；;。\n\s]/.test(text.slice(name.start - 1, name.start))) {
      const list = numbersAfterName(text, skipBlanks(text, at + 1));
      if (list && !/[，,、]/.test(text[list.end] ?? ''))
        return { read: { ...list, clause: false, weak: false }, end: list.end, english: false };
    }
    // “Civil Code, Article 506”, “ECL Art. 27”, “民法典 Article 1198”, “电商法§38”.
    const comma = name.english && text[at] === ',' ? skipBlanks(text, at + 1) : at;
    if (!/[A-Za-z§]/.test(text[comma] ?? '')) return undefined;
    if (
      comma > at &&
      /^(?:section|clause|page|chapter|part|paragraph|the|item)/i.test(text.slice(comma, comma + 9))
    )
      return undefined;
    const read = readEnglishLocator(text, comma);
    if (!read || read.clause || read.points[0]?.place.article === undefined) return undefined;
    const after = readLawAfter(text, read, this.#names);
    if (after && read.tail) return { read: { ...read, ...read.tail }, end: read.tail.end, english: true };
    // “the ECL, Article 506 of the Civil Code”: the locator has its own law.
    if (comma > at && after?.name) return undefined;
    return { read, end: read.end, english: true };
  }

  #reference(
    start: number,
    end: number,
    read: LocatorRead | EnglishLocatorRead,
    more: {
      name?: NameExpression;
      anaphor?: Anaphor;
      anaphorText?: string;
      english: boolean;
      weak?: boolean;
      locator?: number;
    },
  ): void {
    if (isFileName(this.#text, end)) return;
    const forms: Form[] = [...(more.name?.forms ?? none)];
    if (more.english && !forms.includes('english')) forms.push('english');
    if (this.#text !== this.#prose && this.#prose.slice(start, end) !== this.#text.slice(start, end))
      forms.push('traditional');
    this.#tokens.push({
      type: 'reference',
      start,
      end,
      points: read.points,
      locator: more.locator ?? read.points[0]?.start ?? start,
      clause: read.clause,
      weak: more.weak ?? false,
      english: more.english,
      quoted: this.#quotes > 0,
      forms: sharedForms(forms),
      name: more.name,
      anaphor: more.anaphor,
      anaphorText: more.anaphorText,
    });
  }

  /** 第… with no name directly before. */
  #bare(at: number): number {
    const read = readLocator(this.#text, at, false);
    if (!read || (read.points.length === 0 && !read.clause)) {
      const decree = this.#decree(at);
      return decree > at ? decree : (read?.end ?? at + 1);
    }
    const unknown =
      longTitleBefore(this.#text, at, this.#names) ??
      numberBefore(this.#text, at, this.#names) ??
      unknownBefore(this.#text, at) ??
      ruleBefore(this.#text, at);
    if (unknown) {
      this.#reference(unknown.start, read.end, read, { name: unknown, english: false });
      return read.end;
    }
    const kind = kindBefore(this.#text, at);
    if (kind)
      this.#reference(kind.start, read.end, read, { anaphor: kind.anaphor, english: false, locator: at });
    else this.#reference(at, read.end, read, { english: false });
    return read.end;
  }

  /** 21号令第11条: an order called by its number. */
  #decree(at: number): number {
    const match = /^第?\s?(\d{1,4})\s?号(法令|令)/.exec(this.#text.slice(at, at + 12));
    if (!match) return at;
    const end = at + match[0].length;
    return this.#afterName({
      start: at,
      end,
      inner: { start: at, end },
      text: `${match[1]}号${match[2]}`,
      marks: 'none',
      statutes: [],
      sort: 'other',
      english: false,
      forms: ['bare-title'],
    });
  }

  /** A number without 第: 消防法 was not before it, so it counts only where the context asks for an article. */
  #number(at: number): number {
    const text = this.#text;
    let end = at + 1;
    while (end < text.length && (isDigit(text.charCodeAt(end)) || isChineseNumeral(text.charCodeAt(end))))
      end += 1;
    const after = skipBlanks(text, end);
    const mark = text[after];
    if (mark === '号') {
      const decree = this.#decree(at);
      return decree > at ? decree : end;
    }
    if (mark !== '条' && !(/[至到—–~～-]/.test(mark ?? '') && this.#numeralAt(skipBlanks(text, after + 1))))
      return end;
    const read = readLocator(text, at, false);
    if (!read || read.points.length === 0 || read.clause || read.points[0]?.place.article === undefined)
      return Math.max(end, at + 1);
    this.#reference(at, read.end, read, { english: false, weak: true });
    return read.end;
  }

  #numeralAt(at: number): boolean {
    const unit = this.#text.charCodeAt(at);
    return isDigit(unit) || isChineseNumeral(unit);
  }

  #anaphor(at: number): number {
    const text = this.#text;
    const read = readAnaphor(text, at);
    if (!read) return at;
    if (read.anaphor.kind === 'cited') {
      const locator = readLocator(text, skipBlanks(text, read.end), false);
      if (!locator || locator.points.length === 0 || text[skipBlanks(text, read.end)] !== '第') return at;
      this.#reference(at, locator.end, locator, { anaphor: read.anaphor, english: false });
      return locator.end;
    }
    const gap = read.anaphor.kind === 'same' ? skipBlanks(text, skipComma(text, read.end)) : read.end;
    const glue = readGlue(text, gap, false);
    const locator = readLocator(text, glue.end, read.anaphor.kind !== 'previous');
    const anaphorText = text.slice(at, read.end);
    if (locator && (locator.points.length > 0 || locator.clause)) {
      const start = read.anaphor.kind === 'same' ? glue.end : at;
      this.#reference(start, locator.end, locator, { anaphor: read.anaphor, anaphorText, english: false });
      return locator.end;
    }
    if (read.anaphor.kind === 'previous') {
      this.#reference(
        at,
        read.end,
        { points: [], clause: false, end: read.end },
        { anaphor: read.anaphor, anaphorText, english: false },
      );
      return read.end;
    }
    return at;
  }

  #latin(at: number, unit: number): number {
    const text = this.#text;
    if (unit === 0x68 || unit === 0x77) {
      const address = addressAt(text, at);
      if (address > 0) return at + address;
    }
    const locator = this.#latinLocator(at);
    if (locator > at) return locator;
    const referring = LATIN_ANAPHOR.has(unit) ? this.#latinAnaphor(at) : at;
    if (referring > at) return referring;
    if (unit <= 90) {
      const name = readEnglishName(text, at, this.#names, this.#phrases);
      if (name) return this.#afterName(name);
    }
    let end = at + 1;
    while (end < text.length && /[A-Za-z]/.test(text[end] as string)) end += 1;
    return end;
  }

  /** “that Law, Article 5”, “Interpretation (I), Art. 44”, “the preceding paragraph”. */
  #latinAnaphor(at: number): number {
    const text = this.#text;
    const previous = readEnglishPrevious(text, at);
    if (previous) {
      const { anaphor, end } = previous;
      this.#reference(at, end, { points: [], clause: false, end }, { anaphor, english: true });
      return end;
    }
    const anaphor = readEnglishAnaphor(text, at) ?? readNumberedKind(text, at);
    if (!anaphor) return at;
    const gap = /^(?:,?\s+|\s\()/.exec(text.slice(anaphor.end, anaphor.end + 4))?.[0] ?? '';
    const from = anaphor.end + gap.length;
    const read = gap === '' ? undefined : readEnglishLocator(text, from);
    if (read?.points[0]?.place.article === undefined) return at;
    this.#reference(gap.endsWith('(') ? from : at, read.end, read, { ...anaphor, english: true });
    return read.end;
  }

  #latinLocator(at: number): number {
    const text = this.#text;
    const found = readEnglishLocator(text, at);
    if (!found) return at;
    const after = readLawAfter(text, found, this.#names);
    if (after && found.tail?.apart) {
      // “Article 1206, and Article 19 of the Product Quality Law”: the law is that of the latter.
      this.#reference(at, found.tail.end, { ...found, ...found.tail }, { english: true });
      return found.tail.end;
    }
    const read =
      found.decimal && after?.name?.sort !== 'law' ? { ...found, points: [], clause: true } : found;
    // Of a clause, too, the thing behind it is named for the resolver.
    this.#reference(at, after?.end ?? read.end, read, { ...after, english: true });
    if (after?.name && read.points.length > 0)
      for (const alias of readGlue(text, after.end, true).aliases) this.#alias(alias, after.name);
    return after?.end ?? read.end;
  }

  #alias(alias: { start: number; end: number; alias: string }, name: NameExpression): void {
    this.#tokens.push({ type: 'alias', ...alias, name });
  }
}
