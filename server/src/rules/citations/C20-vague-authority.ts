import checks from '../../../citations/checks.json';
import { sourceRange } from '../../memo/prose';
import { sentenceAt } from '../../memo/sentences';
import type { TextRange } from '../../text/range';
import type { Rule } from '../rule';
import { gather } from './gather';
import { proseScan } from './proseScan';

const id = 'C20';
const { leads, scopes, relations, nouns, english } = checks.vague;

const any = (words: readonly string[]) =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/ /g, '\\s'))
    .join('|');
const chinesePattern = new RegExp(
  `(?:${any(leads)})(?:${any(scopes)})?(?:${any(relations)})的?(?:${any(nouns)})(?:的?(?:相关|有关)?规定)?`,
  'g',
);
const englishPattern = new RegExp(
  `\\b(?:${any(english.leads)})\\s(?:the\\s)?(?:(?:${any(english.scopes)})\\s)?(?:${any(english.relations)})\\s(?:(?:${any(english.scopes)})\\s)?(?:${any(english.nouns)})\\b`,
  'gi',
);

interface Vague extends TextRange {
  /** The sentence it stands in, as source range relative to the hit. */
  readonly from: number;
  readonly to: number;
}

const phrases = proseScan<Vague>((block) => {
  if (block.quoteDepth > 0 || block.kind === 'heading') return [];
  const found: Vague[] = [];
  for (const pattern of [chinesePattern, englishPattern]) {
    for (const match of block.prose.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      const sentence = sentenceAt(block, start) ?? { start, end };
      const whole = sourceRange(block, sentence);
      const at = sourceRange(block, { start, end }).start;
      found.push({ start, end, from: whole.start - at, to: whole.end - at });
    }
  }
  return found;
});

/** 根据相关法律规定, and no provision in the sentence. */
export const rule: Rule = {
  id,
  name: 'vague-authority',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '依据笼统', en: 'Vague authority' },
  purpose: {
    zh: '“根据相关法律规定”一类的表述，而同一句中没有写明任何法律或条款时提示：读者无从核对。',
    en: 'Reports “pursuant to relevant laws” in a sentence that names no law or provision: the reader cannot check it.',
  },
  source: {
    zh: '法律意见书写作惯例：结论须有可核对的依据。',
    en: 'Practice of legal writing: a conclusion needs an authority that can be checked.',
  },
  examples: [
    { text: '根据相关法律规定，平台应当承担责任。', finds: ['根据相关法律规定'] },
    {
      text: 'Pursuant to relevant laws and regulations, the platform is liable.',
      finds: ['Pursuant to relevant laws and regulations'],
    },
    { text: '根据《电子商务法》第三十八条等相关法律规定，平台应当承担责任。', finds: [] },
    { text: '依照有关法律规定，即《电子商务法》第三十八条，平台应当承担责任。', finds: [] },
  ],
  check(context) {
    const { byChunk } = context.citations;
    const found = phrases(context.memo).filter(({ start, from, to, chunk }) => {
      const results = byChunk[chunk];
      if (!results) return true;
      const at = start - context.memo.starts[chunk]!;
      const inSentence = (c: TextRange) => c.start >= at + from && c.start < at + to;
      return !results.citations.some(inSentence) && !results.mentions.some(inSentence);
    });
    return gather(rule, found, { key: 'C20' });
  },
};
