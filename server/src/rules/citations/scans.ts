import type { ChunkResults } from '../../citations/citation';
import { difference } from '../../memo/fromChunks';
import type { Chunk } from '../../memo/memo';
import type { Steps } from '../../memo/steps';
import type { RuleContext } from '../rule';

/** Begins a scan of a memo; what it gives looks at one chunk and remembers what it found. */
type Scan = (context: RuleContext) => (chunk: number) => void;

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
  const reading = begin(ofProse, context);
  for (let chunk = prose.head; chunk < memo.chunks.length - prose.tail; chunk++) {
    look(reading, chunk);
    yield;
  }
  chunks = memo.chunks;
  const cited = difference(results, citations.byChunk);
  const looking = begin(ofResults, context);
  for (let chunk = cited.head; chunk < citations.byChunk.length - cited.tail; chunk++) {
    if (!citations.byChunk[chunk]) continue;
    look(looking, chunk);
    yield;
  }
  results = citations.byChunk;
}

type Look = ReturnType<Scan>;

// What throws here is met again, and told, by the rule that the scan belongs to.

function begin(scans: readonly Scan[], context: RuleContext): Look[] {
  const begun: Look[] = [];
  for (const scan of scans) {
    try {
      begun.push(scan(context));
    } catch {}
  }
  return begun;
}

function look(scans: readonly Look[], chunk: number): void {
  for (const scan of scans) {
    try {
      scan(chunk);
    } catch {}
  }
}
