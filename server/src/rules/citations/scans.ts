import type { ChunkResults } from '../../citations/citation';
import { difference } from '../../memo/fromChunks';
import type { Chunk } from '../../memo/memo';
import type { Steps } from '../../memo/steps';
import type { RuleContext } from '../rule';

/** Looks at one chunk and remembers what it found. */
type Scan = (context: RuleContext, chunk: number) => void;

const ofProse: Scan[] = [];
const ofResults: Scan[] = [];

/** Makes a scan of running text known to `scanAhead`. */
export function addProseScan(scan: Scan): void {
  ofProse.push(scan);
}

/** Makes a scan of citations known to `scanAhead`. */
export function addCitationScan(scan: Scan): void {
  ofResults.push(scan);
}

let chunks: readonly Chunk[] = [];
let results: readonly (ChunkResults | undefined)[] = [];

/**
 * Does all scans of the rules, a chunk a step, where the memo scanned last has other chunks: a rule that looks at a whole memo for the
 * first time would take too long for one step.
 */
export function* scanAhead(context: RuleContext): Steps<void> {
  const { memo, citations } = context;
  const prose = difference(chunks, memo.chunks);
  for (let chunk = prose.head; chunk < memo.chunks.length - prose.tail; chunk++) {
    look(ofProse, context, chunk);
    yield;
  }
  chunks = memo.chunks;
  const cited = difference(results, citations.byChunk);
  for (let chunk = cited.head; chunk < citations.byChunk.length - cited.tail; chunk++) {
    if (!citations.byChunk[chunk]) continue;
    look(ofResults, context, chunk);
    yield;
  }
  results = citations.byChunk;
}

function look(scans: readonly Scan[], context: RuleContext, chunk: number): void {
  for (const scan of scans) {
    try {
      scan(context, chunk);
    } catch {
      // The rule meets the same error and says so.
    }
  }
}
