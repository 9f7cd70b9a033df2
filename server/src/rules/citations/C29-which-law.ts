import type { Citation } from '../../citations/citation';
import type { Statute } from '../../statutes/statute';
import type { Fix, Rule } from '../rule';
import { chunkScan, type Found, inMemo } from './chunkScan';
import { editsFor, gatherFound } from './gather';
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
    const found = unresolved(context);
    for (const { value, chunk } of found) {
      const candidates = candidatesOf(value);
      if (candidates.length === 0) continue;
      const { place, to } = value.targets[0]!;
      const names = candidates.map((s) => inMarks(s.short)).join('、');
      yield {
        rule: id,
        severity: 'information',
        ...inMemo(context, chunk, value),
        message: { key: 'C29', args: { ...placeWords(place, to), candidates: names } },
        data: [{ value, chunk }],
      };
    }
    const nameless = found.filter(({ value }) => candidatesOf(value).length === 0);
    const first = nameless[0]?.value.targets[0];
    if (!first) return;
    const words = { key: 'C29.none', args: placeWords(first.place, first.to) };
    yield* gatherFound(rule, context, nameless, (citation) => citation, words);
  },
  fixes(finding, context) {
    const found = finding.data as readonly Found<Citation>[];
    const citation = found[0]!.value;
    if (citation.forms.includes('english')) return [];
    return candidatesOf(citation)
      .slice(0, 5)
      .map((statute): Fix => {
        const start = citation.targets[0]!.start;
        const from = citation.kind === 'anaphoric' ? citation.start : start;
        const edit = { start: from, end: start, text: inMarks(statute.short) };
        return {
          title: { key: 'C29.fix', args: lawWords(statute) },
          edits: editsFor(context, found, () => [edit]),
          safe: false,
        };
      });
  },
};

const unresolved = chunkScan((local) =>
  local.citations.citations.filter(
    ({ statute, unknownTitle, quoted, targets }) =>
      !statute && unknownTitle === undefined && !quoted && targets.length > 0,
  ),
);

/** The candidates of the kind that the words name: 该条例 is no 法. */
function candidatesOf({ raw, candidates }: Citation): readonly Statute[] {
  const kind = /^[该本上述同这前]{1,2}([\u4e00-\u9fff]{1,3}?)第/.exec(raw)?.[1];
  return kind ? candidates.filter(({ short }) => short.includes(kind)) : candidates;
}
