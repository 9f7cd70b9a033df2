import type { Rule } from '../rule';
import { gather } from './gather';
import { proseScan } from './proseScan';

const id = 'C15';

const separators = proseScan((block) => {
  const found: { start: number; end: number }[] = [];
  for (let at = block.prose.indexOf('》、《'); at >= 0; at = block.prose.indexOf('》、《', at + 2)) {
    if (block.quoteDepth === 0) found.push({ start: at + 1, end: at + 2 });
  }
  return found;
});

/** No 、 between adjacent titles. */
export const rule: Rule = {
  id,
  name: 'title-separator',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '书名号之间不用顿号', en: 'No 、 between adjacent titles' },
  purpose: {
    zh: '学术风格下，相邻的书名号之间不加顿号（名称之后另有括注的除外）。',
    en: 'In the academic profile adjacent titles are not separated by 、.',
  },
  source: {
    zh: 'GB/T 15834—2011 4.5.3.5；《法学引注手册》第24条。',
    en: 'GB/T 15834-2011, 4.5.3.5; Manual of Legal Citation, rule 24.',
  },
  examples: [
    {
      profile: 'academic',
      text: '参见《民法典》、《电子商务法》和《食品安全法》。',
      finds: ['、'],
      fixed: '参见《民法典》《电子商务法》和《食品安全法》。',
    },
    { profile: 'academic', text: '参见《民法典》《电子商务法》。', finds: [] },
    { text: '参见《民法典》、《电子商务法》。', finds: [] },
  ],
  check(context) {
    if (context.profile !== 'academic') return [];
    const found = separators(context.memo);
    return gather(rule, found, { key: 'C15' }, found);
  },
  mendsSafely: true,
  fixes(finding) {
    const places = finding.data as readonly { start: number; end: number }[];
    const edits = places.map(({ start, end }) => ({ start, end, text: '' }));
    return [{ title: { key: 'C15.fix' }, edits, safe: true, preferred: true }];
  },
};
