import type { Citation } from '../../citations/citation';
import type { Statute } from '../../statutes/statute';
import type { Fix, Rule } from '../rule';
import { gather } from './gather';
import { inMarks, lawWords, placeWords } from './wording';

const id = 'C29';

/** A bare article whose law cannot be known. */
export const rule: Rule = {
  id,
  name: 'which-law',
  severity: 'information',
  scope: 'citation',
  title: { zh: '哪部法律？', en: 'Which law?' },
  purpose: {
    zh: '只写“第X条”“该法第X条”而上下文可能指几部法律时提示，并给出候选；不作猜测，也不作存在与否的判断。',
    en: 'Says where a bare article may belong to several laws named before, with the candidates; nothing is guessed and nothing is called wrong.',
  },
  source: {
    zh: '裁判文书引用规定第一条：名称和序号应当完整。',
    en: 'SPC citation provisions, Article 1: name and number complete.',
  },
  examples: [
    {
      text: '根据该法第十条，平台应当承担责任。',
      finds: ['该法第十条'],
    },
    {
      text: '《网络交易监督管理办法》和《民法典》都有规定。\n\n## 二\n\n该条例第五条另有规定。',
      finds: ['该条例第五条'],
    },
    { text: '《电子商务法》第三十八条；该法第八十三条。', finds: [] },
  ],
  *check(context) {
    const nameless: Citation[] = [];
    for (const citation of context.citations.citations) {
      if (citation.statute || citation.unknownTitle !== undefined || citation.quoted) continue;
      const [target] = citation.targets;
      if (!target) continue;
      const candidates = candidatesOf(citation);
      if (candidates.length === 0) {
        nameless.push(citation);
        continue;
      }
      yield {
        rule: id,
        severity: 'information',
        start: citation.start,
        end: citation.end,
        message: {
          key: 'C29',
          args: {
            ...placeWords(target.place, target.to),
            candidates: candidates.map((s) => inMarks(s.short)).join('、'),
          },
        },
        data: citation,
      };
    }
    const first = nameless[0]?.targets[0];
    if (first) yield* gather(rule, nameless, { key: 'C29.none', args: placeWords(first.place, first.to) });
  },
  fixes(finding) {
    const citation = finding.data as Citation | undefined;
    if (!citation || citation.forms.includes('english')) return [];
    return candidatesOf(citation)
      .slice(0, 5)
      .map((statute): Fix => {
        const start = citation.targets[0]!.start;
        const from = citation.kind === 'anaphoric' ? citation.start : start;
        return {
          title: { key: 'C29.fix', args: lawWords(statute) },
          edits: [{ start: from, end: start, text: inMarks(statute.short) }],
          safe: false,
        };
      });
  },
};

/** The candidates of the kind that the words name: 该条例 is no 法. */
function candidatesOf({ raw, candidates }: Citation): readonly Statute[] {
  const kind = /^[该本上述同这前]{1,2}([\u4e00-\u9fff]{1,3}?)第/.exec(raw)?.[1];
  return kind ? candidates.filter(({ short }) => short.includes(kind)) : candidates;
}
