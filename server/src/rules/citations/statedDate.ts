import checks from '../../../citations/checks.json';
import type { Memo } from '../../memo/memo';
import { textOf } from '../../memo/textOf';

const labels = checks.memoDate.labels.join('|');
const pattern = new RegExp(
  `(?:${labels})[：:\\s]{1,4}((?:19|20)\\d{2})\\s{0,2}[年./-]\\s{0,2}(\\d{1,2})\\s{0,2}[月./-]\\s{0,2}(\\d{1,2})`,
);
/** The head of a memo: dates further down are those of other documents. */
const headLength = 800;

/** The date that a memo bears in its head (发文日期：2016年11月8日), `YYYY-MM-DD`; the front matter is not looked at. */
export function statedDate(memo: Memo): string | undefined {
  const from = memo.frontMatter.range?.end ?? 0;
  const head = textOf(memo, from, from + headLength).replace(/[*_]/g, '');
  const match = pattern.exec(head);
  if (!match) return undefined;
  const [, year, month = '', day = ''] = match;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
