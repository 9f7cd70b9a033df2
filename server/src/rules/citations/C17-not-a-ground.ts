import checks from '../../../citations/checks.json';
import type { TextRange } from '../../text/range';
import type { Finding, Rule } from '../rule';
import { proseScan } from './proseScan';
import { verdictGrounds } from './verdict';

const id = 'C17';
const { laws, endings } = checks.notGrounds;

interface Title extends TextRange {
  readonly title: string;
}

const titles = proseScan<Title>((block) =>
  verdictGrounds(block).flatMap((ground) => {
    const found: Title[] = [];
    const text = block.prose.slice(ground.start, ground.end);
    for (const match of text.matchAll(/《([^《》]{2,80})》/g)) {
      const title = match[1]!;
      const bare = title.replace(checks.fullTitle.state, '').replace(/[（(][^（()）]{0,20}[）)]$/, '');
      if (laws.includes(bare) || endings.some((ending) => bare.endsWith(ending))) {
        const start = ground.start + match.index;
        found.push({ start, end: start + match[0].length, title });
      }
    }
    return found;
  }),
);

/** A document on which a judgment may not rest. */
export const rule: Rule = {
  id,
  name: 'not-a-ground',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '不得作为裁判依据的文件', en: 'Not a ground of judgment' },
  purpose: {
    zh: '法院风格下，裁判依据（“依照……判决如下”）中出现宪法、会议纪要、指导意见、指导性案例等时提示：只能在说理部分引用。',
    en: 'Court profile: the Constitution, minutes, guidance documents and guiding cases may support the reasoning but not be named as the ground of a judgment.',
  },
  source: {
    zh: '《人民法院民事裁判文书制作规范》；《〈关于案例指导工作的规定〉实施细则》第十条。',
    en: 'SPC drafting standard for civil judgments; implementing rules on guiding cases, Article 10.',
  },
  examples: [
    {
      profile: 'court',
      text: '依照《中华人民共和国宪法》第三十三条、《民法典》第一千一百九十八条之规定，判决如下：',
      finds: ['《中华人民共和国宪法》'],
    },
    {
      profile: 'court',
      text: '参照《全国法院民商事审判工作会议纪要》的精神，合同有效。依照《民法典》第五百零二条之规定，判决如下：',
      finds: [],
    },
    { text: '依照《宪法》第三十三条之规定，判决如下：', finds: [] },
  ],
  check(context) {
    if (context.profile !== 'court') return [];
    return titles(context.memo).map(
      ({ start, end, title }): Finding => ({
        rule: id,
        severity: 'hint',
        start,
        end,
        message: { key: 'C17', args: { title } },
      }),
    );
  },
};
