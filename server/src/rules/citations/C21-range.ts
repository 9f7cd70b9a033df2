import type { Locator } from '../../statutes/statute';

import { chunkRule } from './chunkRule';
import type { Cited } from './cited';
import { placeWords } from './wording';
import { writtenParts } from './written';

const id = 'C21';

/** A range that ends before it begins. */
export const rule = chunkRule({
  id,
  name: 'range-order',
  severity: 'warning',
  scope: 'citation',
  title: { zh: '范围的终点在起点之前', en: 'Range ends before it begins' },
  purpose: {
    zh: '“第X条至第Y条”的终点小于或等于起点时提示。起止两端是否存在，由 C02 至 C04 检查。',
    en: 'Reports a range whose end is not behind its beginning. Whether both ends exist is checked by C02 to C04.',
  },
  source: { zh: '逻辑', en: 'Logic' },
  examples: [
    {
      text: '《电子商务法》第八十三条至第三十八条。',
      finds: ['第八十三条至第三十八条'],
      fixed: '《电子商务法》第三十八条至第八十三条。',
    },
    { text: '《电子商务法》第三十八条至第八十三条。', finds: [] },
  ],
  *check(context) {
    for (const citation of context.citations.citations) {
      if (citation.quoted || !citation.statute) continue;
      for (const target of citation.targets) {
        if (!target.to || before(target.place, target.to)) continue;
        yield {
          rule: id,
          severity: 'warning',
          start: target.start,
          end: target.end,
          message: { key: 'C21', args: placeWords(target.place, target.to) },
          data: { citation, target } satisfies Cited,
        };
      }
    }
  },
  fixes(finding, context) {
    const parts = writtenParts(context, finding.data as Cited);
    const [a, b] = parts;
    if (parts.length !== 2 || !a || !b || a.unit !== b.unit || a.value === b.value) return [];
    const edits = [
      { ...a.number, text: b.text },
      { ...b.number, text: a.text },
    ];
    return [{ title: { key: 'C21.fix' }, edits, safe: false }];
  },
});

function before(a: Locator, b: Locator): boolean {
  const key = (p: Locator) => [p.article, p.suffix ?? 0, p.paragraph ?? 0, p.item ?? 0, p.subitem ?? 0];
  const [x, y] = [key(a), key(b)];
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! < y[i]!;
  return false;
}
