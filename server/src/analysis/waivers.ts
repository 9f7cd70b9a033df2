import { fromChunks } from '../memo/fromChunks';
import type { Chunk, Memo } from '../memo/memo';
import type { TextRange } from '../text/range';
import type { ElementDefinition, Framework } from './framework';

/** An element that the writer leaves out, with the reason and the place that says so. */
export interface Waiver extends TextRange {
  readonly element: string;
  readonly reason: string;
}

interface Comment extends TextRange {
  readonly name: string;
  readonly reason: string;
}

const comment = /^<!--\s*legal-memo:\s*waive\s+(\S{1,60})([\s\S]{0,500}?)-->$/;

/** Waivers of the front matter (`waive:`) and of comments (`<!-- legal-memo: waive causation reason -->`), by element id. */
export function waiversOf(memo: Memo, framework: Framework): ReadonlyMap<string, Waiver> {
  const waivers = new Map<string, Waiver>();
  const put = (name: string, reason: string, range: TextRange) => {
    const id = elementNamed(framework, name);
    if (id !== undefined && !waivers.has(id)) waivers.set(id, { element: id, reason, ...range });
  };
  const { waive, places, range } = memo.frontMatter;
  for (const [name, reason] of Object.entries(waive)) put(name, reason, places.waive ?? range ?? start);
  for (const { value, chunk } of comments(memo.chunks, undefined)) {
    const offset = memo.starts[chunk]!;
    put(value.name, value.reason, { start: offset + value.start, end: offset + value.end });
  }
  return waivers;
}

const start: TextRange = { start: 0, end: 0 };

const none: readonly Comment[] = [];
const comments = fromChunks((chunk: Chunk): readonly Comment[] =>
  chunk.comments.length === 0
    ? none
    : chunk.comments.flatMap((range) => {
        const match = comment.exec(chunk.text.slice(range.start, range.end));
        return match ? [{ ...range, name: match[1]!, reason: match[2]!.trim() }] : [];
      }),
);

/** Id of the element with this id, alias or name (in either language). */
export function elementNamed(framework: Framework, name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  const matches = ({ id, aliases, name: names }: ElementDefinition) =>
    id === wanted ||
    aliases.some((alias) => alias.toLowerCase() === wanted) ||
    names.zh === wanted ||
    names.en.toLowerCase() === wanted;
  for (const element of framework.elements) {
    if (matches(element)) return element.id;
    const part = element.parts.find(matches);
    if (part) return part.id;
  }
  return undefined;
}
