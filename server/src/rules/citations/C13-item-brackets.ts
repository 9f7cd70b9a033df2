import type { Rule } from '../rule';
import { chunkScan, type Found } from './chunkScan';
import { isEnglish, type Known, ownCited } from './cited';
import { editsFor, gatherFound } from './gather';
import { writtenParts } from './written';

const id = 'C13';

/** 第（一）项 is cited as 第一项. */
export const rule: Rule = {
  id,
  name: 'item-brackets',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '项的序号不加括号', en: 'No brackets around item numbers' },
  purpose: {
    zh: '法条中项的序号带括号，引用时不带：写“第一项”，不写“第（一）项”。三种风格一致。',
    en: 'Items carry brackets in the statute, not in a citation: 第一项, not 第（一）项. The same in all profiles.',
  },
  source: {
    zh: '全国人大常委会法工委《立法技术规范（试行）（一）》；《法学引注手册》第70条。',
    en: 'NPC Legislative Affairs Commission, technical norms of legislation; Manual of Legal Citation, rule 70.',
  },
  examples: [
    {
      text: '《电子商务法》第八十条第一款第（一）项、第（三）项。',
      finds: ['第八十条第一款第（一）项'],
      fixed: '《电子商务法》第八十条第一款第一项、第三项。',
    },
    {
      text: '《电子商务法》第八十条第一款第（一）至（三）项、（五）项。',
      finds: ['第八十条第一款第（一）至（三）项'],
      fixed: '《电子商务法》第八十条第一款第一至三项、第五项。',
    },
    { text: '《电子商务法》第八十条第一款第一项。', finds: [] },
  ],
  check(context) {
    return gatherFound(rule, context, bracketed(context), ({ target }) => target, { key: 'C13' });
  },
  fixes(finding, context) {
    const edits = editsFor(context, finding.data as readonly Found<Known>[], (local, cited) =>
      writtenParts(local, cited).flatMap(({ unit, brackets, di, last }) => {
        if (unit !== 'item' || !brackets) return [];
        const [open, close] = brackets;
        return [
          { ...open, text: di || last ? '' : '第' },
          { ...close, text: '' },
        ];
      }),
    );
    return edits.length > 0 ? [{ title: { key: 'C13.fix' }, edits, safe: false, preferred: true }] : [];
  },
};

const bracketed = chunkScan((local) =>
  ownCited(local).filter((cited) => cited.target.forms.includes('bracketed-item') && !isEnglish(cited)),
);
