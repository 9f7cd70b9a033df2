import type { ElementDefinition, Framework } from '../../analysis/framework';
import { say } from '../../messages';
import type { StatuteLibrary } from '../../statutes/library';
import type { Statute } from '../../statutes/statute';
import { toChinese } from '../../text/numerals';
import { type Language, localeFor } from './language';
import { elementBody, escapeSnippet, mark, nextPlaceholders } from './template';

/** What a new memo is made of. */
export interface SkeletonOptions {
  readonly language: Language;
  /** `YYYY-MM-DD`: date of the memo and of the law in it. */
  readonly today: string;
  readonly library: StatuteLibrary;
}

/**
 * A whole memo to fill in: front matter, question, short answer, facts, analysis with a section for each required and each
 * main supporting element of the framework, recommendations, reservations.
 * @returns snippet text with `\n` line breaks
 */
export function memoSkeleton(framework: Framework, options: SkeletonOptions): string {
  const { language, today } = options;
  const word = (part: string, args: Record<string, string> = {}) =>
    say(localeFor(language), { key: `template.${part}`, args });
  const parts: string[] = [];
  let placeholders = 0;
  const put = (snippet: string) => {
    const { text, last } = nextPlaceholders(snippet, placeholders);
    placeholders = last;
    parts.push(text);
  };
  const title = mark(word('title'), language);
  put(
    [
      '---',
      `title: ${title}`,
      `date: ${today}`,
      `law-date: ${today}`,
      `framework: ${framework.id}`,
      '---',
    ].join('\n'),
  );
  // The same placeholder twice: the title is typed once.
  parts.push(`# ${title}`);
  put(`- **${word('to')}** \${1}\n- **${word('from')}** \${2}\n- **${word('re')}** \${3}`);
  const introduced = new Set<Statute>();
  const sections = ['question', 'answer', 'facts', 'analysis', 'advice', 'reservations'] as const;
  sections.forEach((section, index) => {
    parts.push(`## ${number(index + 1, language)}${word(section)}`);
    if (section !== 'analysis') {
      put(mark(word(`${section}-body`, { date: dateText(today, language) }), language));
      return;
    }
    mainElements(framework).forEach((element, at) => {
      parts.push(`### ${subnumber(index + 1, at + 1, language)}${nameOf(element, language)}`);
      const style = { library: options.library, asOf: today, language, arabic: false, introduced };
      put(elementBody(element, style));
    });
  });
  return `${parts.join('\n\n')}\n`;
}

/** Required elements, and supporting ones that every memo or a common one needs. */
function mainElements({ elements, order }: Framework): ElementDefinition[] {
  return elements
    .filter(
      ({ kind, severity, when }) =>
        kind === 'required' || severity === 'warning' || (severity === 'information' && !when),
    )
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** 2026年11月25日, 25 November 2026. */
function dateText(date: string, language: Language): string {
  return new Date(`${date}T00:00:00Z`).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
  });
}

const number = (n: number, language: Language) => (language === 'zh' ? `${toChinese(n)}、` : `${n}. `);
const subnumber = (n: number, m: number, language: Language) =>
  language === 'zh' ? `（${toChinese(m)}）` : `${n}.${m} `;

/** Names in brackets explain, they are no headings: 主体认定（平台／自营）. */
export function nameOf(element: ElementDefinition, language: Language): string {
  return escapeSnippet(element.name[language].replace(/\s?[（(][^）)]*[）)]$/, ''));
}
