import checks from '../../../citations/checks.json';
import type { Citation } from '../../citations/citation';
import type { Statute } from '../../statutes/statute';
import type { Finding, Fix, Rule, RuleContext } from '../rule';
import { chunkScan, type Found } from './chunkScan';
import { editsFor, gatherFound } from './gather';
import { nearestTitles } from './nearestTitles';
import { inMarks, lawWords } from './wording';
import { editTitle } from './written';

const id = 'C01';
/** Near names are looked for so many titles of a memo: more is no memo. */
const mostSearched = 60;
const { national, notNational, local } = checks.unknownLaw;

/** The cited law is not in the library. */
export const rule: Rule = {
  id,
  name: 'unknown-law',
  severity: 'warning',
  scope: 'memo',
  title: { zh: '库中没有的法律', en: 'Law not in the library' },
  purpose: {
    zh: '所引的法律不在法条库中时，每部法律提示一次：名称与库中某部法律相近，或者名为全国性法律而库中没有的，为警告；其余（如地方性法规）以及库中只有目录、没有条文的，只作提示——既未证实，也未否定。',
    en: 'Says once for each law that it is not in the library: a warning where the name is close to a known one or claims to be a national law; otherwise (local regulations, laws without bundled text) information only: neither confirmed nor contradicted.',
  },
  source: {
    zh: '最高人民法院《关于裁判文书引用法律、法规等规范性法律文件的规定》第一条：准确完整写明规范性法律文件的名称。',
    en: 'SPC Provisions on the Citation of Normative Legal Documents, Article 1: names must be accurate and complete.',
  },
  examples: [
    {
      text: '依照《电子商物法》第三十八条，平台应当承担责任。',
      finds: ['《电子商物法》第三十八条'],
      fixed: '依照《电子商务法》第三十八条，平台应当承担责任。',
    },
    {
      text: '《星际贸易管理法》第三条规定了申报义务，该法第五条另有例外。',
      finds: ['《星际贸易管理法》第三条'],
    },
    { text: '依照《中华人民共和国电子商务法》第三十八条，平台应当承担责任。', finds: [] },
  ],
  check(context) {
    const { unknown, withoutText } = grouped(notInLibrary(context));
    return [...ofUnknown(context, unknown), ...ofText(context, withoutText)];
  },
  fixes(finding, context) {
    const found = finding.data as readonly Found<Citation>[];
    const title = found[0]!.value.unknownTitle;
    if (title === undefined) return [];
    return nearestTitles(context.library, title).flatMap((statute): Fix[] => {
      const edits = editsFor(context, found, (_, citation) => {
        const edit = citation.title?.text === title && editTitle({ citation }, statute);
        return edit ? [edit] : [];
      });
      const args = { ...lawWords(statute), count: edits.length };
      return edits.length > 0 ? [{ title: { key: 'C01.fix', args }, edits, safe: false }] : [];
    });
  },
};

const notInLibrary = chunkScan((local) =>
  local.citations.citations.filter(
    ({ unknownTitle, statute, targets }) =>
      unknownTitle !== undefined || (statute && targets.some((target) => target.status === 'not-in-library')),
  ),
);

interface Grouped {
  readonly unknown: ReadonlyMap<string, readonly Found<Citation>[]>;
  readonly withoutText: ReadonlyMap<Statute, readonly Found<Citation>[]>;
}

const known = new WeakMap<readonly Found<Citation>[], Grouped>();

/** What was found by law; a memo may cite hundreds of places of laws without text, and few edits change that. */
function grouped(found: readonly Found<Citation>[]): Grouped {
  let groups = known.get(found);
  if (!groups) {
    const unknown = new Map<string, Found<Citation>[]>();
    const withoutText = new Map<Statute, Found<Citation>[]>();
    for (const one of found) {
      const { unknownTitle, statute } = one.value;
      if (unknownTitle !== undefined) put(unknown, unknownTitle, one);
      else if (statute) put(withoutText, statute, one);
    }
    groups = { unknown, withoutText };
    known.set(found, groups);
  }
  return groups;
}

function put<K>(groups: Map<K, Found<Citation>[]>, key: K, one: Found<Citation>): void {
  const group = groups.get(key);
  if (group) group.push(one);
  else groups.set(key, [one]);
}

function* ofUnknown(
  context: RuleContext,
  groups: ReadonlyMap<string, readonly Found<Citation>[]>,
): Iterable<Finding> {
  let searched = 0;
  for (const [title, all] of groups) {
    searched += 1;
    const near = searched <= mostSearched ? nearestTitles(context.library, title) : [];
    const isNational =
      national.some((ending) => title.endsWith(ending)) &&
      !notNational.some((ending) => title.endsWith(ending)) &&
      !local.some((place) => title.includes(place));
    const key = near.length > 0 ? 'C01.near' : isNational ? 'C01.national' : 'C01.other';
    const severity = near.length > 0 || isNational ? 'warning' : 'information';
    const args = { title, near: near.map((statute) => inMarks(statute.short)).join('、') };
    yield* gatherFound({ id, severity }, context, all, (citation) => citation, { key, args });
  }
}

/** Laws of which the library has the facts but not the cited text. */
function* ofText(
  context: RuleContext,
  groups: ReadonlyMap<Statute, readonly Found<Citation>[]>,
): Iterable<Finding> {
  for (const [statute, all] of groups) {
    const some = all[0]!.value.targets.some((target) => target.version?.coverage === 'selected');
    const words = { key: some ? 'C01.selected' : 'C01.no-text', args: lawWords(statute) };
    yield* gatherFound({ id, severity: 'information' }, context, all, (citation) => citation, words);
  }
}
