import type { TextEdit } from '../../text/range';
import type { Rule, RuleContext } from '../rule';
import { chunkScan, type Found } from './chunkScan';
import { type Cited, isEnglish } from './cited';
import { editsFor, gatherFound } from './gather';
import { type WrittenPart, writtenParts } from './written';

const id = 'C14';

/** 第 or 条 left out. */
export const rule: Rule = {
  id,
  name: 'missing-di',
  severity: 'information',
  scope: 'memo',
  title: { zh: '缺“第”或“条”', en: '第 or 条 missing' },
  purpose: {
    zh: '引用条款写足“第……条”，列举和范围也一样：第27条、第29条；第40条至第50条；第三十八条第二款（不写 38(2)、§38）。',
    en: 'Places are written in full with 第 and 条, in lists and ranges too; not 38(2) or §38 in Chinese text.',
  },
  source: {
    zh: '引用惯例；《立法技术规范（试行）（一）》',
    en: 'Citation convention; technical norms of legislation',
  },
  examples: [
    {
      text: '依照《民法典》1198 条。',
      finds: ['1198 条'],
      fixed: '依照《民法典》第1198 条。',
    },
    {
      text: '《网络安全法》第40条至50条。',
      finds: ['第40条至50条'],
      fixed: '《网络安全法》第40条至第50条。',
    },
    {
      text: '《电子商务法》第27、29条。',
      finds: ['第27'],
      fixed: '《电子商务法》第27条、第29条。',
    },
    {
      text: '《电子商务法》第三十八条第一、二款。',
      finds: ['第三十八条第一'],
      fixed: '《电子商务法》第三十八条第一款、第二款。',
    },
    { text: '《电子商务法》第27条、第29条；第四十条至第四十五条。', finds: [] },
    { text: 'Article 38(2) of the E-Commerce Law.', finds: [] },
  ],
  check(context) {
    return gatherFound(rule, context, incomplete(context), ({ target }) => target, { key: 'C14' });
  },
  mendsSafely: true,
  fixes(finding, context) {
    const edits = editsFor(context, finding.data as readonly Found<Cited>[], mend);
    return edits.length > 0 ? [{ title: { key: 'C14.fix' }, edits, safe: true, preferred: true }] : [];
  },
};

/** 38(2), §38: what the brackets mean is for the author to say; 第（一）至（三）项 says it. */
const isSymbol = ({ target }: Cited): boolean =>
  target.forms.includes('symbol') && !target.forms.includes('bracketed-item');

const incomplete = chunkScan((local) =>
  local.citations.citations.flatMap((citation): Cited[] => {
    if (citation.quoted || !citation.statute) return [];
    const all = citation.targets.map((target) => ({ citation, target }));
    // One member that lacks something shows that the list does (第27、29条: 条 is missing behind 27).
    if (!all.some(isIncomplete)) return [];
    return all.filter((c) => isSymbol(c) || mend(local, c).length > 0);
  }),
);

function isIncomplete(cited: Cited): boolean {
  const { forms } = cited.target;
  if (isEnglish(cited) || forms.includes('bracketed-item')) return false;
  return forms.some(
    (form) => form === 'missing-di' || form === 'missing-tiao' || form === 'elided-list' || form === 'symbol',
  );
}

const unitNames: Readonly<Partial<Record<WrittenPart['unit'], string>>> = {
  article: '条',
  paragraph: '款',
  item: '项',
};

/** Inserts what is missing; nothing is taken away, so that the meaning cannot change. What 38(2) means a human says. */
function mend(context: RuleContext, cited: Cited): TextEdit[] {
  const { place } = cited.target;
  if (isSymbol(cited)) return [];
  const edits: TextEdit[] = [];
  const parts = writtenParts(context, cited);
  // The unit of a bare number is that of the one it is listed with (第一、二款), else the deepest of its place.
  const deepest = place.item !== undefined ? 'item' : place.paragraph !== undefined ? 'paragraph' : 'article';
  parts.forEach((part, i) => {
    const unit = part.named ? part.unit : (parts.slice(i).find((p) => p.named)?.unit ?? deepest);
    const name = unitNames[unit];
    if (part.unit === 'suffix' || !name || (part.brackets && !part.named)) return;
    if (!part.di) edits.push({ start: part.start, end: part.start, text: '第' });
    if (!part.named) edits.push({ start: part.end, end: part.end, text: name });
  });
  return edits;
}
