import checks from '../../../citations/checks.json';
import type { Citation } from '../../citations/citation';
import type { Statute } from '../../statutes/statute';
import type { TextRange } from '../../text/range';
import type { Fix, RuleContext } from '../rule';
import { chainsOf } from './chains';
import { chunkRule } from './chunkRule';

const id = 'C16';

interface Segment extends TextRange {
  readonly statute: Statute;
}

/** Several authorities in one list, in the order of their rank. */
export const rule = chunkRule({
  id,
  name: 'authority-order',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '并列引用的顺序', en: 'Order of authorities' },
  purpose: {
    zh: '一处并列引用几部规范时，依次为：法律及法律解释、行政法规、地方性法规、自治条例和单行条例、司法解释；几部法律之间，先基本法律后其他法律，先实体法后程序法。',
    en: 'Several authorities in one list: laws and their interpretation, administrative regulations, local regulations, autonomous regulations, judicial interpretations; among laws the basic ones first, substantive before procedural.',
  },
  source: {
    zh: '最高人民法院《关于裁判文书引用法律、法规等规范性法律文件的规定》第二条。',
    en: 'SPC Provisions on the Citation of Normative Legal Documents in Judgments, Article 2.',
  },
  examples: [
    {
      text: '依照《食品药品纠纷规定》第五条、《电子商务法》第三十八条、《民法典》第一千一百九十八条之规定。',
      finds: ['《食品药品纠纷规定》第五条、《电子商务法》第三十八条、《民法典》第一千一百九十八条'],
      fixed: '依照《民法典》第一千一百九十八条、《电子商务法》第三十八条、《食品药品纠纷规定》第五条之规定。',
    },
    {
      text: '依照《民法典》第一千一百九十八条、《电子商务法》第三十八条、《民事诉讼法》第六十七条之规定。',
      finds: [],
    },
    { text: '依照《电子商务法》第三十八条承担责任；另见《民法典》第一千一百九十八条。', finds: [] },
  ],
  dependsOn: (context) => context.profile,
  *check(context) {
    const severity = context.profile === 'court' ? 'information' : 'hint';
    for (const chain of chainsOf(context)) {
      if (chain.length < 2 || chain[0]!.quoted || !isGround(context, chain[0]!)) continue;
      const segments = segmentsOf(chain);
      if (!segments) continue;
      const ordered = inOrder(segments);
      if (ordered.every((segment, i) => segment === segments[i])) continue;
      yield {
        rule: id,
        severity,
        start: segments[0]!.start,
        end: segments.at(-1)!.end,
        message: {
          key: 'C16',
          args: { order: ordered.map((s) => `《${s.statute.short}》`).join('、') },
        },
        data: segments,
      };
    }
  },
  fixes(finding, context) {
    const segments = finding.data as readonly Segment[];
    const ordered = inOrder(segments);
    const edits = segments.map(({ start, end }, i) => ({
      start,
      end,
      text: context.memo.text.slice(ordered[i]!.start, ordered[i]!.end),
    }));
    return [{ title: { key: 'C16.fix' }, edits, safe: false }] satisfies Fix[];
  },
});

/** Whether the list is introduced as the ground of a conclusion: 依照…. */
function isGround({ memo }: RuleContext, first: Citation): boolean {
  const before = memo.text.slice(Math.max(0, first.start - 6), first.start).replace(/[\s*_]+$/, '');
  return checks.grounds.leads.some((lead) => before.endsWith(lead));
}

/** The list cut by laws; undefined where a law is inherited, unknown or comes twice. */
function segmentsOf(chain: readonly Citation[]): Segment[] | undefined {
  const segments: { start: number; end: number; statute: Statute }[] = [];
  for (const citation of chain) {
    const { statute, title, start, end } = citation;
    if (!statute) return undefined;
    const last = segments.at(-1);
    if (last && last.statute === statute) last.end = end;
    else {
      if (!title || segments.some((s) => s.statute === statute)) return undefined;
      segments.push({ start, end, statute });
    }
  }
  return segments.length > 1 ? segments : undefined;
}

function inOrder(segments: readonly Segment[]): Segment[] {
  return [...segments].sort((a, b) => {
    const [x, y] = [rank(a.statute), rank(b.statute)];
    for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) return x[i]! - y[i]!;
    return 0;
  });
}

/** Rank of the kind, procedural behind substantive, other laws behind basic ones. */
function rank(statute: Statute): readonly number[] {
  const kind = checks.ranks.findIndex((kinds) => kinds.includes(statute.level));
  const procedural = checks.procedural.some((word) => statute.short.includes(word)) ? 1 : 0;
  const basic = statute.versions.at(-1)?.issuer === checks.basicIssuer ? 0 : 1;
  // Whether a law is basic is known only where its issuer is.
  const known = statute.versions.at(-1)?.issuer !== undefined;
  return [kind < 0 ? checks.ranks.length : kind, procedural, known ? basic : 1];
}
