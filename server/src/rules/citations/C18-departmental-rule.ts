import checks from '../../../citations/checks.json';
import type { Finding } from '../rule';
import { chunkRule } from './chunkRule';
import { blockOf, proseRange } from './cited';
import { verdictGrounds } from './verdict';
import { lawWords } from './wording';

const id = 'C18';

/** A departmental rule as the ground of a civil judgment. */
export const rule = chunkRule({
  id,
  name: 'departmental-rule',
  severity: 'hint',
  scope: 'citation',
  title: { zh: '规章不作民事裁判依据', en: 'Departmental rule as ground of judgment' },
  purpose: {
    zh: '法院风格下，民事裁判依据（“依照……判决如下”）引用部门规章、地方政府规章时提示：规章经审查认定合法有效的，只可作为说理依据。',
    en: 'Court profile: departmental and local government rules may support the reasoning of a civil judgment but are not named as its ground.',
  },
  source: {
    zh: '最高人民法院《关于裁判文书引用法律、法规等规范性法律文件的规定》第四条、第六条。',
    en: 'SPC Provisions on the Citation of Normative Legal Documents in Judgments, Articles 4 and 6.',
  },
  examples: [
    {
      profile: 'court',
      text: '依照《民法典》第一千一百九十八条、《网络交易监督管理办法》第二十九条之规定，判决如下：',
      finds: ['《网络交易监督管理办法》第二十九条'],
    },
    {
      profile: 'court',
      text: '《网络交易监督管理办法》第二十九条可供参照。依照《民法典》第一千一百九十八条之规定，判决如下：',
      finds: [],
    },
    { text: '依照《网络交易监督管理办法》第二十九条之规定，判决如下：', finds: [] },
  ],
  dependsOn: (context) => context.profile,
  *check(context) {
    if (context.profile !== 'court') return;
    for (const citation of context.citations.citations) {
      const { statute } = citation;
      if (!statute || citation.quoted || !checks.departmental.includes(statute.level)) continue;
      const { block, origin } = blockOf(context, citation);
      const at = proseRange(block, origin, citation).start;
      if (!verdictGrounds(block).some((ground) => at >= ground.start && at < ground.end)) continue;
      yield {
        rule: id,
        severity: 'hint',
        start: citation.start,
        end: citation.end,
        message: { key: 'C18', args: lawWords(statute) },
      } satisfies Finding;
    }
  },
});
