import type { Citation } from '../../citations/citation';
import type { Fix, Rule } from '../rule';
import { lawWords, placeWords } from './wording';

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
  examples: [{ text: '《电子商务法》第三十八条；该法第八十三条。', finds: [] }],
  *check(context) {
    for (const citation of context.citations.citations) {
      if (citation.statute || citation.unknownTitle !== undefined || citation.quoted) continue;
      const [target] = citation.targets;
      if (!target || citation.candidates.length === 0) continue;
      yield {
        rule: id,
        severity: 'information',
        start: citation.start,
        end: citation.end,
        message: {
          key: 'C29',
          args: {
            ...placeWords(target.place, target.to),
            candidates: citation.candidates.map((s) => `《${s.short}》`).join('、'),
          },
        },
        data: citation,
      };
    }
  },
  fixes(finding) {
    const citation = finding.data as Citation;
    if (citation.forms.includes('english')) return [];
    return citation.candidates.slice(0, 5).map((statute): Fix => {
      const start = citation.targets[0]!.start;
      const from = citation.kind === 'anaphoric' ? citation.start : start;
      return {
        title: { key: 'C29.fix', args: lawWords(statute) },
        edits: [{ start: from, end: start, text: `《${statute.short}》` }],
        safe: false,
      };
    });
  },
};
