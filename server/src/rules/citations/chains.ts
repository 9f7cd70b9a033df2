import type { Citation, CitationIndex } from '../../citations/citation';
import { proseOffset } from '../../memo/prose';
import type { TextRange } from '../../text/range';
import type { RuleContext } from '../rule';

/** Citations that follow one another with nothing but marks and conjunctions between: 《A》第一条、《B》第二条和第三条. */
export type Chain = readonly Citation[];

const joint = /^[\s、，,/]{0,4}(?:和|及|以及|与|或|或者|并|and|or|&)?\s{0,3}$/i;
const known = new WeakMap<CitationIndex, readonly Chain[]>();

/** The chains of a memo, in order; single citations are chains of one. */
export function chainsOf(context: RuleContext): readonly Chain[] {
  const { citations } = context;
  let chains = known.get(citations);
  if (!chains) {
    const list: Citation[][] = [];
    let last: Citation | undefined;
    for (const citation of citations.citations) {
      const goesOn =
        last !== undefined &&
        last.chunk === citation.chunk &&
        last.block === citation.block &&
        last.quoted === citation.quoted &&
        citation.start >= last.end &&
        citation.start - last.end < 40 &&
        joint.test(proseBetween(context, last, citation));
      if (goesOn) list[list.length - 1]!.push(citation);
      else list.push([citation]);
      last = citation;
    }
    chains = list;
    known.set(citations, chains);
  }
  return chains;
}

function proseBetween({ memo }: RuleContext, a: Citation, b: Citation): string {
  const block = memo.chunks[a.chunk]!.blocks[a.block]!;
  const origin = memo.starts[a.chunk]!;
  return block.prose.slice(proseOffset(block, a.end - origin), proseOffset(block, b.start - origin));
}

/** From the first citation's start to the last one's end. */
export function chainRange(chain: Chain): TextRange {
  return { start: chain[0]!.start, end: chain[chain.length - 1]!.end };
}
