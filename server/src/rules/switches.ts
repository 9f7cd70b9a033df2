import { fromChunks } from '../memo/fromChunks';
import type { Chunk, Memo } from '../memo/memo';
import type { TextRange } from '../text/range';

/** `<!-- legal-memo: disable C02 reason -->` and its kin, as found in a memo. */
export interface Switch extends TextRange {
  readonly verb: 'disable' | 'enable' | 'disable-next-line' | 'waive';
  /** Rule ids or names (or the element for `waive`); empty = all rules. */
  readonly subjects: readonly string[];
  readonly reason: string;
}

const pattern = /^<!--\s*legal-memo:\s*(disable-next-line|disable|enable|waive)(?:\s+([^>]*?))?\s*-->$/;
const subject = /^[A-Za-z][A-Za-z0-9-.]*$/;

/** The switches of a memo in document order. */
export function findSwitches(memo: Memo): Switch[] {
  return inChunks(memo.chunks, undefined).map(({ value, chunk }) => {
    const origin = memo.starts[chunk]!;
    return { ...value, start: origin + value.start, end: origin + value.end };
  });
}

const inChunks = fromChunks(({ comments, text }: Chunk) =>
  comments.length === 0 ? none : comments.flatMap((comment) => readSwitch(text, comment)),
);
const none: readonly Switch[] = [];

function readSwitch(text: string, { start, end }: TextRange): Switch[] {
  const m = pattern.exec(text.slice(start, end));
  if (!m) return [];
  const words = (m[2] ?? '').split(/\s+/).filter(Boolean);
  const subjects: string[] = [];
  const most = m[1] === 'waive' ? 1 : words.length;
  while (subjects.length < most && words[0] !== undefined) {
    const names = words[0].split(',').filter(Boolean);
    if (!names.every((name) => subject.test(name))) break;
    subjects.push(...names);
    words.shift();
    if (m[1] !== 'waive' && !words[0]?.match(/^[A-Z]\d{2}(,|$)/)) break;
  }
  return [{ verb: m[1] as Switch['verb'], subjects, reason: words.join(' '), start, end }];
}

/** Answers whether a rule is switched off at an offset. */
export function switchedOff(memo: Memo, switches: readonly Switch[]) {
  const relevant = switches.filter((s) => s.verb !== 'waive');
  if (relevant.length === 0) return () => false;
  return (rule: { id: string; name: string }, offset: number): boolean => {
    let off = false;
    for (const s of relevant) {
      if (s.start > offset) break;
      if (s.subjects.length > 0 && !s.subjects.includes(rule.id) && !s.subjects.includes(rule.name)) continue;
      if (s.verb === 'disable') off = true;
      else if (s.verb === 'enable') off = false;
      else if (onNextLine(memo.text, s.end, offset)) return true;
    }
    return off;
  };
}

/** Whether the offset lies on the first line with text after `end`. */
function onNextLine(text: string, end: number, offset: number): boolean {
  let i = text.indexOf('\n', end);
  if (i < 0) return false;
  while (i + 1 < text.length && (text[i + 1] === '\n' || text[i + 1] === '\r')) i++;
  const stop = text.indexOf('\n', i + 1);
  return offset > i && (stop < 0 || offset <= stop);
}
