import type { Citation, Target } from '../../citations/citation';
import type { Locator } from '../../statutes/statute';
import type { Fix } from '../rule';
import { chainsOf } from './chains';
import { chunkRule } from './chunkRule';
import { lawWords, placeWords } from './wording';

const id = 'C22';

interface Repeated {
  readonly citation: Citation;
  readonly target: Target;
}

/** The same place twice in one list. */
export const rule = chunkRule({
  id,
  name: 'duplicate',
  severity: 'hint',
  scope: 'citation',
  title: { zh: '一处重复引用', en: 'Cited twice in one list' },
  purpose: {
    zh: '同一处并列引用中，同一条款出现两次时提示。',
    en: 'Reports a provision that comes twice in one list.',
  },
  source: { zh: '逻辑', en: 'Logic' },
  examples: [
    {
      text: '依照《电子商务法》第三十八条、第八十三条、第三十八条之规定。',
      finds: ['第三十八条'],
      fixed: '依照《电子商务法》第三十八条、第八十三条之规定。',
    },
    { text: '依照《电子商务法》第三十八条第一款、第二款。第三十八条第一款另有限制。', finds: [] },
  ],
  *check(context) {
    for (const chain of chainsOf(context)) {
      if (chain[0]!.quoted || (chain.length === 1 && chain[0]!.targets.length === 1)) continue;
      const seen = new Map<string, Target>();
      for (const citation of chain) {
        const { statute } = citation;
        if (!statute) continue;
        for (const target of citation.targets) {
          const key = `${statute.short} ${keyOf(target.place)} ${target.to ? keyOf(target.to) : ''}`;
          const first = seen.get(key);
          if (!first) {
            seen.set(key, target);
            continue;
          }
          yield {
            rule: id,
            severity: 'hint',
            start: target.start,
            end: target.end,
            message: { key: 'C22', args: { ...lawWords(statute), ...placeWords(target.place, target.to) } },
            related: [{ start: first.start, end: first.end, message: { key: 'citations.also-here' } }],
            tag: 'unnecessary',
            data: { citation, target } satisfies Repeated,
          };
        }
      }
    }
  },
  fixes(finding) {
    const { citation, target } = finding.data as Repeated;
    const at = citation.targets.indexOf(target);
    const before = citation.targets[at - 1];
    if (!before || before.end > target.start) return [];
    const edits = [{ start: before.end, end: target.end, text: '' }];
    return [{ title: { key: 'C22.fix' }, edits, safe: false, preferred: true }] satisfies Fix[];
  },
});

function keyOf(place: Locator): string {
  return [
    place.article,
    place.suffix ?? '',
    place.paragraph ?? '',
    place.item ?? '',
    place.subitem ?? '',
  ].join('.');
}
