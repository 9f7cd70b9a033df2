import { toChinese } from '../../text/numerals';
import type { TextEdit } from '../../text/range';
import type { Fix, Rule, RuleContext } from '../rule';
import { type Cited, isEnglish } from './cited';
import { gather } from './gather';
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
    const { arabic, chinese, digitwise } = sorted(context);
    const style = wantedStyle(context, arabic.length, chinese.length);
    const wrong = style === 'arabic' ? chinese : arabic;
    const found = [...wrong, ...digitwise.filter((c) => !wrong.includes(c))].sort(
      (a, b) => a.target.start - b.target.start,
    );
    const key = wrong.length === 0 ? 'C12.digitwise' : `C12.${context.profile === 'firm' ? 'mixed' : style}`;
    return gather(
      rule,
      found.map((cited) => cited.target),
      { key },
      style,
    );
  },
  fixes(finding, context) {
    const style = finding.data as Style;
    const other: Style = style === 'arabic' ? 'chinese' : 'arabic';
    const wanted = context.profile === 'firm' ? [style, other] : [style];
    return wanted.flatMap((to): Fix[] => {
      const edits = convert(context, to);
      const title = { key: `C12.fix.${to}`, args: { count: edits.length } };
      return edits.length > 0 ? [{ title, edits, safe: false }] : [];
    });
  },
};

/** The author's own Chinese citations by the style of their numbers. */
function sorted(context: RuleContext): Record<Style | 'digitwise', Cited[]> {
  const lists: Record<Style | 'digitwise', Cited[]> = { arabic: [], chinese: [], digitwise: [] };
  for (const citation of context.citations.citations) {
    if (citation.quoted || citation.forms.includes('english')) continue;
    for (const target of citation.targets) {
      const cited = { citation, target };
      if (isEnglish(cited) || target.forms.includes('symbol')) continue;
      if (target.forms.includes('digitwise')) lists.digitwise.push(cited);
      else if (target.forms.includes('arabic')) lists.arabic.push(cited);
      else if (target.forms.includes('chinese')) lists.chinese.push(cited);
    }
  }
  return lists;
}

function wantedStyle({ profile }: RuleContext, arabic: number, chinese: number): Style {
  if (profile === 'court') return 'chinese';
  if (profile === 'academic') return 'arabic';
  return arabic > chinese ? 'arabic' : 'chinese';
}

/** Every number of the author's own citations in one style; 之一 stays Chinese. */
function convert(context: RuleContext, to: Style): TextEdit[] {
  const { arabic, chinese, digitwise } = sorted(context);
  return [...arabic, ...chinese, ...digitwise].flatMap((cited) =>
    writtenParts(context, cited).flatMap((part): TextEdit[] => {
      if (part.unit === 'suffix') return [];
      const text = to === 'arabic' ? String(part.value) : toChinese(part.value);
      return text === part.text ? [] : [{ ...part.number, text }];
    }),
  );
}
