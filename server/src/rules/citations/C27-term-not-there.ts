import checks from '../../../citations/checks.json';
import type { Citation, Target } from '../../citations/citation';
import { sentenceAt } from '../../memo/sentences';
import type { StatuteLibrary } from '../../statutes/library';
import type { Article, Locator } from '../../statutes/statute';
import type { TextRange } from '../../text/range';
import type { RuleContext } from '../rule';
import { isTerm } from './C19-quotation';
import { chunkRule } from './chunkRule';
import { absoluteRange, blockOf, proseRange } from './cited';
import { lawWords, placeWords } from './wording';
import { placeFix } from './written';

const id = 'C27';
const { links, words } = checks.terms;
/** A longer quotation is more likely a paraphrase than a term. */
const longestTerm = 8;
const longestFirst = [...words].sort((a, b) => b.length - a.length);

interface Claim extends TextRange {
  readonly citation: Citation;
  readonly target: Target;
  readonly term: string;
  readonly elsewhere?: Locator;
}

/** A decisive term that is ascribed to a provision which does not contain it. */
export const rule = chunkRule({
  id,
  name: 'term-not-there',
  severity: 'information',
  scope: 'citation',
  title: { zh: '所引条款没有该用语', en: 'Term not in the cited provision' },
  purpose: {
    zh: '引用之后紧接“连带责任”“相应的责任”等决定责任形态的用语，而所引条款没有这一用语时提示；同条另一款有该用语的，指出该款。',
    en: 'Says where a term that decides the form of liability is tied directly to a citation whose provision does not contain it, and names the paragraph of the article that does.',
  },
  source: {
    zh: '所引条款的文字',
    en: 'The words of the cited provision',
  },
  examples: [
    {
      text: '平台应当承担《电子商务法》第38条第2款规定的连带责任。',
      finds: ['连带责任'],
      fixed: '平台应当承担《电子商务法》第38条第1款规定的连带责任。',
    },
    {
      text: '平台应当承担《电子商务法》第三十八条第二款“连带责任”。',
      finds: ['连带责任'],
    },
    {
      text: '《电子商务法》第38条第1款规定的连带责任与第2款规定的相应的责任不同。',
      finds: [],
    },
  ],
  *check(context) {
    for (const claim of claims(context)) {
      const { citation, target, term, elsewhere, start, end } = claim;
      const there = elsewhere && placeWords(elsewhere);
      yield {
        rule: id,
        severity: 'information',
        start,
        end,
        message: {
          key: there ? 'C27.elsewhere' : 'C27',
          args: {
            ...lawWords(citation.statute!),
            ...placeWords(target.place),
            term,
            ...(there && { there: there.place!, thereEn: there.placeEn! }),
          },
        },
        data: claim,
      };
    }
  },
  fixes(finding, context) {
    const claim = finding.data as Claim;
    return claim.elsewhere ? placeFix(context, claim, claim.elsewhere) : [];
  },
});

function* claims(context: RuleContext): Iterable<Claim> {
  const quoted = new Set<number>();
  for (const quotation of context.citations.quotations) {
    if (quotation.status !== 'differs' || !isTerm(quotation) || !quotation.citation.statute) continue;
    quoted.add(quotation.start);
    const { start, end, citation, target } = quotation;
    const term = context.memo.text.slice(start, end);
    if (term.length > longestTerm && !words.includes(term)) continue;
    const elsewhere = otherPlace(context.library, target, term);
    yield { start, end, citation, target, term, ...(elsewhere && { elsewhere }) };
  }
  for (const citation of context.citations.citations) {
    const target = citation.targets.at(-1);
    if (!citation.statute || citation.quoted || target?.status !== 'verified' || target.to) continue;
    const claim = tied(context, citation, target);
    if (claim && !quoted.has(claim.start)) yield claim;
  }
}

/** 第三十八条第二款规定的连带责任: the term directly behind the citation. */
function tied(context: RuleContext, citation: Citation, target: Target): Claim | undefined {
  const { block, origin } = blockOf(context, citation);
  const { start, end } = proseRange(block, origin, citation);
  const sentence = sentenceAt(block, start);
  const after = block.prose.slice(end, Math.min(sentence?.end ?? end, end + 40));
  const link = links.find((word) => after.startsWith(word)) ?? '';
  let at = link.length;
  while (' “"'.includes(after[at] ?? '。')) at++;
  if (at === 0) return undefined;
  const term = longestFirst.find((word) => after.startsWith(word, at));
  if (!term || citation.targets.some((t) => contains(context.library, t, term))) return undefined;
  if (!context.library.article(target.version!, target.place.article, target.place.suffix)) return undefined;
  const range = absoluteRange(block, origin, { start: end + at, end: end + at + term.length });
  const elsewhere = otherPlace(context.library, target, term);
  return { ...range, citation, target, term, ...(elsewhere && { elsewhere }) };
}

/** Whether the place may contain the term: true also where the text is not here. */
function contains(library: StatuteLibrary, { version, place, to }: Target, term: string): boolean {
  const article = version && library.article(version, place.article, place.suffix);
  if (!article || to) return true;
  return wordsOf(article, place.paragraph).some((text) => has(text, term));
}

/** The one other 款 of the article that has the term. */
function otherPlace(library: StatuteLibrary, target: Target, term: string): Locator | undefined {
  const { version, place } = target;
  const article = version && library.article(version, place.article, place.suffix);
  if (!article || place.paragraph === undefined) return undefined;
  const found = article.paragraphs.flatMap((_, i) =>
    wordsOf(article, i + 1).some((text) => has(text, term)) ? [i + 1] : [],
  );
  const { item, subitem, ...base } = place;
  return found.length === 1 && found[0] !== place.paragraph ? { ...base, paragraph: found[0]! } : undefined;
}

/** 相应的责任 is also called 相应责任; 连带赔偿责任 is 连带责任. */
function has(text: string, term: string): boolean {
  const plain = (s: string) => s.replace(/的|赔偿/g, '');
  return plain(text).includes(plain(term));
}

function wordsOf(article: Article, paragraph: number | undefined): string[] {
  const list =
    paragraph === undefined ? article.paragraphs : article.paragraphs.slice(paragraph - 1, paragraph);
  return list.map((p) => [p.text, ...p.items.map((item) => item.text), p.closing ?? ''].join(''));
}
