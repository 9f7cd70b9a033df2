import { isDate, type StatuteFacts } from './facts';
import type { StatuteProblem } from './problem';

/** A row of the index of facts: a version without text. */
export interface IndexRow {
  readonly facts: StatuteFacts;
  readonly status: string;
  readonly line: number;
}

/** An index file, read. */
export interface IndexTable {
  readonly rows: readonly IndexRow[];
  /** The day on which the facts were established; undefined = the file does not say. */
  readonly stated?: string;
  readonly problems: readonly StatuteProblem[];
}

type Dated<K extends string> = { [P in K]?: string };

const statuses = new Set(['有效', '有效?', '已修改', '已废止', '尚未施行', '修正案']);
const columns = 9;

/**
 * Reads an index file: Markdown tables with the columns of docs/statutes.md. A malformed row is a problem and left out.
 * @param level what the laws are (法律, 行政法规 …): the name of the file without a number
 */
export function parseIndexTable(text: string, level: string): IndexTable {
  const rows: IndexRow[] = [];
  const problems: StatuteProblem[] = [];
  let stated: string | undefined;
  let line = 0;
  for (const raw of text.split('\n')) {
    line++;
    const state = /^State: (\d{4}-\d\d)(-\d\d)?\b/.exec(raw);
    // A month alone: what is known is known of its first day.
    if (state) stated = state[1]! + (state[2] ?? '-01');
    if (!raw.startsWith('|')) continue;
    const cells = raw.split('|').map((c) => c.trim());
    cells.shift();
    if (cells[cells.length - 1] === '') cells.pop();
    if (cells[0] === '名称' || /^:?-+:?$/.test(cells[0] ?? '')) continue;
    const row = readRow(cells, level);
    if (row) rows.push({ ...row, line });
    else problems.push({ line, code: 'bad-row', args: { row: raw.slice(0, 60) } });
  }
  return { rows, problems, ...(stated !== undefined && { stated }) };
}

function readRow(cells: readonly string[], level: string): Omit<IndexRow, 'line'> | undefined {
  // Cells that are empty at the end of the row may be left out.
  if (cells.length > columns || cells.length < 7) return undefined;
  const [title = '', short = '', aliases = '', promulgated = '', effective = '', count = '', status = ''] =
    cells;
  const [, , , , , , , ended = '', successor = ''] = cells;
  if (title === '' || !statuses.has(status)) return undefined;
  const uncertain: (keyof StatuteFacts)[] = [];
  const dates: Dated<'promulgated' | 'effective' | 'repealed' | 'superseded'> = {};
  const end = status === '已废止' ? 'repealed' : 'superseded';
  for (const [fact, cell] of [
    ['promulgated', promulgated],
    ['effective', effective],
    [end, ended],
  ] as const) {
    if (cell === '') continue;
    const value = cell.replace(/\s*\?$/, '');
    if (value === '') continue;
    if (!isDate(value)) return undefined;
    dates[fact] = value;
    if (value !== cell) uncertain.push(fact);
  }
  // 有效?: not marked as ended when the source was made; whether it has ended since is not known.
  if (status === '有效?') uncertain.push('repealed');
  const articles = Number(count.replace(/\s*\?$/, ''));
  if (!Number.isInteger(articles)) return undefined;
  if (count.endsWith('?') && articles > 0) uncertain.push('articles');
  return {
    status,
    facts: {
      title,
      short: short || title.replace(/^中华人民共和国(?=.)/, ''),
      aliases: aliases
        .split(/[；;]/)
        .map((a) => a.trim())
        .filter(Boolean),
      englishAliases: [],
      level,
      coverage: 'none',
      uncertain,
      ...dates,
      ...(articles > 0 && { articles }),
      ...(status === '已废止' && successor && { repealedBy: successor }),
    },
  };
}
