import checks from '../../../citations/checks.json';
import type { AliasDefinition, Citation } from '../../citations/citation';
import type { Statute } from '../../statutes/statute';
import { titleKey } from '../../statutes/titleKey';
import type { TextEdit } from '../../text/range';
import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { chunkScan, type Found, inMemo } from './chunkScan';
import { editsFor, gatherFound } from './gather';
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
    const defined = definitions(context);
    const uses = named(context);
    return [
      ...collisions(context, defined),
      ...unintroduced(context, defined, uses),
      ...usedBefore(context, defined, uses),
    ];
  },
  fixes(finding, context) {
    const found = finding.data as readonly Found<Named>[] | undefined;
    if (!found || finding.message.key === 'C10.before') return [];
    const edits = editsFor(context, found, (_, { citation }) => introduce(citation));
    const title = { key: 'C10.fix', args: { count: found.length } };
    return edits.length > 0 ? ([{ title, edits, safe: false }] satisfies Fix[]) : [];
  },
};

/** A citation by a written name: the whole title, the one that everybody uses, or another. */
interface Named {
  readonly citation: Citation;
  readonly statute: Statute;
  readonly name: 'full' | 'common' | 'other';
}

/** Of each chunk: the first citation of each law, and all that use another name than the common one. */
const named = chunkScan((local) => {
  const found: Named[] = [];
  const seen = new Set<Statute>();
  for (const citation of local.citations.citations) {
    const { statute, title } = citation;
    if (!statute || !title || citation.quoted) continue;
    const name = isFull(title.text, statute)
      ? 'full'
      : isEnglishName(title.text) || isCommon(title.text, statute)
        ? 'common'
        : 'other';
    if (seen.has(statute) && name !== 'other') continue;
    seen.add(statute);
    found.push({ citation, statute, name });
  }
  return found;
});

/** Laws named in full without an article. */
const namedInFull = chunkScan((local) =>
  local.citations.mentions.filter((m) => m.statute && isFull(m.text, m.statute)),
);

/** Abbreviations that the memo defines. */
const definitions = chunkScan((local) => local.citations.aliases);

type Definitions = readonly Found<AliasDefinition>[];
type Uses = readonly Found<Named>[];

function* collisions(context: RuleContext, defined: Definitions): Iterable<Finding> {
  const first = new Map<string, Found<AliasDefinition>>();
  for (const definition of defined) {
    const { alias, statute, title } = definition.value;
    const before = first.get(alias);
    if (!before) first.set(alias, definition);
    else if (before.value.statute !== statute || !statute) {
      if (titleKey(before.value.title) === titleKey(title)) continue;
      yield {
        rule: id,
        severity: 'warning',
        ...inMemo(context, definition.chunk, definition.value),
        message: {
          key: 'C10.collision',
          args: { alias, first: nested(before.value.title), second: nested(title) },
        },
        related: [{ ...inMemo(context, before.chunk, before.value), message: { key: 'C10.first-defined' } }],
      };
    }
  }
}

let last:
  | {
      readonly defined: Definitions;
      readonly uses: Uses;
      readonly court: boolean;
      readonly found: readonly Found<Named>[];
    }
  | undefined;

/** The first citations of laws that use a name which is neither defined nor introduces itself; most edits change none. */
function notIntroducing(defined: Definitions, uses: Uses, court: boolean): readonly Found<Named>[] {
  if (last?.defined === defined && last.uses === uses && last.court === court) return last.found;
  const introduced = new Set<Statute | undefined>();
  const names = new Set<string>();
  for (const { value } of defined) {
    introduced.add(value.statute);
    names.add(value.alias);
  }
  const found: Found<Named>[] = [];
  for (const one of uses) {
    const { citation, statute, name } = one.value;
    if (introduced.has(statute)) continue;
    introduced.add(statute);
    const enough = name === 'full' || (name === 'common' && (!court || isEnglishName(citation.title!.text)));
    if (!enough && !names.has(citation.title!.text)) found.push(one);
  }
  last = { defined, uses, court, found };
  return found;
}

/** Laws whose first citation uses a name that does not introduce itself. */
function unintroduced(context: RuleContext, defined: Definitions, uses: Uses): Finding[] {
  const found = notIntroducing(defined, uses, context.profile === 'court');
  const full = found.length > 0 ? namedInFull(context) : [];
  const missing = found.filter(
    ({ value, chunk }) =>
      !full.some(
        (m) =>
          m.value.statute === value.statute &&
          (m.chunk < chunk || (m.chunk === chunk && m.value.start < value.citation.start)),
      ),
  );
  const first = missing[0]?.value;
  if (!first) return [];
  return gatherFound(rule, context, missing, ({ citation }) => citation.title!.range, {
    key: missing.length === 1 ? 'C10' : 'C10.several',
    args: {
      ...lawWords(first.statute),
      name: first.citation.title!.text,
      full: nested(first.statute.title),
    },
  });
}

function usedBefore(context: RuleContext, all: Definitions, uses: Uses): Finding[] {
  if (all.length === 0) return [];
  const defined = new Map<string, Found<AliasDefinition>>();
  for (const definition of all) {
    if (!defined.has(definition.value.alias)) defined.set(definition.value.alias, definition);
  }
  const found = uses.filter(({ value, chunk }) => {
    const definition = value.name === 'other' ? defined.get(value.citation.title!.text) : undefined;
    if (!definition || definition.value.statute !== value.statute) return false;
    return (
      chunk < definition.chunk ||
      (chunk === definition.chunk && value.citation.start < definition.value.start)
    );
  });
  const first = found[0];
  if (!first) return [];
  const words = { key: 'C10.before', args: { alias: first.value.citation.title!.text } };
  return gatherFound(rule, context, found, ({ citation }) => citation.title!.range, words);
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
  return titleKey(statute.title) === key || statute.versions.some(({ title }) => titleKey(title) === key);
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
