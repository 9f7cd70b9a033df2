import { toChinese } from '../../text/numerals';
import type { TextEdit } from '../../text/range';
import type { Fix, Rule, RuleContext } from '../rule';
import { chunkScan, type Found } from './chunkScan';
import { type Cited, isEnglish } from './cited';
import { editsFor, gatherFound } from './gather';
import { writtenParts } from './written';

const id = 'C12';

type Style = 'arabic' | 'chinese';

/** One style of numerals throughout the memo. */
export const rule: Rule = {
  id,
  name: 'numerals',
  severity: 'hint',
  scope: 'memo',
  title: { zh: '条文序号的数字写法', en: 'Numerals of articles' },
  purpose: {
    zh: '全文的条款序号用同一种数字：法院风格与法条一致用汉字，学术风格用阿拉伯数字，律所风格两者皆可但不混用；逐字读的汉字（第三八条）也提示。修正时一次转换全文，引文不动。',
    en: 'One style of numerals throughout: Chinese as in the statute (court profile), Arabic (academic profile), either but not both (firm profile). Digit-by-digit Chinese (第三八条) is reported too. The fix converts the whole document and leaves quotations alone.',
  },
  source: {
    zh: '《人民法院民事裁判文书制作规范》（条文序号与法律文本一致）；《法学引注手册》第70条（用阿拉伯数字）。',
    en: 'SPC drafting standard (numerals as in the statute); Manual of Legal Citation, rule 70 (Arabic).',
  },
  examples: [
    {
      text: '《电子商务法》第三十八条第二款、《民法典》第一千一百九十八条；《电子商务法》第83条。',
      finds: ['第83条'],
      fixed: '《电子商务法》第三十八条第二款、《民法典》第一千一百九十八条；《电子商务法》第八十三条。',
    },
    {
      profile: 'academic',
      text: '《电子商务法》第三十八条第二款。',
      finds: ['第三十八条第二款'],
      fixed: '《电子商务法》第38条第2款。',
    },
    {
      profile: 'court',
      text: '《电子商务法》第38条和第83条。',
      finds: ['第38条'],
      fixed: '《电子商务法》第三十八条和第八十三条。',
    },
    {
      text: '《电子商务法》第三八条。',
      finds: ['第三八条'],
      fixed: '《电子商务法》第三十八条。',
    },
    { text: '《电子商务法》第38条、第83条和《民法典》第1198条。', finds: [] },
  ],
  check(context) {
    const found = numbered(context);
    const style = styleOf(context, found);
    const wrong = found.filter(({ value }) => value.style !== style);
    const mixed = wrong.some(({ value }) => value.style !== 'digitwise');
    const key = mixed ? `C12.${context.profile === 'firm' ? 'mixed' : style}` : 'C12.digitwise';
    return gatherFound(rule, context, wrong, ({ target }) => target, { key });
  },
  fixes(_, context) {
    const found = numbered(context);
    const style = styleOf(context, found);
    const other = style === 'arabic' ? 'chinese' : 'arabic';
    const wanted: readonly Style[] = context.profile === 'firm' ? [style, other] : [style];
    return wanted.flatMap((to): Fix[] => {
      const edits = editsFor(context, found, (local, cited) => convert(local, cited, to));
      const title = { key: `C12.fix.${to}`, args: { count: edits.length } };
      return edits.length > 0 ? [{ title, edits, safe: false }] : [];
    });
  },
};

interface Numbered extends Cited {
  readonly style: Style | 'digitwise';
}

/** The author's own Chinese citations with the style of their numbers. */
const numbered = chunkScan((local) => {
  const found: Numbered[] = [];
  for (const citation of local.citations.citations) {
    if (citation.quoted || citation.forms.includes('english')) continue;
    for (const target of citation.targets) {
      const { forms } = target;
      if (isEnglish({ citation, target }) || forms.includes('symbol')) continue;
      const style = (['digitwise', 'arabic', 'chinese'] as const).find((form) => forms.includes(form));
      if (style) found.push({ citation, target, style });
    }
  }
  return found;
});

/** The profile's style; where it has none, that of the majority. */
function styleOf({ profile }: RuleContext, found: readonly Found<Numbered>[]): Style {
  if (profile === 'court') return 'chinese';
  if (profile === 'academic') return 'arabic';
  let balance = 0;
  for (const { value } of found) {
    if (value.style === 'arabic') balance += 1;
    else if (value.style === 'chinese') balance -= 1;
  }
  return balance > 0 ? 'arabic' : 'chinese';
}

/** Every number of a place in one style; 之一 stays Chinese. */
function convert(local: RuleContext, cited: Cited, to: Style): TextEdit[] {
  return writtenParts(local, cited).flatMap((part): TextEdit[] => {
    if (part.unit === 'suffix') return [];
    const text = to === 'arabic' ? String(part.value) : toChinese(part.value);
    return text === part.text ? [] : [{ ...part.number, text }];
  });
}
