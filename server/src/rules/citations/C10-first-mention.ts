import checks from '../../../citations/checks.json';
import type { AliasDefinition, Citation } from '../../citations/citation';
import type { Statute } from '../../statutes/statute';
import { titleKey } from '../../statutes/titleKey';
import type { TextEdit } from '../../text/range';
import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { gather } from './gather';
import { lawWords, nested } from './wording';

const id = 'C10';
const { state, abbreviated, issuers, about } = checks.fullTitle;

/** The full title at the first mention; abbreviations defined once, before they are used. */
export const rule: Rule = {
  id,
  name: 'first-mention',
  severity: 'information',
  scope: 'memo',
  title: { zh: '首次引用写全称、简称先定义', en: 'Full title first, abbreviations defined' },
  purpose: {
    zh: '自拟或不通行的简称，首次使用时应写明全称并以“（以下简称……）”定义；简称应先定义后使用，一个简称只指一部法律。法院风格下，通行的短名称首次出现也须写全称。',
    en: 'An unofficial abbreviation needs the full title and a definition at its first use; a defined one is used only after its definition and means one law. In the court profile common short titles too are introduced by the full one.',
  },
  source: {
    zh: '最高人民法院《人民法院民事裁判文书制作规范》；《法学引注手册》关于法律名称的规则。',
    en: 'SPC drafting standard for civil judgments; Manual of Legal Citation (法学引注手册), rules on titles.',
  },
  examples: [
    {
      text: '依照《电商法》第三十八条，平台应当担责；《电商法》第八十三条另有罚则。',
      finds: ['电商法'],
      fixed:
        '依照《中华人民共和国电子商务法》（以下简称《电商法》）第三十八条，平台应当担责；《电商法》第八十三条另有罚则。',
    },
    {
      text: '《民法典》（以下简称《新法》）第一条。《电子商务法》（以下简称《新法》）第二条。',
      finds: ['新法'],
    },
    {
      text: '依照《中华人民共和国电子商务法》（以下简称《电商法》）第三十八条；《电商法》第八十三条。',
      finds: [],
    },
    { text: '依照《电子商务法》第三十八条。', finds: [] },
    {
      profile: 'court',
      text: '依照《电子商务法》第三十八条。',
      finds: ['电子商务法'],
    },
  ],
  check(context) {
    return [...collisions(context), ...unintroduced(context), ...usedBefore(context)];
  },
  fixes(finding) {
    const data = finding.data as { kind: 'introduce'; citations: readonly Citation[] } | undefined;
    if (data?.kind !== 'introduce') return [];
    const edits = data.citations.flatMap(introduce);
    const title = { key: 'C10.fix', args: { count: data.citations.length } };
    return edits.length > 0 ? ([{ title, edits, safe: false }] satisfies Fix[]) : [];
  },
};

function* collisions(context: RuleContext): Iterable<Finding> {
  const first = new Map<string, AliasDefinition>();
  for (const definition of context.citations.aliases) {
    const before = first.get(definition.alias);
    if (!before) first.set(definition.alias, definition);
    else if (before.statute !== definition.statute || !definition.statute) {
      if (titleKey(before.title) === titleKey(definition.title)) continue;
      yield {
        rule: id,
        severity: 'warning',
        start: definition.start,
        end: definition.end,
        message: {
          key: 'C10.collision',
          args: { alias: definition.alias, first: nested(before.title), second: nested(definition.title) },
        },
        related: [{ start: before.start, end: before.end, message: { key: 'C10.first-defined' } }],
      };
    }
  }
}

/** Laws whose first citation uses a name that does not introduce itself. */
function unintroduced(context: RuleContext): Finding[] {
  const { aliases, citations, mentions } = context.citations;
  const introduced = new Set<Statute | undefined>(aliases.map((a) => a.statute));
  const names = new Set(aliases.map((a) => a.alias));
  const court = context.profile === 'court';
  const said = mentions
    .filter((m) => m.statute && isFull(m.text, m.statute))
    .map((m) => ({ start: m.start, statute: m.statute }));
  const found: Citation[] = [];
  for (const citation of citations) {
    const { statute, title } = citation;
    if (!statute || !title || citation.quoted || introduced.has(statute)) continue;
    const full = isFull(title.text, statute);
    const fine =
      full || names.has(title.text) || (!court && isCommon(title.text, statute)) || isEnglishName(title.text);
    introduced.add(statute);
    if (!fine && !said.some((m) => m.statute === statute && m.start < citation.start)) found.push(citation);
  }
  const first = found[0];
  if (!first) return [];
  return gather(
    rule,
    found.map((c) => c.title!.range),
    {
      key: found.length === 1 ? 'C10' : 'C10.several',
      args: { ...lawWords(first.statute!), name: first.title!.text, full: nested(first.statute!.title) },
    },
    { kind: 'introduce', citations: found },
  );
}

function usedBefore(context: RuleContext): Finding[] {
  const { aliases, citations } = context.citations;
  const found: { citation: Citation; definition: AliasDefinition }[] = [];
  const defined = new Map(aliases.map((a) => [a.alias, a]).reverse() as [string, AliasDefinition][]);
  for (const citation of citations) {
    const { title, statute } = citation;
    const definition = title && defined.get(title.text);
    if (!definition || !statute || citation.quoted || citation.start >= definition.start) continue;
    if (definition.statute !== statute || isCommon(title.text, statute) || isEnglishName(title.text))
      continue;
    found.push({ citation, definition });
  }
  const first = found[0];
  if (!first) return [];
  return gather(
    rule,
    found.map(({ citation }) => citation.title!.range),
    { key: 'C10.before', args: { alias: first.definition.alias } },
  );
}

/** The title in full: 《中华人民共和国电子商务法》, 《最高人民法院关于…的规定》 (the issuer may stand before the marks). */
function isFull(written: string, statute: Statute): boolean {
  const plain = (s: string) => s.replace(/[《》〈〉\s]/g, '');
  const [name, title] = [plain(written), plain(statute.title)];
  // A title “关于…” is a full one, if perhaps with a slip: no abbreviation.
  return name === title || name.includes(about) || issuers.some((issuer) => title === issuer + name);
}

/** The title without the state's name or issuer, which everybody uses: 《电子商务法》. */
function isCommon(written: string, statute: Statute): boolean {
  const key = titleKey(written);
  return [statute.title, ...statute.versions.map((v) => v.title)].some((title) => titleKey(title) === key);
}

/** An English title (not a mere abbreviation such as ECL). */
function isEnglishName(written: string): boolean {
  return /^[A-Za-z]/.test(written) && !/^[A-Z]{2,6}$/.test(written);
}

function introduce(citation: Citation): TextEdit[] {
  const { statute, title } = citation;
  if (!statute || !title) return [];
  const english = citation.forms.includes('english');
  const full = english ? (statute.english ?? statute.title) : nested(statute.title);
  const behind = title.marks === 'none' ? title.range.end : title.range.end + 1;
  const short = title.marks === '《》' ? `《${title.text}》` : title.text;
  const definition = english ? ` (“${title.text}”)` : `（${abbreviated}${short}）`;
  const written = title.marks === 'none' && !english ? `《${full}》` : full;
  const edits = [{ ...title.range, text: written }];
  return full.replace(state, '') === title.text
    ? edits
    : [...edits, { start: behind, end: behind, text: definition }];
}
