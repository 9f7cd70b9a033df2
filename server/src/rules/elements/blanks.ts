import { fromChunks } from '../../memo/fromChunks';
import type { Chunk, Memo } from '../../memo/memo';
import { say } from '../../messages';
import type { TextRange } from '../../text/range';
import { type Language, localeFor } from './language';

/** A blank to be filled in, as fixes and templates leave it: 【待补充：日期】, [to be completed: date]. */
export function blank(words: string, language: Language): string {
  const what = words.replace(/^[….\s]+$/, '');
  const key = what ? 'section.blank' : 'section.blank-empty';
  return say(localeFor(language), { key, args: { what } });
}

const ofMemo = new WeakMap<Memo, readonly TextRange[]>();

/** The blanks in the running text of a memo (not in code), in document order; absolute offsets. */
export function blanksOf(memo: Memo): readonly TextRange[] {
  let blanks = ofMemo.get(memo);
  if (!blanks) {
    blanks = scan(memo.chunks, undefined).map(({ value: { start, end }, chunk }) => {
      const offset = memo.starts[chunk]!;
      return { start: offset + start, end: offset + end };
    });
    ofMemo.set(memo, blanks);
  }
  return blanks;
}

const scan = fromChunks((chunk: Chunk) =>
  blanksIn(chunk.text).filter(({ start, end }) => {
    const words = chunk.text.slice(start, end);
    return chunk.blocks.some(
      (block) => block.start <= start && end <= block.end && block.prose.includes(words),
    );
  }),
);

/** Code units of a blank at most: what is longer is something else. */
const longest = 400;

/** A blank without words in each language. */
let empties: readonly string[] | undefined;

function blanksIn(text: string): TextRange[] {
  const found: TextRange[] = [];
  empties ??= [blank('', 'zh'), blank('', 'en')];
  for (const empty of empties) {
    const head = empty.slice(0, -1);
    const close = empty.slice(-1);
    let start = text.indexOf(head);
    while (start >= 0) {
      const end = text.slice(start, start + longest).indexOf(close);
      if (end >= 0) found.push({ start, end: start + end + 1 });
      start = text.indexOf(head, start + Math.max(1, end));
    }
  }
  return found.sort((a, b) => a.start - b.start);
}
