import checks from '../../../citations/checks.json';
import type { Rule } from '../rule';
import { chunkScan } from './chunkScan';
import { citedWith, type Known, sentenceWords } from './cited';
import { gatherFound, groupBy } from './gather';
import { lawWords } from './wording';

const id = 'C09';

/** The cited law is not in force yet on the law date. */
export const rule: Rule = {
  id,
  name: 'not-yet-effective',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '尚未施行的法律', en: 'Law not yet in force' },
  purpose: {
    zh: '所引法律在法律基准日尚未施行时提示，每部法律一次。作者已写明施行时间的，不提示。',
    en: 'Says once for each law that it is not yet in force on the law date. Silent where the author says so himself.',
  },
  source: {
    zh: '该法的施行日期条款；《立法法》第六十一条：法律应当明确规定施行日期。',
    en: 'The commencement clause of the law; Legislation Law, Article 61.',
  },
  examples: [
    {
      text: '---\nlaw-date: 2017-03-01\n---\n依照《网络安全法》第二十一条，网络运营者应当履行安全保护义务。',
      finds: ['《网络安全法》第二十一条'],
    },
    {
      text: '---\nlaw-date: 2017-03-01\n---\n《网络安全法》第二十一条将于2017年6月1日起施行。',
      finds: [],
    },
    { text: '---\nlaw-date: 2018-03-01\n---\n依照《网络安全法》第二十一条。', finds: [] },
  ],
  *check(context) {
    for (const [statute, all] of groupBy(early(context), ({ value }) => value.statute)) {
      const effective = all[0]!.value.version.effective ?? '?';
      const args = { ...lawWords(statute), effective, date: context.citations.asOf };
      yield* gatherFound(rule, context, all, ({ citation }) => citation, { key: 'C09', args });
    }
  },
};

/** Citations (each once) of laws not yet in force whose sentence does not say so. */
const early = chunkScan((local) => {
  const found = new Map<Known['citation'], Known>();
  for (const cited of citedWith(local, 'not-yet-effective')) {
    if (cited.citation.quoted || found.has(cited.citation)) continue;
    const { before, after } = sentenceWords(local, cited.citation);
    const words = `${before.slice(-60)}${cited.citation.raw}${after.slice(0, 60)}`;
    if (!checks.notYet.some((word) => words.includes(word))) found.set(cited.citation, cited);
  }
  return found.values();
});
