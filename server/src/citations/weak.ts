import { mostClauses } from './choose';
import { skipBlanks } from './element';
import type { Reading } from './reading';
import { skipBack } from './surroundings';
import type { ReferenceToken } from './token';

/** 三十八条 without 第 and without a name counts only between marks and after a law named in the same block. */
export function acceptsWeak(reading: Reading, token: ReferenceToken): boolean {
  const inTable = reading.column ?? reading.tableLaw;
  const fills = token.end - token.start >= reading.prose.trim().length;
  if (token.cell || (fills && inTable && reading.block?.table))
    return inTable?.kind === 'law' && reading.book.mayHave(inTable, token.points[0]?.place ?? {});
  const before = reading.prose[skipBack(reading.prose, token.start) - 1] ?? '';
  const { article } = token.points[0]?.place ?? {};
  // 把1176条当成…: a code's number that this memo has cited before, and no number of articles (共1176条).
  if (
    (article ?? 0) > mostClauses &&
    /[^\dA-Za-z.．共计達达有余餘第-]/.test(before) &&
    reading.places.some((p) => p.place.article === article && p.law.kind === 'law')
  )
    return true;
  if (/[\u4e00-\u9fffA-Za-z0-9.．-]/.test(before) && !/[依按据照见看和及与或、]/.test(before)) return false;
  const after = reading.prose[skipBlanks(reading.prose, token.end)] ?? '';
  // 38条优先，1198条补充: cited before in this block.
  if (article !== undefined && reading.here.has(article)) return true;
  const deep = token.points[0]?.place.paragraph !== undefined;
  // 28条第2款: cited before.
  if (deep && reading.places.some((p) => p.place.article === article)) return true;
  if (!deep && /[\u4e00-\u9fff]/.test(after) && !/[的之规]/.test(after)) return false;
  const law = reading.inBlock ?? reading.focus;
  const place = token.points[0]?.place;
  if (!law || law.kind === 'document' || !place) return false;
  return (
    reading.book.mayHave(law, place) && (reading.inBlock !== undefined || (place.article ?? 0) > mostClauses)
  );
}
